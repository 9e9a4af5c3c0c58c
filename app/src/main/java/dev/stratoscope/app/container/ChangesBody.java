package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.Layout;

import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/**
 * The changed paths, below them how one differs, and beside them what is committed. Where there is
 * no room the commit takes the place of the paths while its button is down, and the difference
 * folds. On the JavaFX thread.
 */
final class ChangesBody extends BorderPane {
    private static final double ROOM_FOR_COMMIT = 720;
    private static final double ROOM_FOR_DIFFERENCE = 460;
    private static final double COMMIT_WIDTH = 330;
    private static final double FILES_SHARE = 0.56;

    private final Region files;
    private final Region difference;
    private final Region commit;
    private final SplitPane left = new SplitPane();
    private final SplitPane whole = new SplitPane();
    private final ToggleButton button =
            new ToggleButton("Commit…", Icons.of(MaterialDesignS.SOURCE_COMMIT));
    private boolean placed;
    private boolean asked;
    private boolean differing;

    ChangesBody(Region files, Region difference, Region commit) {
        this.files = files;
        this.difference = difference;
        this.commit = commit;
        left.setOrientation(Orientation.VERTICAL);
        left.getItems().setAll(files);
        commit.setMinWidth(260);
        commit.setPrefWidth(COMMIT_WIDTH);
        SplitPane.setResizableWithParent(commit, false);
        button.setId("show-commit");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> arrange());
        widthProperty()
                .addListener(
                        (property, before, now) -> Layout.arrange(this, before, this::arrange));
        heightProperty()
                .addListener((property, before, now) -> Layout.arrange(this, before, this::differ));
        arrange();
    }

    /** Shows the commit where there is no room for it beside the paths. */
    ToggleButton commitButton() {
        return button;
    }

    /** Shows the commit, or the paths again where there is no room for both. */
    void showCommit(boolean wanted) {
        button.setSelected(wanted);
        arrange();
    }

    /** Shows how the selected path differs, or leaves its room to the paths. */
    void showDifference(boolean wanted) {
        asked = true;
        differing = wanted;
        differ();
    }

    /** Shows the difference where it is not to be seen, and hides it where it is. */
    void fold() {
        showDifference(!left.getItems().contains(difference));
    }

    private void differ() {
        boolean wanted = asked ? differing : getHeight() >= ROOM_FOR_DIFFERENCE;
        boolean there = left.getItems().contains(difference);
        if (wanted && !there) {
            left.getItems().setAll(files, difference);
            left.setDividerPositions(FILES_SHARE);
        } else if (!wanted && there) {
            left.getItems().setAll(files);
        }
    }

    private void arrange() {
        boolean room = getWidth() >= ROOM_FOR_COMMIT;
        button.setVisible(!room);
        button.setManaged(!room);
        if (room) {
            if (whole.getItems().size() != 2) {
                setCenter(null);
                whole.getItems().setAll(left, commit);
                setCenter(whole);
                placed = false;
            }
            if (!placed) {
                placed = true;
                whole.setDividerPositions(1 - COMMIT_WIDTH / getWidth());
            }
        } else {
            whole.getItems().clear();
            setCenter(button.isSelected() ? commit : left);
        }
    }
}
