package dev.stratoscope.app.image;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HidingWords;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.ModeText;
import dev.stratoscope.app.view.Badge;
import dev.stratoscope.app.view.LayerChip;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.Touch;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.Hiding;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What one layer did to the path: kind, size and by how much it differs, owner and mode, by whom.
 */
final class TouchCell extends ListCell<Touch> {
    /** How high a row is in which neither mode nor owner changed. */
    static final double HEIGHT = 44;

    private static final double LINE = 18;
    private static final double DOT = 10;
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final TouchList touches;

    TouchCell(TouchList touches) {
        this.touches = touches;
        setOnMouseClicked(
                event -> {
                    if (!event.isShortcutDown() && !event.isShiftDown()) {
                        touches.take(getItem());
                    }
                });
    }

    static double height(TouchList touches, Touch touch) {
        return HEIGHT + (altered(touches, touch).isEmpty() ? 0 : LINE);
    }

    @Override
    protected void updateItem(@Nullable Touch touch, boolean empty) {
        super.updateItem(touch, empty);
        setText(null);
        if (touch == null || empty) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText("");
            pseudoClassStateChanged(HERE, false);
            return;
        }
        boolean seen = touches.isSeen(touch);
        pseudoClassStateChanged(HERE, seen);
        setPrefHeight(height(touches, touch));
        setPrefWidth(0);
        VBox words = new VBox(2, facts(touch, seen));
        String altered = altered(touches, touch);
        if (!altered.isEmpty()) {
            Label label = new Label(altered);
            label.getStyleClass().addAll("secondary", "altered");
            words.getChildren().add(label);
        }
        words.getChildren().add(by(touch));
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(lane(), words);
        row.getStyleClass().add("touch-row");
        setGraphic(row);
        Step step = touches.step(touch.layer());
        setTooltip(step == null || step.fullCommand().isEmpty() ? null : tooltip(step));
        setAccessibleText(
                "Layer "
                        + touch.layer()
                        + ", "
                        + Badge.word(touch.kind())
                        + ", "
                        + words(touch)
                        + (altered.isEmpty() ? "" : ", " + altered)
                        + (seen ? ", shown" : ""));
    }

    private HBox facts(Touch touch, boolean seen) {
        Label what = new Label(words(touch));
        what.getStyleClass().add(touch.isRemoval() ? "secondary" : "mono");
        what.setMinWidth(0);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        Badge badge = new Badge(touch.kind());
        badge.setMinWidth(USE_PREF_SIZE);
        LayerChip chip = new LayerChip(touch.layer(), seen);
        Step step = touches.step(touch.layer());
        if (step != null && step.state().isWritable()) {
            chip.showWritable(seen);
        }
        chip.setMinWidth(USE_PREF_SIZE);
        HBox facts = new HBox(6, badge, chip, what);
        facts.setAlignment(Pos.CENTER_LEFT);
        Touch before = touches.before(touch);
        long difference =
                before == null || before.isRemoval() || touch.isRemoval()
                        ? 0
                        : touch.size() - before.size();
        if (difference != 0) {
            facts.getChildren().add(SizeDifference.label(difference));
        }
        return facts;
    }

    private HBox by(Touch touch) {
        Step step = touches.step(touch.layer());
        Label keyword = new Label(step == null ? "" : Escapes.text(step.keyword()));
        keyword.getStyleClass().addAll("mono", "strong");
        keyword.setMinWidth(USE_PREF_SIZE);
        Label command = new Label(step == null ? "" : Escapes.text(step.command()));
        command.getStyleClass().addAll("secondary", "muted");
        command.setMinWidth(0);
        command.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(command, Priority.ALWAYS);
        HBox by = new HBox(6, keyword, command);
        by.setAlignment(Pos.CENTER_LEFT);
        Hiding hiding = touch.hiding();
        if (hiding != null) {
            Hyperlink link = new Hyperlink(HiddenNotice.cure(hiding));
            link.setMinWidth(USE_PREF_SIZE);
            link.setFocusTraversable(false);
            link.setOnAction(event -> touches.goToMarker(touch.layer(), hiding));
            by.getChildren().add(link);
        }
        return by;
    }

    /** The dot of this touch on the line that joins all of them. */
    private StackPane lane() {
        boolean top = getIndex() == 0;
        boolean bottom = getIndex() == getListView().getItems().size() - 1;
        Region line = new Region();
        line.getStyleClass().add("line");
        line.setMinWidth(2);
        line.setMaxWidth(2);
        Region dot = new Region();
        dot.getStyleClass().add("dot");
        dot.setMinSize(DOT, DOT);
        dot.setMaxSize(DOT, DOT);
        StackPane lane = new StackPane(line, dot);
        line.setVisible(!(top && bottom));
        line.maxHeightProperty()
                .bind(lane.heightProperty().multiply(top || bottom ? 0.5 : 1).add(8));
        StackPane.setAlignment(line, top ? Pos.BOTTOM_CENTER : Pos.TOP_CENTER);
        line.setTranslateY(top ? 4 : -4);
        lane.getStyleClass().add("touch-lane");
        return lane;
    }

    private static String words(Touch touch) {
        Hiding hiding = touch.hiding();
        if (hiding != null && touch.isRemoval()) {
            return HidingWords.whole(hiding);
        }
        String brought = touch.size() > 0 ? HumanSize.exact(touch.size()) : word(touch.kind());
        return brought + (hiding == null ? "" : ", brought anew");
    }

    private static String word(Kind kind) {
        return kind == Kind.UNCHANGED ? "shipped again as it was" : Badge.word(kind);
    }

    /** What the layer changed of mode and owner; empty for nothing. */
    private static String altered(TouchList touches, Touch touch) {
        Touch before = touches.before(touch);
        Attributes now = touch.brought();
        Attributes old = before == null ? null : before.brought();
        if (now == null || old == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (now.mode() != old.mode()) {
            parts.add("mode " + ModeText.octal(old.mode()) + " → " + ModeText.octal(now.mode()));
        }
        if (!now.sameOwner(old)) {
            parts.add("owner " + old.uid() + ":" + old.gid() + " → " + now.uid() + ":" + now.gid());
        }
        return String.join(", ", parts);
    }

    private static Tooltip tooltip(Step step) {
        String whole = step.fullCommand();
        Tooltip tooltip = new Tooltip(whole.length() > 4_000 ? whole.substring(0, 4_000) : whole);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(520);
        return tooltip;
    }
}
