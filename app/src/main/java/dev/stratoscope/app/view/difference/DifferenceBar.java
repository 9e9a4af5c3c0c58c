package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Badge;
import dev.stratoscope.app.view.Segments;
import dev.stratoscope.model.diff.Kind;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.List;
import java.util.function.Consumer;

/**
 * Above a difference: the path, how much differs, the way to it, and how it is looked at; in two
 * rows where there is no room for one.
 */
final class DifferenceBar extends VBox {
    /** Narrower ones have two rows. */
    private static final double ROOM_FOR_ONE = 560;

    private final Badge badge = new Badge();
    private final Label path = new Label();
    private final Label count = new Label();

    /** Keeps the room of the longest count, so that the buttons behind it stay where they are. */
    private final Label longest = new Label();

    private final Button previous =
            Actions.icon(MaterialDesignC.CHEVRON_UP, "Previous difference (Shift+F7)");
    private final Button next = Actions.icon(MaterialDesignC.CHEVRON_DOWN, "Next difference (F7)");
    private final Region spacer = new Region();
    private final HBox looks = new HBox();
    private final CheckBox ignore = new CheckBox("Ignore white space");
    private final HBox first = new HBox();
    private final HBox second = new HBox();
    private final Region gap = new Region();
    private final Consumer<Look> chosen;

    /**
     * A bar for nothing yet.
     *
     * @param chosen told how a person wants to look at it
     * @param step told whether to go on rather than back
     * @param ignoring told that white space is to count, or not
     */
    DifferenceBar(Consumer<Look> chosen, Consumer<Boolean> step, Consumer<Boolean> ignoring) {
        this.chosen = chosen;
        badge.managedProperty().bind(badge.visibleProperty());
        path.getStyleClass().add("title");
        path.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        path.setMinWidth(60);
        for (Label label : List.of(count, longest)) {
            label.getStyleClass().addAll("muted", "secondary", "count");
            label.setMinWidth(USE_PREF_SIZE);
        }
        longest.setVisible(false);
        StackPane counts = new StackPane(longest, count);
        counts.setMinWidth(USE_PREF_SIZE);
        counts.setAlignment(Pos.CENTER_LEFT);
        previous.setOnAction(event -> step.accept(false));
        next.setOnAction(event -> step.accept(true));
        previous.setMinWidth(USE_PREF_SIZE);
        next.setMinWidth(USE_PREF_SIZE);
        HBox.setHgrow(spacer, Priority.ALWAYS);
        looks.setMinWidth(USE_PREF_SIZE);
        looks.setAlignment(Pos.CENTER);
        ignore.setMinWidth(0);
        ignore.selectedProperty().addListener((property, was, now) -> ignoring.accept(now));
        for (Region part : List.of(previous, next, ignore)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        HBox steps = new HBox(previous, next);
        steps.setAlignment(Pos.CENTER);
        HBox.setHgrow(gap, Priority.ALWAYS);
        first.getChildren().setAll(badge, path, counts, steps, spacer);
        for (HBox row : List.of(first, second)) {
            row.getStyleClass().add("difference-bar");
        }
        setMinWidth(0);
        widthProperty().addListener((property, was, now) -> fit(now.doubleValue()));
        fit(ROOM_FOR_ONE);
    }

    private void fit(double width) {
        boolean one = width >= ROOM_FOR_ONE;
        if (getChildren().size() != (one ? 1 : 2)) {
            first.getChildren().removeAll(looks, ignore);
            second.getChildren().clear();
            if (one) {
                first.getChildren().addAll(looks, ignore);
                getChildren().setAll(first);
            } else {
                second.getChildren().setAll(looks, gap, ignore);
                getChildren().setAll(first, second);
            }
        }
        brief(!one);
    }

    private void brief(boolean wanted) {
        for (Node node : looks.getChildren()) {
            if (node instanceof Segments<?> segments) {
                segments.setBrief(wanted);
            }
        }
    }

    /** Names a file. */
    void name(String words, Kind kind) {
        path.setText(words);
        path.setTooltip(new Tooltip(words));
        badge.show(kind, false);
    }

    /**
     * Offers ways to look at it.
     *
     * @param offered none where there is nothing to look at
     * @param taken the one that is taken
     * @param pair whether there are two sides
     */
    void offer(List<Look> offered, Look taken, boolean pair) {
        looks.getChildren().clear();
        if (offered.size() > 1) {
            ObjectProperty<Look> look = new SimpleObjectProperty<>(taken);
            Segments<Look> segments = new Segments<>(look);
            segments.getStyleClass().add("small");
            for (Look one : offered) {
                String word = pair ? one.word() : one.soleWord();
                segments.add(one, word, one == Look.SIDES && pair ? "Sides" : word);
            }
            segments.setBrief(getChildren().size() > 1);
            look.addListener((property, before, now) -> chosen.accept(now));
            looks.getChildren().setAll(segments);
        }
        steps(offered.contains(taken) && pair && taken != Look.PICTURE);
        ignore.setVisible(pair && offered.contains(taken) && taken.isText());
    }

    void count(String words) {
        count(words, words);
    }

    /** Says how much differs; {@code most} is the longest that it will be for this file. */
    void count(String words, String most) {
        count.setText(words);
        longest.setText(most);
    }

    boolean ignoresWhiteSpace() {
        return ignore.isSelected();
    }

    private void steps(boolean shown) {
        previous.setVisible(shown);
        next.setVisible(shown);
    }
}
