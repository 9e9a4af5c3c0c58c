package dev.stratoscope.app.window;

import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Asks for files and folders to open. */
final class Chooser {
    private final Node asker;
    private final Consumer<Path> chosen;

    /**
     * A chooser for a window.
     *
     * @param asker a node of the window
     * @param chosen told what a person chose
     */
    Chooser(Node asker, Consumer<Path> chosen) {
        this.asker = asker;
        this.chosen = chosen;
    }

    void file() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open an image");
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter("All files", "*"),
                        new FileChooser.ExtensionFilter(
                                "Archives",
                                "*.tar",
                                "*.tar.gz",
                                "*.tgz",
                                "*.tar.zst",
                                "*.tzst",
                                "*.tar.xz",
                                "*.txz",
                                "*.tar.bz2",
                                "*.tbz2"));
        take(chooser.showOpenDialog(asker.getScene().getWindow()));
    }

    void folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Open a folder with images");
        take(chooser.showDialog(asker.getScene().getWindow()));
    }

    private void take(@Nullable File file) {
        if (file != null) {
            chosen.accept(file.toPath());
        }
    }
}
