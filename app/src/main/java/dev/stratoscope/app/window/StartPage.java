package dev.stratoscope.app.window;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.ImageSource;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is shown while no image is: how to open one, and those opened last. */
final class StartPage extends VBox {
    private final VBox recent = new VBox(4);
    private final Consumer<String> open;

    StartPage(Runnable choose, Runnable folder, Runnable sample, Consumer<String> open) {
        this.open = open;
        getStyleClass().addAll("empty-state", "start-page");
        Label title = new Label("See what a container image really is");
        title.getStyleClass().add("subject");
        Label reason =
                new Label(
                        "Drop an image archive or a folder with images here: docker save, podman"
                                + " save, or an OCI layout. It is read where it lies; nothing is"
                                + " copied.");
        reason.getStyleClass().add("reason");
        reason.setWrapText(true);
        reason.setMaxWidth(440);
        Button file = new Button("Open a file…", Icons.of(MaterialDesignF.FILE_OUTLINE));
        file.getStyleClass().add("accent");
        file.setOnAction(event -> choose.run());
        Button layout = new Button("Open a folder…", Icons.of(MaterialDesignF.FOLDER_OUTLINE));
        layout.setOnAction(event -> folder.run());
        Button example = new Button("Open the sample", Icons.of(MaterialDesignL.LAYERS_OUTLINE));
        example.setId("open-sample");
        example.setOnAction(event -> sample.run());
        HBox buttons = new HBox(8, file, layout, example);
        buttons.setAlignment(Pos.CENTER);
        recent.setAlignment(Pos.CENTER_LEFT);
        recent.setMaxWidth(440);
        recent.getStyleClass().add("recent");
        getChildren()
                .setAll(Icons.of(MaterialDesignT.TRAY_ARROW_DOWN), title, reason, buttons, recent);
    }

    /**
     * A source opened lately that is still there.
     *
     * @param source as it is opened again
     * @param name its file's name
     * @param folder the folder that is in
     * @param isFolder whether it is a folder itself
     */
    record Recent(String source, String name, String folder, boolean isFolder) {
        private static final int MOST = 8;

        /** Those of {@code sources} that are there; touches the disk. */
        static List<Recent> of(List<String> sources) {
            List<Recent> found = new ArrayList<>();
            for (String source : sources) {
                try {
                    ImageSource parsed = ImageSource.parse(source);
                    if (parsed.image() != null) {
                        continue;
                    }
                    Path path = parsed.path();
                    String chosen = parsed.name();
                    if (found.size() < MOST && Files.exists(path)) {
                        found.add(
                                new Recent(
                                        source,
                                        Escapes.text(path.getFileName() + "")
                                                + (chosen == null
                                                        ? ""
                                                        : " " + Escapes.text(chosen)),
                                        Escapes.text(path.getParent() + ""),
                                        Files.isDirectory(path)));
                    }
                } catch (IllegalArgumentException e) {
                    // Somebody edited the settings; what is no source cannot be opened again.
                }
            }
            return found;
        }
    }

    /** Shows what was opened lately. */
    void show(List<Recent> sources) {
        recent.getChildren().clear();
        for (Recent one : sources) {
            Hyperlink link = new Hyperlink(one.name());
            link.setOnAction(event -> open.accept(one.source()));
            link.setGraphic(
                    Icons.of(
                            one.isFolder()
                                    ? MaterialDesignF.FOLDER_OUTLINE
                                    : MaterialDesignA.ARCHIVE_OUTLINE));
            Label where = new Label(one.folder());
            where.getStyleClass().addAll("secondary", "muted");
            HBox row = new HBox(8, link, where);
            row.setAlignment(Pos.CENTER_LEFT);
            recent.getChildren().add(row);
        }
        if (!recent.getChildren().isEmpty()) {
            Label title = new Label("Opened lately");
            title.getStyleClass().add("section-title");
            recent.getChildren().addFirst(title);
        }
    }
}
