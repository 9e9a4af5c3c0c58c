package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.view.Icons;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is said of a path on both sides, as a small table of old and new that can be folded. */
final class FactTable extends VBox {
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");

    private static final double NAME = 88;
    private static final double GAP = 12;

    private final Button head = new Button();
    private final GridPane grid = new GridPane();
    private boolean open;

    FactTable() {
        getStyleClass().add("fact-table");
        head.getStyleClass().addAll("flat", "fact-head");
        head.setMaxWidth(Double.MAX_VALUE);
        head.setOnAction(event -> open(!open));
        grid.getStyleClass().add("fact-grid");
        ColumnConstraints old = new ColumnConstraints(0);
        ColumnConstraints now = new ColumnConstraints();
        now.setHgrow(Priority.ALWAYS);
        grid.setHgap(GAP);
        grid.getColumnConstraints().setAll(new ColumnConstraints(NAME), old, now);
        // The new values stand below what is said of the new side.
        widthProperty()
                .addListener(
                        (property, was, width) -> {
                            double all = width.doubleValue() - TextRows.BAR;
                            double right = all - TextRows.half(all);
                            old.setPrefWidth(Math.max(0, right - NAME - 2 * GAP));
                            old.setMaxWidth(old.getPrefWidth());
                        });
        managedProperty().bind(visibleProperty());
    }

    /** Shows the facts that differ under a line that names them and folds them. */
    void showFolded(List<Fact> facts, boolean opened) {
        List<Fact> differing = facts.stream().filter(Fact::differs).toList();
        setVisible(!differing.isEmpty());
        head.setText(
                differing.stream()
                        .map(fact -> fact.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ", "Metadata differ: ", "")));
        getChildren().setAll(head, grid);
        fill(differing, 2);
        open(opened);
    }

    /**
     * Shows all facts, for good.
     *
     * @param pair whether there are two sides
     */
    void showAll(List<Fact> facts, boolean pair) {
        setVisible(true);
        getChildren().setAll(grid);
        fill(facts, pair ? 2 : 1);
        grid.setVisible(true);
        grid.setManaged(true);
    }

    private void open(boolean wanted) {
        open = wanted;
        head.setGraphic(
                Icons.of(wanted ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT));
        grid.setVisible(wanted);
        grid.setManaged(wanted);
    }

    private void fill(List<Fact> facts, int columns) {
        grid.getChildren().clear();
        for (int row = 0; row < facts.size(); row++) {
            Fact fact = facts.get(row);
            Label name = new Label(fact.name());
            name.getStyleClass().addAll("muted", "secondary");
            grid.add(name, 0, row);
            if (columns == 1) {
                grid.add(value(fact.before() + fact.after(), false, "added"), 1, row);
                continue;
            }
            grid.add(value(fact.before(), fact.differs(), "removed"), 1, row);
            grid.add(value(fact.after(), fact.differs(), "added"), 2, row);
        }
    }

    private static Label value(String words, boolean differs, String side) {
        Label label = new Label(words.isEmpty() ? "none" : words);
        label.getStyleClass().addAll("mono", "fact", side);
        if (words.isEmpty()) {
            label.getStyleClass().add("muted");
        }
        label.pseudoClassStateChanged(DIFFERS, differs && !words.isEmpty());
        label.setTooltip(words.length() < 24 ? null : new Tooltip(words));
        return label;
    }
}
