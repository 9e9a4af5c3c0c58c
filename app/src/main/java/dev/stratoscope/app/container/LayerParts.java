package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Act;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import java.util.List;
import java.util.function.Consumer;

/**
 * What a container's tab shows of its layers: the stack with the writable layer on top, the files,
 * and the changes. On the JavaFX thread.
 */
final class LayerParts {
    private final BorderPane stack = new BorderPane();
    private final ContainerPart files = new Empty("Files", MaterialDesignF.FOLDER_OUTLINE);
    private final ContainerPart changes = new Empty("Changes", MaterialDesignC.COMPARE);

    /**
     * The parts of a container.
     *
     * @param doors what they ask of the window
     * @param toPart brings a part into view
     */
    LayerParts(ContainerShow show, Doors doors, Consumer<ContainerPart> toPart) {}

    /** The column at the left. */
    Region stack() {
        return stack;
    }

    /** The files of image and writable layer together. */
    ContainerPart files() {
        return files;
    }

    /** What the container wrote. */
    ContainerPart changes() {
        return changes;
    }

    /** The tab came into view. */
    void shown() {}

    /** The tab is not in view any more. */
    void hidden() {}

    /** The tab is closed. */
    void close() {}

    /** Makes another container of the same image, on a copy of what this one wrote. */
    void fork() {}

    /** What can be done with the layers wherever the keyboard is. */
    List<Act> acts() {
        return List.of();
    }

    private record Empty(String title, Ikon icon, BorderPane node) implements ContainerPart {
        Empty(String title, Ikon icon) {
            this(title, icon, new BorderPane());
        }
    }
}
