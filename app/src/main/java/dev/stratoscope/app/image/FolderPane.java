package dev.stratoscope.app.image;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Badge;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.files.FileIcons;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.tree.ByteString;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.function.Consumer;

/** The largest things in a folder; a click on one shows it in the tree. */
final class FolderPane extends VBox {
    private static final List<Kind> KINDS =
            List.of(Kind.ADDED, Kind.MODIFIED, Kind.METADATA_ONLY, Kind.DELETED);
    private static final double BAR = 88;

    private final VBox rows = new VBox();
    private final Label title = new Label("Largest in this folder");
    private final Consumer<ByteString> reveal;

    FolderPane(Consumer<ByteString> reveal) {
        this.reveal = reveal;
        getStyleClass().add("largest");
        title.getStyleClass().add("section-title");
        HBox head = new HBox(title);
        head.getStyleClass().add("pane-title");
        head.managedProperty().bind(head.visibleProperty());
        head.visibleProperty().bind(title.visibleProperty());
        getChildren().setAll(head, rows);
        clear();
    }

    void clear() {
        rows.getChildren().clear();
        title.setVisible(false);
    }

    void show(FolderSummary summary) {
        rows.getChildren().clear();
        List<FolderSummary.Child> largest = summary.largest();
        title.setVisible(!largest.isEmpty());
        for (FolderSummary.Child child : largest) {
            rows.getChildren().add(row(child, largest.get(0).bytes()));
        }
    }

    /** {@code 12 paths, 310 files and 14 folders in all}. */
    static String holds(FolderSummary summary) {
        return counted(summary.children(), "path", "paths")
                + "; "
                + counted(summary.files(), "file", "files")
                + " and "
                + counted(summary.folders(), "folder", "folders")
                + " in all";
    }

    /** A badge and a number for each kind of change. */
    static FlowPane kinds(FolderSummary summary) {
        FlowPane box = new FlowPane(12, 4);
        for (Kind kind : KINDS) {
            int count = summary.kinds().getOrDefault(kind, 0);
            if (count > 0) {
                HBox one = new HBox(6, new Badge(kind), new Label(HumanSize.grouped(count)));
                one.setAlignment(Pos.CENTER_LEFT);
                box.getChildren().add(one);
            }
        }
        return box;
    }

    private Button row(FolderSummary.Child child, long most) {
        String shown = Escapes.text(child.name());
        Label name = new Label(shown, Icons.of(FileIcons.of(child.type(), shown, false)));
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label size = new Label(HumanSize.spaced(child.bytes()));
        size.getStyleClass().add("mono");
        Region bar = new Region();
        bar.getStyleClass().add("bar");
        bar.setMaxWidth(Math.max(2, BAR * child.bytes() / Math.max(1, most)));
        StackPane sized = new StackPane(bar, size);
        sized.setMinWidth(BAR);
        sized.setPrefWidth(BAR);
        StackPane.setAlignment(bar, Pos.CENTER_LEFT);
        StackPane.setAlignment(size, Pos.CENTER_RIGHT);
        HBox content = new HBox(8, name, sized);
        content.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button(null, content);
        row.getStyleClass().addAll("flat", "largest-row");
        row.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(row.widthProperty().subtract(24));
        row.setAccessibleText(shown + ", " + HumanSize.spaced(child.bytes()));
        row.setOnAction(event -> reveal.accept(child.path()));
        return row;
    }

    private static String counted(int count, String one, String many) {
        return HumanSize.grouped(count) + " " + (count == 1 ? one : many);
    }
}
