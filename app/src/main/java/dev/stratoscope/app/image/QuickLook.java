package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.reading.TopLayer;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.files.FileIcons;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;
import dev.stratoscope.app.view.preview.Preview;
import dev.stratoscope.app.view.preview.PreviewPane;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * What is in the selected file, over everything else, until Space or Escape. The arrow keys go on
 * to the next file meanwhile. On the JavaFX thread.
 */
final class QuickLook {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 460;
    private static final double LARGE = 0.86;

    private final JobScope jobs;
    private final Region over;
    private final Consumer<Boolean> move;
    private final Popup popup = new Popup();
    private final BorderPane box = new BorderPane();
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label facts = new Label();
    private final PreviewPane preview = new PreviewPane();
    private @Nullable OpenImage image;
    private @Nullable TopLayer top;
    private @Nullable Job reading;

    /**
     * A popup that is not shown.
     *
     * @param over what it lies over
     * @param move selects the next row, or the one before
     */
    QuickLook(JobScope jobs, Region over, Consumer<Boolean> move) {
        this.jobs = jobs;
        this.over = over;
        this.move = move;
        name.getStyleClass().add("title");
        facts.getStyleClass().add("hint");
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Button close = Actions.icon(MaterialDesignC.CLOSE, "Close (Esc)");
        close.setOnAction(event -> popup.hide());
        HBox head = new HBox(icon, name, facts, spacer, close);
        head.getStyleClass().add("pane-title");
        box.setTop(head);
        box.setCenter(preview);
        box.getStyleClass().add("quick-look");
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.getScene().addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        popup.setOnHidden(event -> stop());
    }

    /** Knows the writable layer on top of the image; null where there is none. */
    void setTop(@Nullable TopLayer now) {
        top = now;
    }

    void setImage(OpenImage opened) {
        image = opened;
    }

    /** Shows a file in a popup over the tree, or a large one over the window. */
    void show(FileSelection path, boolean large) {
        Node owner = over.getScene() == null ? null : over.getScene().getRoot();
        if (owner == null) {
            return;
        }
        Bounds around =
                large
                        ? owner.localToScreen(owner.getLayoutBounds())
                        : over.localToScreen(over.getLayoutBounds());
        double width = large ? around.getWidth() * LARGE : Math.min(WIDTH, around.getWidth() - 24);
        double height =
                large ? around.getHeight() * LARGE : Math.min(HEIGHT, around.getHeight() - 24);
        box.setPrefSize(width, height);
        box.setMaxSize(width, height);
        box.setMinSize(width, height);
        popup.getScene().getStylesheets().setAll(over.getScene().getStylesheets());
        fill(path);
        popup.show(over, around.getCenterX() - width / 2, around.getCenterY() - height / 2);
    }

    /** Shows another file if it is shown; null closes it. */
    void follow(@Nullable FileSelection path) {
        if (popup.isShowing()) {
            if (path == null) {
                popup.hide();
            } else {
                fill(path);
            }
        }
    }

    private void fill(FileSelection path) {
        stop();
        Changeset changes = path.changes();
        PathState state = changes.shown(path.node());
        String words = Escapes.text(changes.name(path.node()));
        icon.setIconCode(FileIcons.of(state.type(), words, true));
        name.setText(words);
        facts.setText(facts(changes, path.node(), state));
        box.setAccessibleText("Quick look: " + words);
        Entry entry = state.entry();
        OpenImage opened = image;
        if (entry == null || opened == null) {
            preview.say(instead(changes, path.node(), state));
            return;
        }
        Contents contents = TopLayer.over(opened.contents(), opened.layerCount(), top);
        reading =
                jobs.start(
                        "Reading " + words,
                        progress -> Preview.read(contents, entry),
                        preview::show,
                        failure -> {
                            if (!(failure instanceof CancellationException)) {
                                preview.say(Problems.of("", failure).reason());
                            }
                        });
    }

    private static String facts(Changeset changes, int node, PathState state) {
        return switch (state.type()) {
            case FILE, HARDLINK -> HumanSize.exact(state.fileSize());
            case DIRECTORY -> HumanSize.exact(changes.totalShown(node)) + " in all";
            default -> state.type().word();
        };
    }

    /** What is said of that which has no content. */
    private static String instead(Changeset changes, int node, PathState state) {
        if (state.type() == EntryType.DIRECTORY) {
            int entries = 0;
            for (int at = changes.firstChild(node); at < changes.endOfChildren(node); at++) {
                entries += changes.contains(at) ? 1 : 0;
            }
            return String.format(
                    "A folder with %,d %s.", entries, entries == 1 ? "entry" : "entries");
        }
        return state.type() == EntryType.SYMLINK
                ? "A symbolic link to " + Escapes.text(state.attributes().link())
                : "There is nothing to read in a " + state.type().word() + ".";
    }

    private void onKey(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.SPACE || code == KeyCode.ESCAPE || code == KeyCode.ENTER) {
            popup.hide();
            event.consume();
        } else if (code == KeyCode.UP || code == KeyCode.DOWN) {
            move.accept(code == KeyCode.DOWN);
            event.consume();
        }
    }

    private void stop() {
        Job before = reading;
        if (before != null) {
            before.cancel();
        }
        reading = null;
        preview.clear();
    }
}
