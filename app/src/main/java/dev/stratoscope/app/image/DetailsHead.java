package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Badge;
import dev.stratoscope.app.view.Banner;
import dev.stratoscope.app.view.files.FileIcons;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The name of the selected path, with what brings it out of the image: opened by another program,
 * saved, its path copied.
 */
final class DetailsHead extends VBox {
    private final JobScope jobs;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Badge badge = new Badge();
    private final Button open = Actions.icon(MaterialDesignO.OPEN_IN_NEW, "Open outside");
    private final Button save = Actions.icon(MaterialDesignT.TRAY_ARROW_DOWN, "Save as…");
    private final Button extract =
            Actions.icon(MaterialDesignF.FOLDER_DOWNLOAD_OUTLINE, "Extract…");
    private final VBox notices = new VBox();
    private Function<String, @Nullable Path> chooser = this::ask;
    private OutsideProgram.Opener opener = OutsideProgram::onDesktop;
    private @Nullable Consumer<FileSelection> onExtract;
    private ByteString path = ByteString.EMPTY;

    DetailsHead(JobScope jobs) {
        this.jobs = jobs;
        name.getStyleClass().add("title");
        name.setMinWidth(40);
        badge.setMinWidth(USE_PREF_SIZE);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Button copy = Actions.copy("the path", this::pathText);
        for (Button button : new Button[] {open, save, extract, copy}) {
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
        HBox title = new HBox(icon, name, badge, spacer, open, save, extract, copy);
        title.getStyleClass().add("pane-title");
        notices.getStyleClass().add("notices");
        notices.managedProperty().bind(notices.visibleProperty());
        getChildren().setAll(title, notices);
        clearNotices();
    }

    /** Asks where to save in another way; the answer is null for nowhere. */
    void setChooser(Function<String, @Nullable Path> asking) {
        chooser = asking;
    }

    /** Opens copies in another way. */
    void setOpener(OutsideProgram.Opener other) {
        opener = other;
    }

    /** Offers to extract folders. */
    void setOnExtract(Consumer<FileSelection> action) {
        onExtract = action;
    }

    void show(Contents contents, FileSelection selection, PathState state) {
        path = selection.changes().path(selection.node());
        ByteString base = selection.changes().name(selection.node());
        String shown = base.isEmpty() ? "/" : Escapes.text(base);
        icon.setIconCode(FileIcons.of(state.type(), shown, false));
        name.setText(shown);
        name.setTooltip(new Tooltip(shown));
        badge.show(selection.changes().kind(selection.node()), false);
        clearNotices();
        Entry entry = state.entry();
        open.setVisible(entry != null);
        save.setVisible(entry != null);
        Consumer<FileSelection> extracting = onExtract;
        extract.setVisible(extracting != null && state.type() == EntryType.DIRECTORY);
        if (extracting != null) {
            extract.setOnAction(event -> extracting.accept(selection));
        }
        if (entry != null) {
            open.setOnAction(event -> open(contents, entry, base));
            save.setOnAction(event -> save(contents, entry, base));
        }
    }

    /** The path as it is; one that is not UTF-8, which a clipboard cannot hold, with escapes. */
    private String pathText() {
        return "/" + (path.isUtf8() ? path.toString() : Escapes.text(path));
    }

    private void save(Contents contents, Entry entry, ByteString base) {
        Path destination = chooser.apply(OutsideProgram.plainName(base));
        if (destination == null) {
            return;
        }
        String shown = Escapes.text(base);
        say("Saving " + shown + "…");
        jobs.start(
                "Saving " + shown,
                progress -> {
                    SavedCopy.write(contents, entry, destination, progress);
                    return destination;
                },
                saved ->
                        say(
                                "Saved as "
                                        + Escapes.text(saved.getFileName() + "")
                                        + ", "
                                        + HumanSize.exact(entry.size())
                                        + "."),
                failure -> failed(shown + " was not saved", failure, null, () -> {}));
    }

    private void open(Contents contents, Entry entry, ByteString base) {
        String shown = Escapes.text(base);
        OutsideProgram.Opener program = opener;
        say("Opening " + shown + "…");
        jobs.start(
                "Opening " + shown,
                progress -> OutsideProgram.open(contents, entry, base, program, progress),
                opened -> say("Opened a copy of " + shown + " outside."),
                failure ->
                        failed(
                                shown + " cannot be opened outside",
                                failure,
                                "Save as…",
                                () -> save(contents, entry, base)));
    }

    private void failed(String title, Throwable failure, @Nullable String cure, Runnable action) {
        clearNotices();
        if (!(failure instanceof CancellationException)) {
            Problem problem = Problems.of(title, failure);
            Banner banner = new Banner(problem, cure, action, gone -> clearNotices());
            notices.getChildren().setAll(banner);
            notices.setVisible(true);
        }
    }

    private void say(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("secondary", "muted");
        label.setWrapText(true);
        notices.getChildren().setAll(label);
        notices.setVisible(true);
    }

    private void clearNotices() {
        notices.getChildren().clear();
        notices.setVisible(false);
    }

    private @Nullable Path ask(String suggestion) {
        FileChooser asking = new FileChooser();
        asking.setTitle("Save as");
        asking.setInitialFileName(suggestion);
        File chosen = asking.showSaveDialog(getScene().getWindow());
        return chosen == null ? null : chosen.toPath();
    }
}
