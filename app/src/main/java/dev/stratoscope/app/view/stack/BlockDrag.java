package dev.stratoscope.app.view.stack;

import javafx.geometry.Rectangle2D;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.paint.Color;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * Lets a block be dragged out of the window as a file, and onto another, which compares the two.
 */
final class BlockDrag {
    private static final DataFormat STEP = new DataFormat("application/x-stratoscope-step");

    private final LayerStack stack;
    private final Travel travel;
    private final IntFunction<@Nullable Path> files;
    private final IntConsumer refused;
    private int dragged = -1;
    private boolean hasFile;

    private BlockDrag(
            LayerStack stack,
            Travel travel,
            IntFunction<@Nullable Path> files,
            IntConsumer refused) {
        this.stack = stack;
        this.travel = travel;
        this.files = files;
        this.refused = refused;
    }

    /** Lets the blocks of a stack be dragged. */
    static void install(
            LayerStack stack,
            Travel travel,
            IntFunction<@Nullable Path> files,
            IntConsumer refused) {
        BlockDrag drag = new BlockDrag(stack, travel, files, refused);
        stack.setOnDragDetected(drag::detected);
        stack.setOnDragOver(drag::over);
        stack.setOnDragExited(event -> stack.hover(-1, -1));
        stack.setOnDragDropped(drag::dropped);
        stack.setOnDragDone(drag::done);
    }

    private void detected(MouseEvent event) {
        Geometry now = stack.geometry();
        int index = now.inLane(event.getX()) ? -1 : now.stepAt(event.getX(), event.getY());
        if (index < 0 || stack.getSteps().get(index).empty()) {
            return;
        }
        event.consume();
        Path file = files.apply(index);
        dragged = index;
        hasFile = file != null;
        ClipboardContent content = new ClipboardContent();
        content.put(STEP, index);
        if (file != null) {
            content.putFiles(List.of(file.toFile()));
        }
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

    private void over(DragEvent event) {
        int onto = onto(event);
        stack.hover(onto < 0 ? -1 : event.getX(), onto < 0 ? -1 : event.getY());
        if (onto >= 0) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        if (dragged(event) >= 0) {
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        int onto = onto(event);
        if (onto >= 0) {
            travel.to(dragged(event));
            travel.compareWith(onto);
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private void done(DragEvent event) {
        if (event.getTransferMode() == null && !hasFile && dragged >= 0) {
            refused.accept(dragged);
        }
        dragged = -1;
    }

    /** The other step of this stack that a step of it is dragged over; -1 for none. */
    private int onto(DragEvent event) {
        int from = dragged(event);
        int index = stack.geometry().stepAt(event.getX(), event.getY());
        return from < 0 || index == from ? -1 : index;
    }

    /** The step of this stack that is dragged; -1 where it is something else. */
    private int dragged(DragEvent event) {
        return stack.equals(event.getGestureSource())
                        && event.getDragboard().getContent(STEP) instanceof Integer index
                ? index
                : -1;
    }
}
