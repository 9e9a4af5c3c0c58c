package dev.stratoscope.app.build;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.model.build.StepResult;
import dev.stratoscope.model.dockerfile.DockerfileException;
import dev.stratoscope.model.dockerfile.Finding;
import dev.stratoscope.model.dockerfile.SourceRange;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

import java.util.List;

/** The Dockerfile in an editor, with what is known of each line. On the JavaFX thread. */
final class DockerfilePane extends BorderPane {
    private static final Duration TYPING = Duration.millis(180);

    private final BuildShow show;
    private final DockerfileArea editor = new DockerfileArea(this::facts);
    private final Label title = new Label();
    private final Label state = new Label();
    private final Button count = new Button();
    private final Button save = Actions.icon(MaterialDesignC.CONTENT_SAVE_OUTLINE, "Save (Ctrl+S)");
    private final Button undo = Actions.icon(MaterialDesignU.UNDO_VARIANT, "Undo (Ctrl+Z)");
    private final FindingBar bar = new FindingBar(this::mend);
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private final PauseTransition pause = new PauseTransition(TYPING);
    private List<Finding> findings = List.of();
    private @Nullable DockerfileException error;
    private String saved = "";

    /**
     * Without a text.
     *
     * @param typed told when typing pauses
     * @param onSave writes the text to its file
     */
    DockerfilePane(BuildShow show, Runnable typed, Runnable onSave) {
        this.show = show;
        getStyleClass().addAll("pane", "dockerfile-pane");
        title.getStyleClass().add("title");
        title.setMinWidth(0);
        state.getStyleClass().add("hint");
        state.setMinWidth(0);
        count.getStyleClass().addAll("small", "finding-count");
        count.setId("finding-count");
        count.setMinWidth(USE_PREF_SIZE);
        count.setOnAction(event -> nextFinding());
        count.managedProperty().bind(count.visibleProperty());
        count.setVisible(false);
        save.setId("save-dockerfile");
        save.setOnAction(event -> onSave.run());
        save.disableProperty().bind(unsaved.not());
        undo.setId("undo-dockerfile");
        undo.setOnAction(event -> editor.area().undo());
        undo.disableProperty().bind(editor.area().undoableProperty().not());
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox head = new HBox(8, title, state, spacer, count, save, undo);
        head.getStyleClass().add("pane-title");
        setTop(head);
        setCenter(editor);
        setBottom(bar);
        pause.setOnFinished(event -> typed.run());
        editor.area()
                .textProperty()
                .addListener(
                        (property, before, now) -> {
                            mark();
                            pause.playFromStart();
                        });
        editor.setOnHover(this::hover);
        editor.setOnLine(line -> tell());
        show.listen(editor::refresh);
    }

    /** Puts the text of a file in. */
    void fill(String name, String text) {
        title.setText(name);
        saved = text;
        editor.area().setText(text);
        editor.area().positionCaret(0);
        mark();
    }

    /** Types another text over all of it, which can be undone. */
    void replaceAll(String text) {
        if (!text.equals(text())) {
            editor.replace(0, text().length(), text);
        }
    }

    /** What is in the editor was written. */
    void wrote(String text) {
        saved = text;
        mark();
    }

    String text() {
        return editor.area().getText();
    }

    /** Whether it holds what its file does not. */
    ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    private void mark() {
        unsaved.set(!text().equals(saved));
        state.setText(unsaved.get() ? "edited, not saved" : "");
    }

    /** Shows what was found in the text, or why it cannot be read. */
    void found(List<Finding> all, @Nullable DockerfileException wrong) {
        findings = List.copyOf(all);
        error = wrong;
        count.setVisible(wrong != null || !all.isEmpty());
        count.setText(
                wrong != null
                        ? "1 error"
                        : all.size() == 1 ? "1 finding" : all.size() + " findings");
        count.getStyleClass().removeAll("wrong");
        if (wrong != null) {
            count.getStyleClass().add("wrong");
        }
        tell();
        editor.refresh();
    }

    private void tell() {
        int line = editor.caretLine();
        Finding here =
                findings.stream()
                        .filter(one -> covers(one.range(), line))
                        .findFirst()
                        .orElse(findings.isEmpty() ? null : findings.getFirst());
        bar.show(error, here);
    }

    /** Mends what the bar offers to. */
    void fix() {
        bar.fix();
    }

    /** Goes to the error, or to the next finding below the caret, or the first. */
    void nextFinding() {
        DockerfileException wrong = error;
        if (wrong != null) {
            editor.goTo(wrong.range().startLine(), wrong.range().startColumn());
        } else if (!findings.isEmpty()) {
            int line = editor.caretLine();
            SourceRange next =
                    findings.stream()
                            .map(Finding::range)
                            .filter(range -> range.startLine() > line)
                            .findFirst()
                            .orElse(findings.getFirst().range());
            editor.goTo(next.startLine(), next.startColumn());
        }
    }

    /** Where the keys go when one comes here. */
    Node focusable() {
        return editor.area();
    }

    private void mend(Finding.Fix fix) {
        SourceRange range = fix.range();
        EditorText text = editor.text();
        editor.replace(
                text.offset(range.startLine(), range.startColumn()),
                text.offset(range.endLine(), range.endColumn()),
                fix.replacement());
    }

    private void hover(int line) {
        StepNow step = line == 0 ? null : show.at(line);
        show.hover(step == null ? -1 : step.step().number());
    }

    private static boolean covers(SourceRange range, int line) {
        return range.startLine() <= line && line <= range.endLine();
    }

    private LineFacts facts(int line) {
        StepNow step = show.at(line);
        boolean first = step != null && step.line() == line;
        int number = step == null ? -1 : step.step().number();
        boolean lit = number >= 0 && (number == show.hovered() || number == show.selected());
        DockerfileException wrong = error;
        SourceRange wave = null;
        if (wrong != null && covers(wrong.range(), line)) {
            wave = wrong.range();
        } else if (wrong == null) {
            wave =
                    findings.stream()
                            .map(Finding::range)
                            .filter(range -> covers(range, line))
                            .findFirst()
                            .orElse(null);
        }
        int from = wave == null ? 0 : wave.startLine() == line ? wave.startColumn() : 1;
        int to = wave == null ? 0 : wave.endLine() == line ? wave.endColumn() : Integer.MAX_VALUE;
        boolean isWrong = wrong != null && wave != null;
        boolean failed = step != null && step.look() == StepLook.FAILED;
        boolean known = first && step != null && step.look() != StepLook.PLANNED;
        return new LineFacts(
                known && step != null ? size(step) : "",
                known && step != null ? step.look() : null,
                lit && !failed,
                failed || isWrong,
                from,
                to,
                isWrong);
    }

    private static String size(StepNow step) {
        StepResult result = step.result();
        return result == null ? "" : HumanSize.spaced(result.contentSize());
    }
}
