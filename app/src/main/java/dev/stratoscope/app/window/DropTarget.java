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

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
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
    private BiConsumer<Path, Consumer<Boolean>> isBuilt = (path, told) -> {};
    private @Nullable File looked;
    private boolean builds;

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

    /**
     * Lets one file or folder be built.
     *
     * @param look tells whether it is a Dockerfile or holds one, later
     */
    void offerBuilding(BiConsumer<Path, Consumer<Boolean>> look) {
        isBuilt = look;
    }

    /** Begins to find out what a file or folder is, once for each that is dragged. */
    private void look(List<File> files) {
        File one = files.size() == 1 ? files.getFirst() : null;
        if (one == null || one.equals(looked)) {
            return;
        }
        looked = one;
        builds = BuildPlace.isNamed(one.getName());
        isBuilt.accept(
                one.toPath(),
                is -> {
                    if (one.equals(looked) && is != builds) {
                        builds = is;
                        describe(List.of(one), false);
                    }
                });
    }

    private void hide() {
        setVisible(false);
        looked = null;
        builds = false;
    }

    private boolean compares(DragEvent event, Node target) {
        double height = target.getLayoutBounds().getHeight();
        return event.getDragboard().getFiles().size() == 1
                && !comparing.get().isEmpty()
                && !builds
                && target.sceneToLocal(event.getSceneX(), event.getSceneY()).getY() > height / 2;
    }

    /** Listens on {@code target} and passes on what is dropped. */
    void listen(Node target, Consumer<List<Path>> dropped) {
        target.addEventHandler(
                DragEvent.DRAG_OVER,
                event -> {
                    if (event.getDragboard().hasFiles()) {
                        event.acceptTransferModes(TransferMode.COPY);
                        look(event.getDragboard().getFiles());
                        describe(event.getDragboard().getFiles(), compares(event, target));
                        setVisible(true);
                    }
                    event.consume();
                });
        target.addEventHandler(DragEvent.DRAG_EXITED, event -> hide());
        target.addEventHandler(
                DragEvent.DRAG_DROPPED,
                event -> {
                    List<File> files = event.getDragboard().getFiles();
                    boolean any = event.getDragboard().hasFiles() && !files.isEmpty();
                    boolean compare = any && compares(event, target);
                    hide();
                    event.setDropCompleted(any);
                    if (compare) {
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
        if (builds) {
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
