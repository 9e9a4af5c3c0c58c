package dev.stratoscope.app.image;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.diff.Changeset;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** What the files fold to while the lower panel is raised. */
final class FilesLine extends HBox {
    private final Label facts = new Label();
    private final Label selected = new Label();

    /**
     * A line without facts.
     *
     * @param unfold shows the files
     */
    FilesLine(Runnable unfold) {
        getStyleClass().addAll("pane-title", "files-line");
        Button chevron = Actions.icon(MaterialDesignC.CHEVRON_RIGHT, "Show files");
        Button show = new Button("Show files", Icons.of(MaterialDesignW.WINDOW_RESTORE));
        show.setId("show-files");
        show.getStyleClass().add("small");
        show.setMinWidth(USE_PREF_SIZE);
        show.setOnAction(event -> unfold.run());
        chevron.setOnAction(event -> unfold.run());
        Label title = new Label("Files");
        title.getStyleClass().add("title");
        title.setMinWidth(USE_PREF_SIZE);
        facts.getStyleClass().add("hint");
        selected.getStyleClass().add("hint");
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        getChildren().setAll(chevron, title, facts, spacer, selected, show);
    }

    /**
     * Says what the tree shows.
     *
     * @param where what is covered, in a few words
     */
    void show(Changeset changes, String where) {
        int paths = changes.paths();
        ChangeCounts counts = changes.counts();
        int changed = counts.added() + counts.modified() + counts.metadataOnly() + counts.deleted();
        facts.setText(
                changed == paths
                        ? String.format("%s, %s", where, words(paths))
                        : String.format("%s, %s, %,d changed", where, words(paths), changed));
    }

    /** Says what is selected in it; nothing for null. */
    void select(@Nullable FileSelection selection) {
        selected.setText(
                selection == null
                        ? ""
                        : Escapes.text(selection.changes().path(selection.node())) + " selected");
    }

    private static String words(int paths) {
        return String.format("%,d %s", paths, paths == 1 ? "path" : "paths");
    }
}
