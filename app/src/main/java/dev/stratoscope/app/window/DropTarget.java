package dev.stratoscope.app.window;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Icons;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Takes files and folders dropped anywhere on a node, and says beforehand what dropping them will
 * do.
 */
final class DropTarget extends HBox {
    private static final double WIDTH = 640;

    private final Label title = new Label();
    private final Label reason = new Label();

    DropTarget() {
        getStyleClass().add("drop-overlay");
        title.getStyleClass().add("title");
        reason.getStyleClass().add("reason");
        getChildren().setAll(Icons.of(MaterialDesignT.TRAY_ARROW_DOWN), new VBox(4, title, reason));
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setVisible(false);
        setMouseTransparent(true);
    }

    /** Listens on {@code target} and passes on what is dropped. */
    void listen(Node target, Consumer<List<Path>> dropped) {
        target.addEventHandler(
                DragEvent.DRAG_OVER,
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        describe(event.getDragboard().getFiles());
                        setVisible(true);
                    }
                    event.consume();
                });
        target.addEventHandler(DragEvent.DRAG_EXITED, event -> setVisible(false));
        target.addEventHandler(
                DragEvent.DRAG_DROPPED,
                event -> {
                    setVisible(false);
                    List<File> files = event.getDragboard().getFiles();
                    boolean any = event.getDragboard().hasFiles() && !files.isEmpty();
                    event.setDropCompleted(any);
                    if (any) {
                        dropped.accept(files.stream().map(File::toPath).toList());
                    }
                    event.consume();
                });
    }

    private void describe(List<File> files) {
        if (files.size() > 1) {
            title.setText("Open " + files.size() + " items");
            reason.setText("each in a tab of its own");
            return;
        }
        File file = files.getFirst();
        title.setText("Open " + Escapes.text(file.getName()));
        reason.setText(
                file.isDirectory()
                        ? "folder, read where it lies"
                        : HumanSize.spaced(file.length()) + ", read where it lies");
    }
}
