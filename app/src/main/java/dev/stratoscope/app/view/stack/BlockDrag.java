package dev.stratoscope.app.view.stack;

import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.paint.Color;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/** Lets a block be dragged out of the window as a file. */
final class BlockDrag {
    private BlockDrag() {}

    /** Lets the blocks of a stack be dragged. */
    static void install(LayerStack stack, IntFunction<@Nullable Path> files) {
        stack.setOnDragDetected(event -> detected(stack, files, event));
    }

    private static void detected(
            LayerStack stack, IntFunction<@Nullable Path> files, MouseEvent event) {
        Geometry now = stack.geometry();
        int index = now.inLane(event.getX()) ? -1 : now.stepAt(event.getX(), event.getY());
        if (index < 0 || stack.getSteps().get(index).empty()) {
            return;
        }
        event.consume();
        Path file = files.apply(index);
        if (file == null) {
            return;
        }
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(file.toFile()));
        Dragboard board = stack.startDragAndDrop(TransferMode.COPY);
        SnapshotParameters part = new SnapshotParameters();
        Rectangle2D box = now.box(now.layout().slots().get(index));
        part.setViewport(
                new Rectangle2D(
                        box.getMinX(),
                        Math.max(0, box.getMinY()),
                        box.getWidth(),
                        Math.min(box.getHeight(), 96)));
        part.setFill(Color.TRANSPARENT);
        board.setDragView(stack.snapshot(part, null));
        board.setContent(content);
    }
}
