package dev.stratoscope.app.view.preview;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.LineView;
import dev.stratoscope.app.view.Segments;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;

/** Above a preview: the way into an archive, how the file is looked at, and what is to be said. */
final class PreviewBar extends VBox {
    private final Trail trail;
    private final HBox top = new HBox();
    private final Button search = Actions.icon(MaterialDesignM.MAGNIFY, "Find in this file");
    private final Label note = new Label();
    private final Hyperlink loadAll = new Hyperlink("Load all");
    private final HBox notes = new HBox(8, note, loadAll);
    private final JumpField jump;
    private final FindBar find;
    private final Consumer<Mode> chosen;
    private ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.TEXT);
    private @Nullable JobScope jobs;
    private long size;
    private boolean settling;

    /**
     * A bar for nothing yet.
     *
     * @param lines what is searched
     * @param back told the step of the trail to go back to
     * @param chosen told the mode that a person takes
     * @param onLoadAll reads all of a text
     * @param onJump told an offset to go to
     */
    PreviewBar(
            LineView lines,
            IntConsumer back,
            Consumer<Mode> chosen,
            Runnable onLoadAll,
            LongConsumer onJump) {
        this.chosen = chosen;
        trail = new Trail(back);
        find = new FindBar(lines);
        jump = new JumpField(() -> size, onJump);
        top.getStyleClass().addAll("pane-bar", "preview-bar");
        search.setOnAction(event -> find(jobs));
        search.managedProperty().bind(search.visibleProperty());
        note.getStyleClass().addAll("secondary", "muted");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(note, Priority.ALWAYS);
        loadAll.getStyleClass().add("secondary");
        loadAll.setMinWidth(USE_PREF_SIZE);
        loadAll.setOnAction(event -> onLoadAll.run());
        loadAll.managedProperty().bind(loadAll.visibleProperty());
        notes.getStyleClass().addAll("pane-bar", "preview-notes");
        notes.managedProperty().bind(notes.visibleProperty());
        getChildren().setAll(trail, top, notes, jump, find);
    }

    /** Offers the ways the last file of a trail can be looked at. */
    void show(List<Level> levels, @Nullable JobScope scope) {
        jobs = scope;
        Level level = levels.getLast();
        size = level.preview().size();
        trail.show(levels.stream().map(Level::label).toList());
        ObjectProperty<Mode> chosenMode = new SimpleObjectProperty<>(level.modes().get(0));
        mode = chosenMode;
        Segments<Mode> modes = new Segments<>(chosenMode);
        modes.getStyleClass().add("small");
        level.modes().forEach(one -> modes.add(one, one.word()));
        chosenMode.addListener(
                (property, before, now) -> {
                    if (!settling) {
                        chosen.accept(now);
                    }
                });
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Label only = new Label(level.modes().get(0).word());
        only.getStyleClass().add("strong");
        top.getChildren().setAll(level.modes().size() > 1 ? modes : only, spacer, search);
        find.hide();
    }

    /**
     * Shows a mode as taken, with what is to be said.
     *
     * @param canLoad whether all of the file can be read
     */
    void choose(Mode now, String words, boolean canLoad) {
        settling = true;
        mode.set(now);
        settling = false;
        note(words);
        loadAll.setVisible(canLoad);
        jump.setVisible(now == Mode.HEX);
        search.setVisible(now == Mode.TEXT);
        if (now != Mode.TEXT) {
            find.hide();
        }
    }

    /** Says something of what is shown. */
    void note(String words) {
        note.setText(words);
        notes.setVisible(!words.isEmpty());
    }

    /** Opens the search where there is text; false where there is none. */
    boolean find(@Nullable JobScope scope) {
        boolean text = mode.get() == Mode.TEXT && search.isVisible();
        if (text) {
            find.open(scope);
        }
        return text;
    }
}
