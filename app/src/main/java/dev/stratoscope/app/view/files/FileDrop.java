package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes files of this machine that are dropped on a file table, into the folder under the pointer,
 * and says so before they are let go of. On the JavaFX thread.
 */
final class FileDrop extends HBox {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");

    private final FileTable table;
    private final Label words = new Label();
    private @Nullable FileDrops drops;
    private @Nullable TableRow<?> marked;

    FileDrop(FileTable table) {
        this.table = table;
        getStyleClass().addAll("drop-overlay", "drop-line");
        words.getStyleClass().add("title");
        getChildren().setAll(Icons.of(MaterialDesignT.TRAY_ARROW_DOWN), words);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
        setMouseTransparent(true);
        setVisible(false);
        table.addEventHandler(DragEvent.DRAG_OVER, this::over);
        table.addEventHandler(DragEvent.DRAG_EXITED, event -> hide());
        table.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    }

    /** Sets what is done with dropped files; null takes none. */
    void set(@Nullable FileDrops taken) {
        drops = taken;
    }

    private void over(DragEvent event) {
        FileDrops taken = drops;
        if (taken == null || !isOutside(event)) {
            return;
        }
        List<Path> files = files(event);
        String says = taken.words(folder(event), files);
        words.setText(says);
        mark(row(event));
        setVisible(true);
        event.acceptTransferModes(TransferMode.COPY);
        event.consume();
    }

    private void dropped(DragEvent event) {
        FileDrops taken = drops;
        hide();
        if (taken != null && isOutside(event)) {
            taken.drop(folder(event), files(event));
            event.setDropCompleted(true);
            event.consume();
        }
    }

    private boolean isOutside(DragEvent event) {
        return event.getDragboard().hasFiles() && !table.equals(event.getGestureSource());
    }

    private static List<Path> files(DragEvent event) {
        return event.getDragboard().getFiles().stream().map(File::toPath).toList();
    }

    /** The folder of the row under the pointer, or that it is in; empty is the root. */
    private static ByteString folder(DragEvent event) {
        TableRow<?> row = row(event);
        return row != null && row.getItem() instanceof FileRow file
                ? folder(file)
                : ByteString.of("");
    }

    private static ByteString folder(FileRow row) {
        boolean isFolder = row.type() == EntryType.DIRECTORY && !row.isDeleted();
        int node = isFolder ? row.node() : row.changes().parent(row.node());
        return row.changes().path(Math.max(0, node));
    }

    private static @Nullable TableRow<?> row(DragEvent event) {
        Object target = event.getTarget();
        for (Node at = target instanceof Node node ? node : null; at != null; at = at.getParent()) {
            if (at instanceof TableRow<?> row && !row.isEmpty()) {
                return row;
            }
        }
        return null;
    }

    private void mark(@Nullable TableRow<?> row) {
        TableRow<?> before = marked;
        if (before != null) {
            before.pseudoClassStateChanged(TARGET, false);
        }
        marked = row;
        if (row != null) {
            row.pseudoClassStateChanged(TARGET, true);
        }
    }

    private void hide() {
        mark(null);
        setVisible(false);
    }
}
