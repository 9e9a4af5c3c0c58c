package dev.stratoscope.app.window;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;

import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Drops files on a node as a desktop would, which the headless platform's robot cannot. On the
 * JavaFX thread.
 */
final class Drop {
    private Drop() {}

    /** Hovers with files, without letting go. */
    static void hover(Node target, Path... files) {
        fire(target, DragEvent.DRAG_OVER, board(files));
    }

    /** Drops files. */
    static void files(Node target, Path... files) {
        Dragboard board = board(files);
        fire(target, DragEvent.DRAG_OVER, board);
        fire(target, DragEvent.DRAG_DROPPED, board);
    }

    private static void fire(Node target, EventType<DragEvent> type, Dragboard board) {
        target.fireEvent(
                new DragEvent(
                        type, board, 700, 400, 700, 400, TransferMode.COPY, null, target, null));
    }

    private static Dragboard board(Path... paths) {
        List<File> files = List.of(paths).stream().map(Path::toFile).toList();
        TKClipboard clipboard =
                (TKClipboard)
                        Proxy.newProxyInstance(
                                Drop.class.getClassLoader(),
                                new Class<?>[] {TKClipboard.class},
                                (proxy, method, arguments) ->
                                        switch (method.getName()) {
                                            case "getTransferModes" ->
                                                    EnumSet.of(TransferMode.COPY);
                                            case "hasContent" ->
                                                    DataFormat.FILES.equals(arguments[0]);
                                            case "getContent" ->
                                                    DataFormat.FILES.equals(arguments[0])
                                                            ? files
                                                            : null;
                                            case "getContentTypes" -> Set.of(DataFormat.FILES);
                                            default -> null;
                                        });
        return DragboardHelper.createDragboard(clipboard);
    }
}
