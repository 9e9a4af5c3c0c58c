package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.ModeText;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.preview.PreviewPane;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.parcel.FileBytes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

import java.util.List;
import java.util.function.BiConsumer;

/**
 * One file of a container: what it is, what is in it, and an editor where that is text. What was
 * typed and not saved is kept while other files are looked at. On the JavaFX thread.
 */
final class FileView extends BorderPane {
    private static final KeyCombination SAVE = KeyCombination.valueOf("Shortcut+S");

    private final JobScope jobs;
    private final BiConsumer<ByteString, byte[]> save;
    private final Label name = new Label();
    private final Label unsaved = new Label("Unsaved");
    private final Label path = new Label();
    private final Label facts = new Label();
    private final Label note = new Label();
    private final Button edit = new Button("Edit", Icons.of(MaterialDesignP.PENCIL_OUTLINE));
    private final Button store = new Button("Save", Icons.of(MaterialDesignC.CONTENT_SAVE_OUTLINE));
    private final Button back = new Button("Revert", Icons.of(MaterialDesignU.UNDO_VARIANT));
    private final PreviewPane preview = new PreviewPane();
    private final TextArea area = new TextArea();
    private final Drafts drafts = new Drafts();
    private @Nullable Shown shown;
    private @Nullable Job reading;
    private boolean filling;

    /** A file that is looked at. */
    private record Shown(
            ByteString path, PathState state, Contents contents, boolean isTop, boolean isGone) {
        boolean isSame(Shown other) {
            return path.equals(other.path)
                    && state.type() == other.state.type()
                    && state.fileSize() == other.state.fileSize()
                    && state.attributes().equals(other.state.attributes())
                    && isTop == other.isTop
                    && isGone == other.isGone;
        }
    }

    /**
     * No file.
     *
     * @param save writes a file
     */
    FileView(JobScope jobs, BiConsumer<ByteString, byte[]> save) {
        this.jobs = jobs;
        this.save = save;
        getStyleClass().addAll("pane", "details", "file-view");
        name.getStyleClass().add("title");
        name.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        unsaved.getStyleClass().addAll("pill", "unsaved-pill");
        unsaved.setMinWidth(USE_PREF_SIZE);
        edit.setId("edit-file");
        store.setId("save-file");
        back.setId("revert-edit");
        edit.setOnAction(event -> edit());
        store.setOnAction(event -> save());
        back.setOnAction(event -> giveUp());
        for (Button button : new Button[] {edit, store, back}) {
            button.getStyleClass().add("small");
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
        store.getStyleClass().add("accent");
        unsaved.managedProperty().bind(unsaved.visibleProperty());
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox head = new HBox(8, name, unsaved, spacer, edit, back, store);
        head.getStyleClass().add("pane-title");
        path.getStyleClass().addAll("mono", "muted");
        path.setWrapText(true);
        path.setMinHeight(USE_PREF_SIZE);
        facts.getStyleClass().addAll("mono", "muted");
        facts.setWrapText(true);
        facts.setMinHeight(USE_PREF_SIZE);
        note.getStyleClass().addAll("secondary", "muted");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.managedProperty().bind(note.visibleProperty());
        VBox lines = new VBox(4, path, facts, note);
        lines.getStyleClass().add("file-facts");
        setTop(new VBox(head, lines));
        area.setId("editor");
        area.getStyleClass().addAll("mono", "editor");
        area.setAccessibleText("Text of the file");
        area.textProperty().addListener((property, before, now) -> typed(now));
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        setCenter(preview);
        show(null, null, null, false, false);
    }

    /** Leaves out the path, which the tree above says, where there is little room. */
    void setBrief(boolean wanted) {
        path.setManaged(!wanted);
        path.setVisible(!wanted);
    }

    /** What was typed into a file, or into files of a folder, goes on under its other name. */
    void renamed(ByteString from, ByteString to) {
        drafts.rename(from, to);
    }

    /** The files whose text is not saved, in the order of their names. */
    List<ByteString> unsaved() {
        return drafts.unsaved();
    }

    /**
     * Shows a path; null for none.
     *
     * @param isTop whether the state is the container's of now, so that it can be written
     * @param isGone whether the path is deleted, and the state what was there before
     */
    void show(
            @Nullable ByteString at,
            @Nullable PathState state,
            @Nullable Contents contents,
            boolean isTop,
            boolean isGone) {
        Shown before = shown;
        if (at == null || state == null || contents == null) {
            shown = null;
            name.setText("");
            path.setText("Select a file to see what is in it.");
            facts.setText("");
            note.setText("");
            preview.clear();
            setCenter(preview);
            tell(null);
            return;
        }
        Shown now = new Shown(at, state, contents, isTop, isGone);
        shown = now;
        if (before != null && before.isSame(now)) {
            return;
        }
        String whole = Escapes.text(at);
        name.setText(whole.substring(whole.lastIndexOf('/') + 1));
        path.setText("/" + whole);
        facts.setText(words(state));
        Drafts.Draft draft = drafts.get(at);
        if (draft != null && (draft.isUnsaved() || isEditing()) && isTop) {
            boolean moved = !draft.state().attributes().equals(state.attributes());
            note.setText(
                    moved && draft.isUnsaved()
                            ? "The container wrote this file meanwhile. Save replaces that."
                            : "");
            fill(draft);
            if (!draft.isUnsaved() && isTop) {
                read(now, false);
            }
            return;
        }
        note.setText("");
        if (draft != null && !draft.isUnsaved()) {
            drafts.remove(at);
        }
        present(now);
    }

    /** Whether something was typed that only the writable layer's state of the file shows. */
    private boolean waits() {
        Shown now = shown;
        Drafts.Draft draft = now == null || now.isTop() ? null : drafts.get(now.path());
        if (draft == null) {
            return false;
        }
        note.setText("Not saved yet. Select the writable layer to see what was typed.");
        return true;
    }

    private boolean isEditing() {
        return area.equals(getCenter());
    }

    private static String words(PathState state) {
        EntryType type = state.type() == EntryType.HARDLINK ? EntryType.FILE : state.type();
        String mode = ModeText.of(type, state.attributes().mode());
        String size = state.entry() == null ? "" : HumanSize.grouped(state.fileSize()) + " B   ";
        String owner = state.attributes().uid() + ":" + state.attributes().gid();
        String link =
                type == EntryType.SYMLINK ? "   → " + Escapes.text(state.attributes().link()) : "";
        return size + mode + "   " + owner + link;
    }

    private void present(Shown now) {
        Entry entry = now.state().entry();
        setCenter(preview);
        if (entry == null) {
            preview.say(now.state().type() == EntryType.DIRECTORY ? "" : "It has no content.");
        } else {
            preview.open(jobs, now.contents(), entry);
        }
        tell(null);
    }

    /** Opens the editor, or says why the file is not edited. */
    void edit() {
        Shown now = shown;
        if (now != null && now.isTop()) {
            read(now, true);
        }
    }

    private void read(Shown now, boolean asked) {
        Entry entry = now.state().entry();
        if (entry == null) {
            return;
        }
        stopReading();
        reading =
                jobs.start(
                        "Reading " + name.getText(),
                        progress -> TextFile.read(FileBytes.of(now.contents(), entry)),
                        file -> edit(now, file, asked),
                        failure -> note.setText(Problems.of("", failure).reason()));
    }

    private void edit(Shown now, TextFile file, boolean asked) {
        Drafts.Draft typed = drafts.get(now.path());
        if (!now.equals(shown) || (typed != null && typed.isUnsaved())) {
            return;
        }
        if (file.refusal() != null) {
            note.setText(file.refusal());
            return;
        }
        Drafts.Draft draft = new Drafts.Draft(file, now.state(), file.text());
        drafts.put(now.path(), draft);
        note.setText("");
        fill(draft);
        if (asked) {
            area.requestFocus();
            area.positionCaret(0);
        }
    }

    private void fill(Drafts.Draft draft) {
        filling = true;
        if (!area.getText().equals(draft.text())) {
            int caret = area.getCaretPosition();
            area.setText(draft.text());
            area.positionCaret(Math.min(caret, draft.text().length()));
        }
        filling = false;
        setCenter(area);
        tell(draft);
    }

    private void typed(String text) {
        Shown now = shown;
        Drafts.Draft draft = now == null ? null : drafts.get(now.path());
        if (!filling && now != null && draft != null) {
            Drafts.Draft next = draft.with(text);
            drafts.put(now.path(), next);
            tell(next);
        }
    }

    private void tell(Drafts.@Nullable Draft draft) {
        Shown now = shown;
        boolean isFile = now != null && now.state().entry() != null && now.isTop();
        boolean changed = draft != null && draft.isUnsaved();
        edit.setVisible(isFile && draft == null);
        store.setVisible(draft != null);
        back.setVisible(draft != null);
        back.setText(changed ? "Revert" : "Close");
        store.setDisable(!changed);
        unsaved.setVisible(changed);
        if (now != null && now.state().entry() != null && !now.isTop() && !waits()) {
            note.setText(
                    now.isGone()
                            ? "Deleted. This is what was there before."
                            : "As of this layer. Select the writable layer to edit it.");
        }
    }

    /** Writes what was typed; nothing where nothing was. */
    void save() {
        Shown now = shown;
        Drafts.Draft draft = now == null ? null : drafts.get(now.path());
        if (now != null && draft != null && draft.isUnsaved() && isEditing()) {
            save.accept(now.path(), draft.file().with(draft.text()));
        }
    }

    /** A file was written: what was typed of it is what it holds. */
    void saved(ByteString at) {
        Drafts.Draft draft = drafts.get(at);
        if (draft != null) {
            TextFile was = draft.file();
            TextFile file = new TextFile(draft.text(), was.isCarried(), was.isMarked(), null);
            Drafts.Draft clean = new Drafts.Draft(file, draft.state(), draft.text());
            drafts.put(at, clean);
            Shown now = shown;
            if (now != null && now.path().equals(at) && isEditing()) {
                note.setText("");
                tell(clean);
            }
        }
    }

    /** Goes back to what the file holds, without what was typed. */
    private void giveUp() {
        Shown now = shown;
        if (now == null) {
            return;
        }
        Drafts.Draft draft = drafts.get(now.path());
        if (draft != null && draft.isUnsaved()) {
            Drafts.Draft clean = draft.with(draft.file().text());
            drafts.put(now.path(), clean);
            fill(clean);
        } else {
            drafts.remove(now.path());
            present(now);
        }
    }

    private void stopReading() {
        Job before = reading;
        if (before != null) {
            before.cancel();
        }
    }

    private void onKey(KeyEvent event) {
        if (SAVE.match(event)) {
            save();
            event.consume();
        }
    }
}
