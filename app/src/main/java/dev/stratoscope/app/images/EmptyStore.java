package dev.stratoscope.app.images;

import dev.stratoscope.app.view.Icons;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import java.util.List;

/** What is shown while the store holds nothing: how to see a first image, and those seen lately. */
final class EmptyStore extends VBox {
    private static final double WIDTH = 480;

    private final RecentList recent;

    EmptyStore(Opener opener) {
        getStyleClass().add("empty-store");
        setAlignment(Pos.CENTER);
        setSpacing(16);
        Label title = new Label("No images yet", Icons.of(MaterialDesignL.LAYERS_TRIPLE_OUTLINE));
        title.getStyleClass().add("title");
        Label reason =
                new Label(
                        "The store is empty. Start with the sample, or open a file: it is read"
                            + " where it lies, in a tab of its own. Load, or Keep in store there,"
                            + " copies it here, each layer once.");
        reason.getStyleClass().add("reason");
        reason.setWrapText(true);
        reason.setMinHeight(USE_PREF_SIZE);
        Button sample = new Button("Open the sample");
        sample.setId("open-sample");
        sample.getStyleClass().add("accent");
        sample.setOnAction(event -> opener.openSample());
        Button file = new Button("Open a file…", Icons.of(MaterialDesignF.FILE_OUTLINE));
        file.setOnAction(event -> opener.chooseFile());
        Button folder = new Button("Open a folder…", Icons.of(MaterialDesignF.FOLDER_OUTLINE));
        folder.setOnAction(event -> opener.chooseFolder());
        VBox card = new VBox(12, title, reason, new HBox(8, sample, file, folder));
        card.getStyleClass().add("inset");
        recent = new RecentList(opener, 8);
        VBox column = new VBox(24, new DropHint(), card, recent);
        column.setMaxSize(WIDTH, USE_PREF_SIZE);
        getChildren().setAll(column);
    }

    void showRecent(List<Recent> sources) {
        recent.show(sources);
    }
}
