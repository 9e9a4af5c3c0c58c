package dev.stratoscope.app.view.preview;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.LineView;
import dev.stratoscope.model.task.Progress;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.io.InterruptedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Finds words in the lines that are shown: how often they stand there, the next, the one before.
 */
final class FindBar extends HBox {
    private static final int MOST = 100_000;

    private final TextField field = new TextField();
    private final Label count = new Label();
    private final LineView lines;
    private @Nullable JobScope jobs;
    private @Nullable Job searching;
    private int[] hits = {};
    private int at = -1;

    FindBar(LineView lines) {
        this.lines = lines;
        getStyleClass().addAll("pane-bar", "find-bar");
        field.setPromptText("Find in this file");
        field.setAccessibleText("Find in this file");
        field.textProperty().addListener((property, before, now) -> search());
        HBox.setHgrow(field, Priority.ALWAYS);
        count.getStyleClass().addAll("secondary", "muted");
        count.setMinWidth(USE_PREF_SIZE);
        Button previous = Actions.icon(MaterialDesignC.CHEVRON_UP, "Previous");
        previous.setOnAction(event -> go(-1));
        Button next = Actions.icon(MaterialDesignC.CHEVRON_DOWN, "Next");
        next.setOnAction(event -> go(1));
        Button close = Actions.icon(MaterialDesignC.CLOSE, "Stop finding");
        close.setOnAction(event -> hide());
        getChildren().setAll(field, count, previous, next, close);
        field.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        go(event.isShiftDown() ? -1 : 1);
                        event.consume();
                    } else if (event.getCode() == KeyCode.ESCAPE) {
                        hide();
                        event.consume();
                    }
                });
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Appears with the cursor in its field. */
    void open(@Nullable JobScope scope) {
        jobs = scope;
        setVisible(true);
        field.requestFocus();
        field.selectAll();
        search();
    }

    /** Goes, with its marks. */
    void hide() {
        if (isVisible()) {
            setVisible(false);
            lines.mark("");
            lines.requestFocus();
        }
    }

    private void search() {
        Job before = searching;
        if (before != null) {
            before.cancel();
        }
        String words = field.getText().toLowerCase(Locale.ROOT);
        if (!isVisible() || words.isEmpty()) {
            found(new int[0], words);
            return;
        }
        JobScope scope = jobs;
        List<String> searched = lines.getItems();
        if (scope == null) {
            return;
        }
        searching =
                scope.start(
                        "Finding",
                        progress -> hits(searched, words, progress),
                        found -> found(found, words),
                        failure -> {
                            // Another search took its place.
                        });
    }

    /** The lines that have the words, each as often as it has them. */
    static int[] hits(List<String> lines, String words, Progress progress)
            throws InterruptedIOException {
        IntStream.Builder found = IntStream.builder();
        int count = 0;
        for (int i = 0; i < lines.size() && count < MOST; i++) {
            String line = lines.get(i).toLowerCase(Locale.ROOT);
            for (int hit = line.indexOf(words);
                    hit >= 0 && count < MOST;
                    hit = line.indexOf(words, hit + words.length())) {
                found.add(i);
                count++;
            }
            if ((i & 1023) == 0) {
                progress.advance(0);
            }
        }
        return found.build().toArray();
    }

    private void found(int[] found, String words) {
        hits = found;
        at = -1;
        lines.mark(words);
        count.setText(words.isEmpty() ? "" : "none");
        go(1);
    }

    private void go(int step) {
        if (hits.length == 0) {
            return;
        }
        at = Math.floorMod(at < 0 && step < 0 ? -1 : at + step, hits.length);
        count.setText(
                HumanSize.grouped(at + 1L)
                        + " of "
                        + HumanSize.grouped(hits.length)
                        + (hits.length == MOST ? "+" : ""));
        lines.getSelectionModel().clearAndSelect(hits[at]);
        lines.scrollTo(Math.max(0, hits[at] - 3));
    }
}
