package dev.stratoscope.app.images;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.SubjectHeader;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.StoreContents;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** The top of the images view: what the store holds and costs, and what can be done with it. */
final class ImagesHeader extends SubjectHeader {
    private final Button prune = new Button("Prune", Icons.of(MaterialDesignB.BROOM));

    private String frees = "";
    private boolean narrow;

    ImagesHeader(Opener opener, Acts acts) {
        super(MaterialDesignL.LAYERS_TRIPLE_OUTLINE, "Images");
        Button open = new Button("Open…", Icons.of(MaterialDesignF.FOLDER_OPEN_OUTLINE));
        open.getStyleClass().add("accent");
        open.setTooltip(
                new Tooltip("Read an image file where it lies; nothing is copied (Ctrl+O)"));
        open.setOnAction(event -> opener.chooseFile());
        MenuItem file = new MenuItem("A file…", Icons.of(MaterialDesignA.ARCHIVE_OUTLINE));
        file.setOnAction(event -> acts.loadFile());
        MenuItem folder = new MenuItem("A folder…", Icons.of(MaterialDesignF.FOLDER_OUTLINE));
        folder.setOnAction(event -> acts.loadFolder());
        MenuButton load =
                new MenuButton("Load", Icons.of(MaterialDesignT.TRAY_ARROW_DOWN), file, folder);
        load.setTooltip(new Tooltip("Copy images into the store; layers it has are not copied"));
        load.setId("load-images");
        prune.setId("prune-images");
        prune.setTooltip(
                new Tooltip("Remove the images without names, and blobs that nothing needs"));
        prune.setOnAction(event -> acts.prune());
        for (Region button : new Region[] {open, load, prune}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        atRight(open, load, prune);
    }

    /** Tells what the store holds. */
    void show(StoreContents contents) {
        int images = contents.images().size();
        long dangling = contents.images().stream().filter(KeptImage::isDangling).count();
        meta().getChildren().clear();
        meta().addAfterLine(
                        figure(
                                images + (images == 1 ? " image" : " images") + ",",
                                HumanSize.spaced(contents.storedSize()) + " on disk"));
        if (contents.savedSize() > 0) {
            meta().addAfterLine(
                            new Label("sharing saves " + HumanSize.spaced(contents.savedSize())));
        }
        if (dangling > 0) {
            meta().addAfterLine(new Label(dangling + " dangling"));
        }
        boolean any = contents.prunable() > 0 || dangling > 0;
        frees = HumanSize.spaced(contents.prunable());
        prune.setDisable(!any);
        prune.setAccessibleText("Prune, frees " + frees);
        name();
    }

    /** Leaves out of the buttons what is said elsewhere too. */
    void setNarrow(boolean isNarrow) {
        narrow = isNarrow;
        name();
    }

    private void name() {
        prune.setText(narrow ? "Prune" : "Prune, frees " + frees);
    }

    private static Node figure(String number, String words) {
        Label strong = new Label(number);
        strong.getStyleClass().add("strong");
        strong.setMinWidth(USE_PREF_SIZE);
        HBox box = new HBox(4, strong, new Label(words));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
