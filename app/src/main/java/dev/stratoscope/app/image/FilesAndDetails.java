package dev.stratoscope.app.image;

import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.files.FilesPane;

import javafx.geometry.Orientation;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

/**
 * Files beside details. Where there is no room for both, details fold to a button, and stand below
 * the files when it is down.
 */
final class FilesAndDetails extends SplitPane {
    /** What is left of a window of 1180 for both. */
    private static final double ROOM = 795;

    private static final double DETAILS_WIDTH = 344;

    /** With less room than this the button has no room for its word. */
    private static final double ROOM_FOR_WORD = 560;

    private final Region details;
    private final ToggleButton show = new ToggleButton("Details");
    private boolean placed;

    FilesAndDetails(FilesPane files, Region details) {
        super(files);
        this.details = details;
        files.setMinWidth(320);
        details.setMinWidth(280);
        details.setPrefWidth(DETAILS_WIDTH);
        SplitPane.setResizableWithParent(details, false);
        show.setGraphic(Icons.of(MaterialDesignD.DOCK_BOTTOM));
        show.setTooltip(new Tooltip("Details of the selected path"));
        show.setAccessibleText("Details");
        show.setMinWidth(USE_PREF_SIZE);
        show.setManaged(false);
        show.setVisible(false);
        files.setTool(show);
        show.setOnAction(event -> arrange());
        widthProperty().addListener((property, before, now) -> arrange());
    }

    /** Unfolds the details where they are folded. */
    void showDetails() {
        show.setSelected(true);
        arrange();
    }

    private void arrange() {
        boolean narrow = getWidth() < ROOM;
        boolean was = getOrientation() == Orientation.VERTICAL;
        show.setManaged(narrow);
        show.setVisible(narrow);
        boolean wordless = getWidth() < ROOM_FOR_WORD;
        show.setContentDisplay(wordless ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
        show.getStyleClass().remove("button-icon");
        if (wordless) {
            show.getStyleClass().add("button-icon");
        }
        boolean wanted = !narrow || show.isSelected();
        boolean there = getItems().contains(details);
        if (narrow != was) {
            setOrientation(narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        }
        if (!wanted) {
            getItems().remove(details);
        } else if (!there) {
            getItems().add(details);
        }
        if (wanted && getWidth() > 0 && (!placed || !there || narrow != was)) {
            placed = true;
            setDividerPositions(narrow ? 0.5 : 1 - DETAILS_WIDTH / getWidth());
        }
    }
}
