package dev.stratoscope.app.view;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Names and values, one pair a line; names are never cut, values wrap. */
public final class FactGrid extends GridPane {
    private static final int LONGEST = 240;

    /** Without a fact. */
    public FactGrid() {
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setMinWidth(0);
        values.setHgrow(Priority.ALWAYS);
        values.setFillWidth(true);
        getColumnConstraints().setAll(names, values);
    }

    /** Takes all away. */
    public void clear() {
        getChildren().clear();
    }

    /** Adds words that are ready to be shown; what is too long is cut in the middle. */
    public void add(String name, String words) {
        add(name, words(words));
    }

    /** Adds words, and beside or below them something more. */
    public void add(String name, String words, Node more) {
        FlowPane value = new FlowPane(8, 2, words(words), more);
        value.setPrefWrapLength(200);
        add(name, value);
    }

    /** Adds a value of any kind. */
    public void add(String name, Node value) {
        Label label = new Label(name);
        label.getStyleClass().add("fact-name");
        label.setMinWidth(USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        addRow(getRowCount(), label, value);
    }

    /** Words that wrap, whole in a tooltip where they had to be cut. */
    public static Label words(String words) {
        boolean cut = words.length() > LONGEST;
        int half = LONGEST / 2;
        String shown =
                cut
                        ? words.substring(0, half) + " … " + words.substring(words.length() - half)
                        : words;
        Label label = new Label(shown);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        if (cut) {
            label.setTooltip(tooltip(words));
        }
        return label;
    }

    /** A link that is cut at its end and whole in its tooltip. */
    public static Hyperlink link(String words, String whole, Runnable action) {
        Hyperlink link = new Hyperlink(words);
        link.setOnAction(event -> action.run());
        link.setMinWidth(0);
        link.setMaxWidth(Double.MAX_VALUE);
        link.setTooltip(tooltip(whole));
        return link;
    }

    private static Tooltip tooltip(String words) {
        Tooltip tooltip = new Tooltip(words.length() > 4_000 ? words.substring(0, 4_000) : words);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(520);
        return tooltip;
    }
}
