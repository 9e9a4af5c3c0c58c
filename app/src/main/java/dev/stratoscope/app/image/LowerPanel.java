package dev.stratoscope.app.image;

import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.Segments;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

import java.util.ArrayList;
import java.util.List;

/**
 * The lower tabs: a strip of heads that unfolds to the pane of the one that is chosen, or of two.
 * With two panes the next tab takes the place of the pane that had the focus last.
 */
final class LowerPanel extends BorderPane {
    private static final KeyCombination FOLD =
            new KeyCodeCombination(KeyCode.J, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination RAISE =
            new KeyCodeCombination(
                    KeyCode.J, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

    private final HBox strip = new HBox();
    private final List<ToggleButton> tabs = new ArrayList<>();
    private final List<Label> words = new ArrayList<>();
    private final List<Integer> shown = new ArrayList<>(List.of(0));
    private final ObjectProperty<Size> size = new SimpleObjectProperty<>(Size.STRIP);
    private final ObjectProperty<Panes> panes = new SimpleObjectProperty<>(Panes.ONE);
    private final Segments<Panes> segments = new Segments<>(panes);
    private final Button fold = Actions.icon(MaterialDesignC.CHEVRON_UP, "Unfold (Ctrl+J)");
    private final Button raise =
            Actions.icon(MaterialDesignC.CHEVRON_DOUBLE_UP, "Raise over the files (Ctrl+Shift+J)");
    private int focused;

    /** How much room the panel takes. */
    enum Size {
        /** The heads of the tabs. */
        STRIP,
        /** The lower half. */
        HALF,
        /** All but a line for the files. */
        RAISED
    }

    /** How many tabs are shown. */
    enum Panes {
        ONE,
        TWO
    }

    LowerPanel() {
        getStyleClass().add("pane");
        strip.getStyleClass().add("lower-strip");
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        segments.getStyleClass().add("small");
        segments.setMinWidth(USE_PREF_SIZE);
        segments.add(Panes.ONE, "One").setGraphic(Icons.of(MaterialDesignD.DOCK_BOTTOM));
        segments.add(Panes.TWO, "Two panes")
                .setGraphic(Icons.of(MaterialDesignV.VIEW_SPLIT_HORIZONTAL));
        fold.setOnAction(event -> toggle());
        raise.setOnAction(event -> toggleRaised());
        strip.getChildren().setAll(spacer, segments, raise, fold);
        setTop(strip);
        panes.addListener((property, before, now) -> arrangePanes(now));
        size.addListener((property, before, now) -> arrange());
        strip.widthProperty().addListener((property, before, now) -> fit());
        arrange();
    }

    /** Adds a tab; the label may be filled later with a count. */
    Label add(String title, Ikon icon, Node pane) {
        ToggleButton tab = new ToggleButton();
        Label count = new Label();
        count.getStyleClass().add("count-pill");
        count.visibleProperty().bind(count.textProperty().isNotEmpty());
        count.managedProperty().bind(count.visibleProperty());
        Label word = new Label(title);
        words.add(word);
        count.textProperty().addListener((property, before, now) -> fit());
        HBox content = new HBox(8, Icons.of(icon), word, count);
        content.setAlignment(Pos.CENTER_LEFT);
        tab.setGraphic(content);
        tab.setAccessibleText(title);
        tab.setTooltip(new Tooltip(title));
        tab.getStyleClass().add("lower-tab");
        tab.setUserData(pane);
        tab.setMinWidth(USE_PREF_SIZE);
        int index = tabs.size();
        tab.setOnAction(event -> click(index));
        tabs.add(tab);
        strip.getChildren().add(index, tab);
        pane.focusWithinProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now && shown.contains(index)) {
                                focused = shown.indexOf(index);
                            }
                        });
        return count;
    }

    /** How much room it takes. */
    ObjectProperty<Size> sizeProperty() {
        return size;
    }

    /** Shows the tab of a pane. */
    void select(Node pane) {
        for (int i = 0; i < tabs.size(); i++) {
            if (pane.equals(tabs.get(i).getUserData())) {
                show(i);
            }
        }
    }

    /** Whether a pane is to be seen. */
    boolean isShown(Node pane) {
        return size.get() != Size.STRIP
                && shown.stream().anyMatch(index -> pane.equals(tabs.get(index).getUserData()));
    }

    /** Folds to the strip, or unfolds to what was shown last. */
    void toggle() {
        size.set(size.get() == Size.STRIP ? Size.HALF : Size.STRIP);
    }

    /** Raises over the files, or lowers to the half. */
    void toggleRaised() {
        size.set(size.get() == Size.RAISED ? Size.HALF : Size.RAISED);
    }

    /** Takes the keys that fold and raise. */
    void onKey(KeyEvent event) {
        if (FOLD.match(event)) {
            toggle();
        } else if (RAISE.match(event)) {
            toggleRaised();
        } else {
            return;
        }
        event.consume();
    }

    private void click(int index) {
        boolean isOnly = shown.equals(List.of(index)) && size.get() != Size.STRIP;
        if (isOnly) {
            size.set(Size.STRIP);
        } else {
            show(index);
        }
    }

    private void show(int index) {
        if (shown.contains(index)) {
            focused = shown.indexOf(index);
        } else {
            shown.set(focused, index);
        }
        if (size.get() == Size.STRIP) {
            size.set(Size.HALF);
        }
        arrange();
    }

    private void arrangePanes(Panes wanted) {
        if (wanted == Panes.ONE) {
            int kept = shown.get(focused);
            shown.clear();
            shown.add(kept);
        } else if (shown.size() == 1) {
            int only = shown.getFirst();
            shown.add(only == 0 ? 1 : 0, only == 0 ? 1 : 0);
        }
        focused = shown.size() - 1;
        if (wanted == Panes.TWO) {
            size.set(Size.RAISED);
        }
        arrange();
    }

    private void arrange() {
        boolean folded = size.get() == Size.STRIP;
        for (int i = 0; i < tabs.size(); i++) {
            tabs.get(i).setSelected(!folded && shown.contains(i));
        }
        segments.setVisible(!folded);
        segments.setManaged(!folded);
        raise.setVisible(size.get() == Size.HALF);
        raise.setManaged(size.get() == Size.HALF);
        ((FontIcon) fold.getGraphic())
                .setIconCode(folded ? MaterialDesignC.CHEVRON_UP : MaterialDesignC.CHEVRON_DOWN);
        String words = folded ? "Unfold (Ctrl+J)" : "Fold (Ctrl+J)";
        fold.getTooltip().setText(words);
        fold.setAccessibleText(words);
        setCenter(folded || tabs.isEmpty() ? null : content());
        fit();
    }

    /** Where there is no room for all words the switch loses its own, then tabs not shown do. */
    private void fit() {
        double room = strip.getWidth() - strip.getInsets().getLeft() - strip.getInsets().getRight();
        if (room <= 0) {
            return;
        }
        briefly(false);
        words.forEach(word -> show(word, true));
        strip.applyCss();
        briefly(wanted() > room);
        if (wanted() > room) {
            for (int i = 0; i < words.size(); i++) {
                show(words.get(i), tabs.get(i).isSelected());
            }
        }
    }

    private void briefly(boolean wanted) {
        for (ToggleButton button : segments.getButtons()) {
            button.setContentDisplay(wanted ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        }
    }

    /** How wide the strip would like to be. */
    private double wanted() {
        double wanted = 0;
        for (Node child : strip.getChildren()) {
            if (child.equals(segments)) {
                wanted += child.isManaged() ? switchWidth() + strip.getSpacing() : 0;
            } else if (child.isManaged()) {
                wanted += Math.ceil(child.prefWidth(-1)) + strip.getSpacing();
            }
        }
        return wanted;
    }

    private double switchWidth() {
        return segments.getButtons().stream()
                .mapToDouble(button -> Math.ceil(button.prefWidth(-1)))
                .sum();
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private Node content() {
        if (shown.size() == 1) {
            return pane(0);
        }
        SplitPane both = new SplitPane(pane(0), pane(1));
        both.setOrientation(Orientation.VERTICAL);
        return both;
    }

    private Node pane(int place) {
        return (Node) tabs.get(shown.get(place)).getUserData();
    }
}
