package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.ModeText;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Badge;
import dev.stratoscope.app.view.files.FileIcons;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;
import dev.stratoscope.app.view.preview.Preview;
import dev.stratoscope.app.view.preview.PreviewPane;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/** Everything known of the selected path: facts, its content, and the layers that touched it. */
final class DetailsPane extends BorderPane {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final JobScope jobs;
    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Badge badge = new Badge();
    private final Label path = new Label();
    private final GridPane facts = new GridPane();
    private final PreviewPane preview = new PreviewPane();
    private final TouchList touches;
    private final VBox content;
    private OwnerNames owners = OwnerNames.NONE;
    private @Nullable OpenImage image;
    private @Nullable Job reading;
    private ByteString shown = ByteString.EMPTY;

    /**
     * A pane that shows nothing yet.
     *
     * @param touches the list of layers that touched the path
     */
    DetailsPane(JobScope jobs, TouchList touches) {
        this.jobs = jobs;
        this.touches = touches;
        getStyleClass().addAll("pane", "details");
        name.getStyleClass().add("title");
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox title =
                new HBox(icon, name, badge, spacer, Actions.copy("the path", () -> "/" + shown));
        title.getStyleClass().add("pane-title");
        path.getStyleClass().addAll("mono", "muted", "details-path");
        path.setWrapText(true);
        path.setMinHeight(Region.USE_PREF_SIZE);
        facts.getStyleClass().add("facts");
        VBox.setVgrow(preview, Priority.ALWAYS);
        content = new VBox(title, path, touches.notice(), facts, preview, touches);
        clear();
    }

    void setImage(OpenImage opened, OwnerNames names) {
        image = opened;
        owners = names;
    }

    /** Shows a path; null empties the pane. */
    void show(@Nullable FileSelection selection) {
        Job before = reading;
        if (before != null) {
            before.cancel();
        }
        OpenImage opened = image;
        if (selection == null || opened == null) {
            clear();
            return;
        }
        Changeset changes = selection.changes();
        int node = selection.node();
        PathState state = changes.shown(node);
        Kind kind = changes.kind(node);
        EntryType type = state.type();
        shown = changes.path(node);
        String base = Escapes.text(changes.name(node));
        icon.setIconCode(FileIcons.of(type, base, false));
        name.setText(base);
        badge.show(kind, false);
        path.setText("/" + Escapes.text(shown));
        facts.getChildren().clear();
        addFacts(selection, state);
        setCenter(content);
        touches.show(shown);
        Entry entry = state.entry();
        preview.setVisible(entry != null);
        if (entry != null) {
            read(opened, entry);
        } else {
            preview.clear();
        }
    }

    private void read(OpenImage opened, Entry entry) {
        reading =
                jobs.start(
                        "Reading " + Escapes.text(entry.path()),
                        progress -> Preview.read(opened.contents(), entry),
                        read -> {
                            fact("Content", content(read));
                            preview.show(read);
                        },
                        failure -> {
                            if (!(failure instanceof CancellationException)) {
                                preview.say(Problems.of("", failure).reason());
                            }
                        });
    }

    private static String content(Preview read) {
        int lines = read.lines().size();
        return lines == 0 || read.isCut()
                ? read.kind()
                : read.kind() + String.format(", %,d line%s", lines, lines == 1 ? "" : "s");
    }

    private void addFacts(FileSelection selection, PathState state) {
        Changeset changes = selection.changes();
        int node = selection.node();
        Attributes attributes = state.attributes();
        EntryType type = state.type();
        switch (type) {
            case FILE, HARDLINK ->
                    fact("Size", HumanSize.exact(state.fileSize()) + grown(selection));
            case DIRECTORY -> {
                fact("Size", HumanSize.exact(changes.total(node)) + " in all");
                fact("Holds", children(changes, node) + " entries");
            }
            case SYMLINK -> fact("Target", Escapes.text(attributes.link()));
            case CHARACTER_DEVICE, BLOCK_DEVICE ->
                    fact("Device", attributes.deviceMajor() + ":" + attributes.deviceMinor());
            case FIFO, WHITEOUT -> {}
        }
        ByteString link = state.sameAs();
        if (link != null) {
            fact("Same as", "/" + Escapes.text(link));
        }
        fact(
                "Mode",
                ModeText.of(type, attributes.mode()) + " " + ModeText.octal(attributes.mode()));
        String numbers = attributes.uid() + ":" + attributes.gid();
        String named = Escapes.text(owners.of(attributes));
        fact("Owner", named.equals(numbers) ? numbers : named + " " + numbers);
        fact("Modified", TIME.format(attributes.mtime()));
        if (state.isImplied()) {
            fact("Note", "no entry of a layer names this folder");
        }
        attributes
                .xattrs()
                .forEach((key, value) -> fact("xattr", Escapes.text(key + " = " + value)));
    }

    private static int children(Changeset changes, int node) {
        int found = 0;
        for (int at = changes.firstChild(node); at < changes.endOfChildren(node); at++) {
            found += changes.contains(at) ? 1 : 0;
        }
        return found;
    }

    private static String grown(FileSelection selection) {
        PathState before = selection.changes().before(selection.node());
        PathState after = selection.changes().after(selection.node());
        if (before == null || after == null) {
            return "";
        }
        long difference = after.fileSize() - before.fileSize();
        return difference == 0
                ? ""
                : String.format(" (%s%,d)", difference > 0 ? "+" : "\u2212", Math.abs(difference));
    }

    private void fact(String label, String words) {
        Label name = new Label(label);
        name.getStyleClass().add("fact-name");
        Label value = new Label(words);
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setHgrow(value, Priority.ALWAYS);
        facts.addRow(facts.getRowCount(), name, value);
    }

    private void clear() {
        shown = ByteString.EMPTY;
        Label hint =
                new Label(
                        "Select a file to see what it is, what is in it, and which layers touched"
                                + " it.");
        hint.setWrapText(true);
        hint.getStyleClass().add("reason");
        VBox empty = new VBox(hint);
        empty.getStyleClass().add("empty-state");
        setCenter(empty);
    }
}
