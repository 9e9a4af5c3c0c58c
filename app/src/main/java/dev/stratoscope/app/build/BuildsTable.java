package dev.stratoscope.app.build;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanDuration;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.table.ActCell;
import dev.stratoscope.app.view.table.ActTable;
import dev.stratoscope.app.view.table.WordCell;
import dev.stratoscope.model.build.BuildRecord;

import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The builds that ended, the newest first; two selected ones are compared. */
final class BuildsTable extends ActTable<BuildRecord> {
    private static final double ROOM_FOR_STEPS = 700;
    private static final double ROOM_FOR_FILE = 900;
    private static final double ROOM_FOR_BUTTONS = 150;

    private final Clock clock;

    /**
     * An empty table.
     *
     * @param selected told the builds that are selected
     */
    BuildsTable(Clock clock, RecordActs acts, Consumer<List<BuildRecord>> selected) {
        super("Builds", acts, (one, other) -> one.id().equals(other.id()));
        this.clock = clock;
        setId("builds");
        getStyleClass().add("builds-table");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        Comparator<BuildRecord> started = Comparator.comparing(BuildRecord::started);
        TableColumn<BuildRecord, BuildRecord> name =
                column("BUILD", 190, Comparator.comparing(BuildsTable::name), BuildNameCell::new);
        name.setMinWidth(110);
        name.getStyleClass().add("first");
        TableColumn<BuildRecord, BuildRecord> age =
                column("STARTED", 120, started, () -> new WordCell<>(this::age, "muted"));
        age.setMinWidth(96);
        TableColumn<BuildRecord, BuildRecord> took =
                column(
                        "TOOK",
                        80,
                        Comparator.comparing(BuildRecord::took),
                        () -> new WordCell<>(one -> Spans.of(one.took()), "mono", "right"));
        took.getStyleClass().add("right");
        TableColumn<BuildRecord, BuildRecord> steps =
                column(
                        "STEPS",
                        150,
                        Comparator.comparingLong(one -> count(one, "built")),
                        () -> new WordCell<>(BuildsTable::steps, "muted"));
        TableColumn<BuildRecord, BuildRecord> outcome =
                column(
                        "OUTCOME",
                        300,
                        Comparator.comparing(BuildsTable::outcome),
                        () -> new WordCell<>(BuildsTable::outcome));
        outcome.setMaxWidth(900);
        TableColumn<BuildRecord, BuildRecord> file =
                column(
                        "DOCKERFILE",
                        260,
                        Comparator.comparing(BuildRecord::file),
                        () -> new WordCell<>(one -> Escapes.text(one.file()), "muted"));
        file.setMaxWidth(700);
        TableColumn<BuildRecord, BuildRecord> does =
                column("", 200, started, () -> new ActCell<>(acts, ROOM_FOR_BUTTONS));
        does.setSortable(false);
        does.getStyleClass().add("last");
        getColumns().setAll(List.of(name, age, took, steps, outcome, file, does));
        showFrom(ROOM_FOR_STEPS, steps);
        showFrom(ROOM_FOR_FILE, file);
        getSelectionModel()
                .getSelectedItems()
                .addListener(
                        (ListChangeListener<BuildRecord>) change -> selected.accept(selected()));
    }

    /** What a build is called. */
    static String name(BuildRecord one) {
        if (!one.tags().isEmpty()) {
            return Escapes.text(one.tags().getFirst());
        }
        String folder = one.context();
        return Escapes.text(folder.substring(folder.lastIndexOf('/') + 1));
    }

    private String age(BuildRecord one) {
        return HumanDuration.ago(one.started(), clock.instant());
    }

    private static String steps(BuildRecord one) {
        return count(one, "cached") + " cached, " + count(one, "built") + " built";
    }

    private static long count(BuildRecord one, String outcome) {
        return one.steps().stream().filter(step -> step.outcome().equals(outcome)).count();
    }

    private static String outcome(BuildRecord one) {
        return one.image() != null
                ? one.image().shortHex()
                : Escapes.text(String.valueOf(one.reason()));
    }

    /** Shows builds; the selection stays where it can. */
    void showAll(List<BuildRecord> records) {
        List<String> before = selected().stream().map(BuildRecord::id).toList();
        show(records);
        getItems().stream()
                .filter(one -> before.contains(one.id()))
                .forEach(getSelectionModel()::select);
    }

    private static final class BuildNameCell extends TableCell<BuildRecord, BuildRecord> {
        private final FontIcon icon = Icons.of(StepLook.BUILT.icon());

        @Override
        protected void updateItem(@Nullable BuildRecord one, boolean empty) {
            super.updateItem(one, empty);
            if (empty || one == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            StepLook look = one.image() == null ? StepLook.FAILED : StepLook.BUILT;
            icon.setIconCode(look.icon());
            icon.getStyleClass().setAll("ikonli-font-icon", "step-icon", look.style());
            setText(name(one));
            setGraphic(icon);
        }
    }
}
