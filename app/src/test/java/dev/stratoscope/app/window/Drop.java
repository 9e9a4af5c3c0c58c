package dev.stratoscope.app.window;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;

import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * Drops things on a node as a desktop would, which the headless platform's robot cannot. On the
 * JavaFX thread.
 */
final class Drop {
    private static final Point2D UPPER = new Point2D(700, 400);

    private Drop() {}

    /** Hovers over the upper half of the window with files, without letting go. */
    static void hover(Node target, Path... files) {
        fire(target, DragEvent.DRAG_OVER, board(files), UPPER, null);
    }

    /** Drops files on the upper half of the window. */
    static void files(Node target, Path... files) {
        drop(target, board(files), UPPER, null);
    }

    /** Hovers with files at a point of the window, without letting go. */
    static void hoverAt(Point2D point, Node target, Path... files) {
        fire(target, DragEvent.DRAG_OVER, board(files), point, null);
    }

    /** Drops files at a point of the window. */
    static void filesAt(Point2D point, Node target, Path... files) {
        drop(target, board(files), point, null);
    }

    /** Drops what a node of the program let be dragged, at a point of the window. */
    static void own(Node source, Node target, Point2D point, String mimeType, Object content) {
        DataFormat format = DataFormat.lookupMimeType(mimeType);
        drop(target, board(Map.of(format, content)), point, source);
    }

    private static void drop(Node target, Dragboard board, Point2D point, @Nullable Node source) {
        fire(target, DragEvent.DRAG_OVER, board, point, source);
        fire(target, DragEvent.DRAG_DROPPED, board, point, source);
    }

    private static void fire(
            Node target,
            EventType<DragEvent> type,
            Dragboard board,
            Point2D point,
            @Nullable Node source) {
        double x = point.getX();
        double y = point.getY();
        target.fireEvent(
                new DragEvent(type, board, x, y, x, y, TransferMode.COPY, source, target, null));
    }

    private static Dragboard board(Path... paths) {
        return board(Map.of(DataFormat.FILES, List.of(paths).stream().map(Path::toFile).toList()));
    }

    private static Dragboard board(Map<DataFormat, Object> content) {
        TKClipboard clipboard =
                (TKClipboard)
                        Proxy.newProxyInstance(
                                Drop.class.getClassLoader(),
                                new Class<?>[] {TKClipboard.class},
                                (proxy, method, arguments) ->
                                        switch (method.getName()) {
                                            case "getTransferModes" ->
                                                    EnumSet.allOf(TransferMode.class);
                                            case "hasContent" -> content.containsKey(arguments[0]);
                                            case "getContent" -> content.get(arguments[0]);
                                            case "getContentTypes" -> content.keySet();
                                            default -> null;
                                        });
        return DragboardHelper.createDragboard(clipboard);
    }
}
