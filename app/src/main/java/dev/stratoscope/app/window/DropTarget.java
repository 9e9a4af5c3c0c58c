package dev.stratoscope.app.window;

import dev.stratoscope.app.build.BuildPlace;
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
import java.util.function.Supplier;

/**
 * Takes files and folders dropped anywhere on a node, and says beforehand what dropping them will
 * do.
 */
final class DropTarget extends HBox {
    private static final double WIDTH = 640;

    private final Label title = new Label();
    private final Label reason = new Label();
    private Supplier<String> comparing = () -> "";
    private Consumer<Path> compared = path -> {};

    DropTarget() {
        getStyleClass().add("drop-overlay");
        title.getStyleClass().add("title");
        reason.getStyleClass().add("reason");
        getChildren().setAll(Icons.of(MaterialDesignT.TRAY_ARROW_DOWN), new VBox(4, title, reason));
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setVisible(false);
        setMouseTransparent(true);
    }

    /**
     * Lets one file that is dropped on the lower half be compared.
     *
     * @param name what it would be compared with; empty where there is nothing
     */
    void offerComparing(Supplier<String> name, Consumer<Path> compare) {
        comparing = name;
        compared = compare;
    }

    private boolean compares(DragEvent event, Node target) {
        double height = target.getLayoutBounds().getHeight();
        return event.getDragboard().getFiles().size() == 1
                && !comparing.get().isEmpty()
                && target.sceneToLocal(event.getSceneX(), event.getSceneY()).getY() > height / 2;
    }

    /** Listens on {@code target} and passes on what is dropped. */
    void listen(Node target, Consumer<List<Path>> dropped) {
        target.addEventHandler(
                DragEvent.DRAG_OVER,
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        describe(event.getDragboard().getFiles(), compares(event, target));
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
                    if (any && compares(event, target)) {
                        compared.accept(files.getFirst().toPath());
                    } else if (any) {
                        dropped.accept(files.stream().map(File::toPath).toList());
                    }
                    event.consume();
                });
    }

    private void describe(List<File> files, boolean compares) {
        if (files.size() > 1) {
            title.setText("Open " + files.size() + " items");
            reason.setText("each in a tab of its own");
            return;
        }
        File file = files.getFirst();
        if (compares) {
            title.setText("Compare " + comparing.get() + " with " + Escapes.text(file.getName()));
            reason.setText("in the upper half of the window it is opened");
            return;
        }
        if (BuildPlace.isNamed(file.getName())) {
            title.setText("Build " + Escapes.text(file.getName()));
            reason.setText("in a tab of its own; nothing is built before you say so");
            return;
        }
        title.setText("Open " + Escapes.text(file.getName()));
        reason.setText(
                (file.isDirectory() ? "folder" : HumanSize.spaced(file.length()))
                        + ", read where it lies"
                        + (comparing.get().isEmpty()
                                ? ""
                                : "; in the lower half it is compared with " + comparing.get()));
    }
}
