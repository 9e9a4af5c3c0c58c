package dev.stratoscope.app.build;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Badge;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.build.Miss;
import dev.stratoscope.model.diff.Kind;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Why a step missed the cache: the first part of its key that differs, and the others. */
final class MissCard extends VBox {
    private static final int FEW = 3;
    private static final int MANY = 12;

    private final Label title = new Label();
    private final Label time = new Label();
    private final Label words = new Label();
    private final VBox parts = new VBox(2);
    private final Label rest = new Label();
    private final Button more = new Button("Key parts");
    private final Button difference =
            new Button("Show the difference", Icons.of(MaterialDesignC.COMPARE));
    private final Button copy = Actions.copyButton("Copy", this::text);
    private final Difference onDifference;
    private @Nullable Miss shown;
    private @Nullable StepNow step;
    private boolean whole;

    /** Shows how a file differs that made a step miss the cache. */
    @FunctionalInterface
    interface Difference {
        /** Shows it. */
        void show(StepNow step, Miss miss, Miss.Difference file);
    }

    MissCard(Difference onDifference) {
        super(8);
        this.onDifference = onDifference;
        getStyleClass().addAll("banner", "warning", "miss-card");
        setId("miss-card");
        title.getStyleClass().add("title");
        title.setMinWidth(0);
        time.getStyleClass().addAll("muted", "secondary");
        time.setMinWidth(USE_PREF_SIZE);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        rest.getStyleClass().add("reason");
        rest.setMinHeight(USE_PREF_SIZE);
        rest.managedProperty().bind(rest.textProperty().isNotEmpty());
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox head = new HBox(8, Icons.of(MaterialDesignS.SYNC), title, spacer, time);
        head.setAlignment(Pos.CENTER_LEFT);
        more.getStyleClass().add("small");
        more.setId("key-parts");
        more.managedProperty().bind(more.visibleProperty());
        more.setOnAction(
                event -> {
                    whole = !whole;
                    fill();
                });
        difference.getStyleClass().add("small");
        difference.setId("show-difference");
        difference.setMinWidth(USE_PREF_SIZE);
        difference.managedProperty().bind(difference.visibleProperty());
        difference.setOnAction(event -> showDifference());
        copy.managedProperty().bind(copy.visibleProperty());
        HBox acts = new HBox(8, difference, more, copy);
        acts.managedProperty().bind(copy.visibleProperty().or(difference.visibleProperty()));
        getChildren().setAll(head, words, parts, rest, acts);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Tells of the selected step; of the first that missed while none is selected. */
    void show(BuildShow show) {
        int selected = show.selected();
        boolean any = selected >= 0 && selected < show.steps().size();
        StepNow told = any ? show.steps().get(selected) : first(show);
        Miss miss = told == null ? null : told.miss();
        setVisible(miss != null);
        boolean same = miss == null || (miss.equals(shown) && Objects.equals(told, step));
        shown = miss;
        step = told;
        if (!same) {
            whole = false;
            fill();
        }
    }

    private static @Nullable StepNow first(BuildShow show) {
        return show.steps().stream().filter(step -> tells(step.miss())).findFirst().orElse(null);
    }

    /** Whether it says more than that there was nothing before. */
    private static boolean tells(@Nullable Miss miss) {
        return miss != null && miss.cause() != Miss.Cause.NEW && miss.cause() != Miss.Cause.PARENT;
    }

    private void fill() {
        Miss miss = shown;
        StepNow about = step;
        if (miss == null || about == null) {
            return;
        }
        boolean will = about.look() == StepLook.WOULD_RUN;
        title.setText(
                will
                        ? "Why line " + about.line() + " would rebuild"
                        : "Why line " + about.line() + " missed the cache");
        Instant ended = about.ended();
        time.setText(ended == null || will ? "" : Spans.of(about.took(ended)));
        words.setText(words(miss, about));
        parts.getChildren().clear();
        List<Miss.Difference> told = miss.differing().stream().limit(whole ? MANY : FEW).toList();
        told.forEach(one -> parts.getChildren().add(line(about, miss, one)));
        difference.setVisible(canShow(about, miss) != null);
        int left = miss.differing().size() - told.size() + miss.more();
        rest.setText(rest(miss, left));
        copy.setVisible(!miss.differing().isEmpty());
        more.setVisible(miss.differing().size() > FEW);
        more.setText(whole ? "Fewer" : "Key parts");
    }

    private static String words(Miss miss, StepNow step) {
        String keyword = step.step().instruction().statement().keyword();
        int differ = miss.differing().size() + miss.more();
        return switch (miss.cause()) {
            case NEW -> "Nothing like it was built before.";
            case NOT_ASKED -> "The cache was not to be used.";
            case PARENT -> "The step it stands on was built anew.";
            case INSTRUCTION -> "The instruction is another:";
            case ARGUMENT -> "A variable has another value:";
            case FILE ->
                    keyword
                            + " depends on "
                            + HumanSize.grouped((long) differ + miss.same())
                            + " things; "
                            + (differ == 1
                                    ? "one differs:"
                                    : HumanSize.grouped(differ) + " differ:");
            case MOUNT -> "A mount sees something else:";
            case GONE -> "The layer that was made then is gone.";
        };
    }

    private static String rest(Miss miss, int left) {
        String more = left > 0 ? HumanSize.grouped(left) + " more differ. " : "";
        boolean counts = miss.same() > 0 && !miss.differing().isEmpty();
        return more
                + (counts
                        ? HumanSize.grouped(miss.same())
                                + (miss.same() == 1 ? " other is" : " others are")
                                + " the same."
                        : "");
    }

    private static Miss.@Nullable Difference canShow(StepNow about, Miss miss) {
        return miss.differing().stream()
                .filter(one -> MissDifference.canShow(about, miss, one))
                .findFirst()
                .orElse(null);
    }

    /** Shows how the first file differs that can be shown; nothing where none can. */
    void showDifference() {
        Miss miss = shown;
        StepNow about = step;
        Miss.Difference one = miss == null || about == null ? null : canShow(about, miss);
        if (miss != null && about != null && one != null && isVisible()) {
            onDifference.show(about, miss, one);
        }
    }

    private HBox line(StepNow about, Miss miss, Miss.Difference one) {
        Kind kind =
                one.before() == null
                        ? Kind.ADDED
                        : one.after() == null ? Kind.DELETED : Kind.MODIFIED;
        boolean opens = MissDifference.canShow(about, miss, one);
        Labeled name = opens ? new Hyperlink() : new Label();
        name.setText(Escapes.text(one.name()));
        name.getStyleClass().add("mono");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        if (name instanceof Hyperlink link) {
            link.setOnAction(event -> onDifference.show(about, miss, one));
        }
        Label values = new Label(Escapes.text(PartWords.of(one)));
        values.getStyleClass().addAll("mono", "muted");
        values.setMinWidth(USE_PREF_SIZE);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox line = new HBox(8, new Badge(kind), name, spacer, values);
        line.getStyleClass().add("miss-part");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String text() {
        Miss miss = shown;
        StringBuilder text = new StringBuilder(title.getText() + "\n" + words.getText() + "\n");
        if (miss != null) {
            miss.differing()
                    .forEach(
                            one ->
                                    text.append(one.name())
                                            .append('\t')
                                            .append(one.before())
                                            .append('\t')
                                            .append(one.after())
                                            .append('\n'));
        }
        return text.toString();
    }
}
