package dev.stratoscope.app.build;

import dev.stratoscope.app.container.terminal.EscapedLine;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.FindField;
import dev.stratoscope.app.view.Layout;
import dev.stratoscope.app.view.Segments;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The log of a build, and what failed. On the JavaFX thread. */
final class BuildLogPane extends BorderPane {
    /** Which steps' lines are shown. */
    private enum Steps {
        ALL,
        FAILED_AND_RUNNING
    }

    private final BuildShow show;
    private final FailureCallout callout;
    private final ObjectProperty<Steps> chosen = new SimpleObjectProperty<>(Steps.ALL);
    private final FilteredList<LogRow> rows;
    private final BuildLogView view;
    private final CheckBox follow = new CheckBox("Follow");
    private final FindField find = new FindField("Find in the log", this::seek, this::step);
    private List<Integer> hits = List.of();
    private Set<Integer> wanted = Set.of();
    private String sought = "";
    private int hit = -1;

    BuildLogPane(BuildShow show, FailureCallout callout) {
        this.show = show;
        this.callout = callout;
        getStyleClass().addAll("pane", "build-log-pane");
        rows = new FilteredList<>(show.log().rows());
        view = new BuildLogView(rows, () -> follow.setSelected(false));
        Label title = new Label("Log");
        title.getStyleClass().add("title");
        title.setMinWidth(USE_PREF_SIZE);
        Segments<Steps> segments = new Segments<>(chosen);
        segments.getStyleClass().add("small");
        segments.add(Steps.ALL, "All steps").setId("log-all");
        segments.add(Steps.FAILED_AND_RUNNING, "Failed and running", "Failed").setId("log-failed");
        chosen.addListener((property, before, now) -> filter(true));
        follow.setSelected(true);
        follow.setMinWidth(USE_PREF_SIZE);
        follow.setOnAction(event -> follow());
        Button search = Actions.icon(MaterialDesignM.MAGNIFY, "Find in the log (Ctrl+F)");
        search.setOnAction(event -> focusSearch());
        Button copy = Actions.copy("the log", () -> view.text(rows));
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox head = new HBox(8, title, segments, spacer, follow, search, copy);
        head.getStyleClass().add("pane-title");
        head.widthProperty()
                .addListener((property, before, now) -> segments.setBrief(now.doubleValue() < 420));
        find.setVisible(false);
        find.managedProperty().bind(find.visibleProperty());
        VBox notes = new VBox(8, find, callout);
        notes.getStyleClass().add("log-notes");
        setTop(new VBox(head, notes));
        setCenter(view);
        rows.addListener((ListChangeListener<LogRow>) change -> follow());
        view.heightProperty().addListener((property, before, now) -> follow());
        show.listen(this::refresh);
    }

    Node focusable() {
        return view;
    }

    /** Shows the field that finds words, and puts the cursor into it. */
    void focusSearch() {
        find.setVisible(true);
        find.focusField();
    }

    /** A build begins: the end is shown as it grows. */
    void followAgain() {
        follow.setSelected(true);
    }

    /** Brings the lines of a step into sight. */
    void reveal(int step) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).step() == step) {
                follow.setSelected(false);
                view.scrollTo(i);
                return;
            }
        }
    }

    private void refresh() {
        StepNow failed = show.failed();
        boolean running = show.status() == BuildShow.Status.RUNNING;
        boolean before =
                failed != null
                        && show.steps().stream()
                                .anyMatch(
                                        step ->
                                                step.step().stage() == failed.step().stage()
                                                        && step.look().isDone());
        callout.show(failed, running ? show.count(StepLook.RUNNING) : 0, before, said(failed));
        filter(false);
    }

    private String said(@Nullable StepNow failed) {
        return failed == null ? "" : EscapedLine.plain(show.log().lastOf(failed.step().number()));
    }

    private void filter(boolean anew) {
        if (chosen.get() == Steps.ALL) {
            if (anew) {
                rows.setPredicate(null);
            }
            return;
        }
        Set<Integer> now = new HashSet<>();
        show.steps().stream()
                .filter(step -> step.look() == StepLook.FAILED || step.look() == StepLook.RUNNING)
                .forEach(step -> now.add(step.step().number()));
        if (anew || !now.equals(wanted)) {
            wanted = now;
            rows.setPredicate(row -> now.contains(row.step()));
        }
    }

    private void follow() {
        if (follow.isSelected() && !rows.isEmpty()) {
            view.scrollTo(rows.size() - 1);
            if (getScene() != null) { // what came is counted by the layout
                Layout.after(getScene(), this::toEnd);
            }
        }
    }

    private void toEnd() {
        if (follow.isSelected() && !rows.isEmpty()) {
            view.scrollTo(rows.size() - 1);
        }
    }

    private void seek(String words) {
        sought = words.toLowerCase(Locale.ROOT);
        view.mark(sought);
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < rows.size() && !sought.isEmpty(); i++) {
            String plain = EscapedLine.plain(rows.get(i).text());
            if (plain.toLowerCase(Locale.ROOT).contains(sought)) {
                found.add(i);
            }
        }
        hits = found;
        hit = -1;
        step(1);
    }

    private void step(int by) {
        if (hits.isEmpty()) {
            find.show(-1, 0);
            return;
        }
        hit = Math.floorMod(hit + by, hits.size());
        find.show(hit, hits.size());
        follow.setSelected(false);
        int row = hits.get(hit);
        if (row < rows.size()) {
            view.getSelectionModel().clearAndSelect(row);
            view.scrollTo(Math.max(0, row - 3));
        }
    }
}
