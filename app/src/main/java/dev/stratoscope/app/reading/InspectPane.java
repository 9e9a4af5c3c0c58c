package dev.stratoscope.app.reading;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.text.JsonOutline;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.FindField;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.JsonLines;
import dev.stratoscope.app.view.JsonTree;
import dev.stratoscope.app.view.Remark;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A document of facts as a tree and as text, which are searched and selected together. */
public final class InspectPane extends BorderPane {
    /** Larger documents are read and searched in the background. */
    private static final int AT_ONCE = 100_000;

    /** To so many hits the tree is opened; beyond, to the one that is shown only. */
    private static final int MOST_OPENED = 2000;

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    /** With less room than this the buttons that copy have icons only. */
    private static final double ROOM_FOR_WORDS = 760;

    private final JobScope jobs;
    private final String hint;
    private final JsonTree tree = new JsonTree(this::select);
    private final JsonLines raw = new JsonLines(this::selectLine);
    private final FindField find = new FindField("Key or value", this::seek, this::step);
    private final SplitPane both = new SplitPane(tree, raw);
    private final Label path = new Label();
    private final Label facts = new Label();
    private @Nullable JsonOutline outline;
    private @Nullable Job working;
    private String sought = "";
    private int[] hits = {};
    private int hit = -1;

    /**
     * A pane without a document.
     *
     * @param hint what the document is, beside the title
     */
    public InspectPane(JobScope jobs, String hint) {
        this.jobs = jobs;
        this.hint = hint;
        both.setDividerPositions(0.55);
        SplitPane.setResizableWithParent(tree, true);
        setTop(title());
        setCenter(both);
        setBottom(footer());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /**
     * Shows a document.
     *
     * @param document docker's array of one object
     * @param about what is known of it, below
     * @param size bytes it was made of
     * @param known whether it is an object, of which a tree makes sense
     */
    public void show(JsonNode document, String about, long size, boolean known) {
        facts.setText(about);
        both.getItems().setAll(known ? List.of(tree, raw) : List.of(raw));
        both.setDividerPositions(0.55);
        if (size < AT_ONCE) {
            present(JsonOutline.of(document));
        } else {
            work("Reading the config", () -> JsonOutline.of(document), this::present);
        }
    }

    /** Puts the cursor into the search field. */
    public void search() {
        find.focusField();
    }

    private HBox title() {
        Label title = new Label("Inspect");
        title.getStyleClass().add("title");
        title.setMinWidth(USE_PREF_SIZE);
        Label remark = new Remark(hint);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        find.setPrefWidth(240);
        find.setMinWidth(150);
        Button unfold = Actions.icon(MaterialDesignU.UNFOLD_MORE_HORIZONTAL, "Expand all");
        unfold.setOnAction(event -> tree.openAll(true));
        Button fold = Actions.icon(MaterialDesignU.UNFOLD_LESS_HORIZONTAL, "Collapse all");
        fold.setOnAction(event -> tree.openAll(false));
        List<Button> copies =
                List.of(
                        copy("Copy path", path::getText),
                        copy("Copy value", this::value),
                        copy("Copy document", this::document));
        HBox bar = new HBox(title, remark, spacer, find, unfold, fold);
        bar.getChildren().addAll(copies);
        bar.getStyleClass().add("pane-title");
        bar.widthProperty()
                .addListener(
                        (property, before, now) -> {
                            boolean brief = now.doubleValue() < ROOM_FOR_WORDS;
                            copies.forEach(
                                    button ->
                                            button.setContentDisplay(
                                                    brief
                                                            ? ContentDisplay.GRAPHIC_ONLY
                                                            : ContentDisplay.LEFT));
                        });
        return bar;
    }

    private static Button copy(String words, Supplier<String> text) {
        Button button = Actions.copyButton(words, text);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }

    private HBox footer() {
        path.getStyleClass().add("mono");
        path.setId("inspect-path");
        facts.setMinWidth(0);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox bar = new HBox(path, spacer, facts, Icons.of(MaterialDesignC.CHECK_CIRCLE_OUTLINE));
        bar.getChildren().getLast().getStyleClass().add("good");
        bar.getStyleClass().addAll("pane-footer", "inspect-footer");
        return bar;
    }

    private void present(JsonOutline made) {
        JsonOutline before = outline;
        outline = made;
        BitSet open = new BitSet();
        open.set(0, 2);
        for (int at = 2; at < made.size(); at = made.end(at)) {
            boolean telling = made.name(at).equals("Config") || made.name(at).equals("RootFS");
            open.set(at, telling);
        }
        tree.show(made, open);
        raw.show(made.lines());
        if (before != null && !sought.isEmpty()) {
            seek(sought);
        }
    }

    private void selectLine(int line) {
        JsonOutline shown = outline;
        if (shown != null) {
            int number = shown.valueAt(line);
            path.setText(shown.path(number));
            tree.select(Math.max(1, number));
        }
    }

    private void select(int number) {
        JsonOutline shown = outline;
        if (shown != null) {
            path.setText(shown.path(number));
            raw.select(shown.line(number));
            int at = Arrays.binarySearch(hits, number);
            if (at >= 0) {
                hit = at;
                find.show(hit, hits.length);
            }
        }
    }

    private void seek(String words) {
        JsonOutline shown = outline;
        sought = words.strip();
        if (shown == null) {
            return;
        }
        String wanted = sought;
        if (shown.lines().size() < AT_ONCE / 10) {
            found(shown.find(wanted));
        } else {
            work("Searching " + wanted, () -> shown.find(wanted), this::found);
        }
    }

    private void found(int[] numbers) {
        hits = numbers;
        String marked = sought.toLowerCase(Locale.ROOT);
        tree.mark(marked);
        raw.mark(marked);
        if (numbers.length == 0) {
            hit = -1;
            find.show(hit, 0);
            return;
        }
        if (numbers.length <= MOST_OPENED) {
            tree.openTo(numbers);
        }
        int at = Arrays.binarySearch(numbers, Math.max(1, tree.selected()));
        hit = (at < 0 ? -at - 1 : at) % numbers.length;
        showHit();
    }

    private void step(int by) {
        if (hits.length > 0) {
            hit = Math.floorMod(hit + by, hits.length);
            showHit();
        }
    }

    private void showHit() {
        tree.select(hits[hit]);
        select(hits[hit]);
        find.show(hit, hits.length);
    }

    private <T> void work(String what, Supplier<T> work, Consumer<T> done) {
        Job before = working;
        if (before != null) {
            before.cancel();
        }
        working = jobs.start(what, progress -> work.get(), done, failure -> {});
    }

    private String value() {
        JsonOutline shown = outline;
        int number = tree.selected();
        return shown == null || number < 0 ? "" : shown.copied(number);
    }

    private String document() {
        JsonOutline shown = outline;
        return shown == null ? "" : shown.copied(0);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.F3) {
            step(event.isShiftDown() ? -1 : 1);
        } else if (COPY.match(event) && tree.selected() >= 0) {
            Actions.copy(value());
        } else {
            return;
        }
        event.consume();
    }
}
