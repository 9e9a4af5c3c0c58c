package dev.stratoscope.app.view;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.Ikon;

import java.util.ArrayList;
import java.util.List;

/** Panes of which one is shown, with a head and a count for each. */
public final class PaneTabs extends BorderPane {
    private final HBox strip = new HBox();
    private final Region spacer = new Region();
    private final List<ToggleButton> tabs = new ArrayList<>();
    private final List<Label> words = new ArrayList<>();

    /** Without a pane. */
    public PaneTabs() {
        getStyleClass().add("pane");
        strip.getStyleClass().addAll("lower-strip", "pane-tabs");
        HBox.setHgrow(spacer, Priority.ALWAYS);
        strip.getChildren().setAll(spacer);
        setTop(strip);
        strip.widthProperty().addListener((property, before, now) -> fit());
    }

    /** Adds a pane; the label takes its count. */
    public Label add(String title, Ikon icon, Node pane) {
        Label count = new Label();
        count.getStyleClass().add("count-pill");
        count.visibleProperty().bind(count.textProperty().isNotEmpty());
        count.managedProperty().bind(count.visibleProperty());
        count.setMinWidth(USE_PREF_SIZE);
        Label word = new Label(title);
        words.add(word);
        count.textProperty().addListener((property, before, now) -> fit());
        HBox content = new HBox(8, Icons.of(icon), word, count);
        content.setAlignment(Pos.CENTER_LEFT);
        ToggleButton tab = new ToggleButton();
        tab.setGraphic(content);
        tab.accessibleTextProperty().bind(Bindings.concat(title, " ", count.textProperty()));
        tab.setTooltip(new Tooltip(title));
        tab.getStyleClass().add("lower-tab");
        tab.setMinWidth(USE_PREF_SIZE);
        tab.setUserData(pane);
        tab.setOnAction(event -> select(pane));
        strip.getChildren().add(tabs.size(), tab);
        tabs.add(tab);
        if (tabs.size() == 1) {
            select(pane);
        }
        return count;
    }

    /** Puts a control at the right end of the heads. */
    public void setTool(Node tool) {
        strip.getChildren().add(tool);
    }

    /** Shows a pane. */
    public void select(Node pane) {
        tabs.forEach(tab -> tab.setSelected(pane.equals(tab.getUserData())));
        setCenter(pane);
        fit();
    }

    /** Where there is no room for all words, only the shown tab keeps its own. */
    private void fit() {
        double room = strip.getWidth() - strip.getInsets().getLeft() - strip.getInsets().getRight();
        if (room <= 0) {
            return;
        }
        words.forEach(word -> show(word, true));
        strip.applyCss();
        double wanted = 0;
        for (Node child : strip.getChildren()) {
            wanted += Math.ceil(child.prefWidth(-1)) + strip.getSpacing();
        }
        for (int i = 0; wanted > room && i < words.size(); i++) {
            show(words.get(i), tabs.get(i).isSelected());
        }
    }

    private static void show(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    /** Whether a pane is the one that is shown. */
    public boolean shows(Node pane) {
        return pane.equals(getCenter());
    }

    /** The heads. */
    public Node strip() {
        return strip;
    }
}
