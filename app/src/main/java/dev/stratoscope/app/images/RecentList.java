package dev.stratoscope.app.images;

import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.ImageSource;

import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import java.util.List;

/** What was opened lately and is still there; nothing at all where that is nothing. */
final class RecentList extends VBox {
    private final Opener opener;
    private final int most;

    /**
     * An empty list.
     *
     * @param most how many are shown
     */
    RecentList(Opener opener, int most) {
        super(4);
        this.opener = opener;
        this.most = most;
        getStyleClass().add("recent");
        show(List.of());
    }

    /** Shows what was opened lately, newest first. */
    void show(List<Recent> sources) {
        getChildren().clear();
        for (Recent one : sources.subList(0, Math.min(most, sources.size()))) {
            Hyperlink link = new Hyperlink(one.name());
            link.setOnAction(event -> opener.open(ImageSource.parse(one.source())));
            link.setGraphic(
                    Icons.of(
                            one.isFolder()
                                    ? MaterialDesignF.FOLDER_OUTLINE
                                    : MaterialDesignA.ARCHIVE_OUTLINE));
            Label where = new Label(one.folder());
            where.getStyleClass().addAll("secondary", "muted");
            HBox row = new HBox(8, link, where);
            row.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(row);
        }
        if (!getChildren().isEmpty()) {
            Label title = new Label("Opened lately");
            title.getStyleClass().add("section-title");
            getChildren().addFirst(title);
        }
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }
}
