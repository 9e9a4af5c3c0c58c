package dev.stratoscope.app.build;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.build.StepFailure;
import dev.stratoscope.model.build.StepResult;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import java.time.Duration;
import java.time.Instant;

/** One row of the list of steps. */
final class StepCell extends ListCell<StepsRow> {
    private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");
    private static final PseudoClass ALONE = PseudoClass.getPseudoClass("alone");
    private static final PseudoClass FAINT = PseudoClass.getPseudoClass("faint");

    private final StepsPane pane;
    private final FontIcon icon = Icons.of(MaterialDesignC.CIRCLE_OUTLINE);
    private final Label text = new Label();
    private final StepBar bar = new StepBar();
    private final Label size = new Label();
    private final Label time = new Label();
    private final Button open =
            Actions.icon(MaterialDesignL.LAYERS_OUTLINE, "Open this step as an image");
    private final HBox step = new HBox(8, icon, text, bar, size, time, new StackPane(open));
    private final FontIcon fold = Icons.of(MaterialDesignC.CHEVRON_DOWN);
    private final Label name = new Label();
    private final Label base = new Label();
    private final Label count = new Label();
    private final HBox head = new HBox(8, fold, name, base, count);

    StepCell(StepsPane pane) {
        this.pane = pane;
        getStyleClass().add("step-cell");
        text.getStyleClass().add("step-text");
        text.setEllipsisString("…");
        text.setMinWidth(0);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        size.getStyleClass().add("step-size");
        time.getStyleClass().add("step-time");
        icon.getStyleClass().add("step-icon");
        open.setFocusTraversable(false);
        open.getStyleClass().add("open-step");
        open.setOnAction(event -> pane.open(getItem()));
        step.setAlignment(Pos.CENTER_LEFT);
        name.getStyleClass().add("strong");
        name.setMinWidth(USE_PREF_SIZE);
        base.getStyleClass().addAll("muted", "secondary");
        base.setMinWidth(0);
        base.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(base, Priority.ALWAYS);
        count.getStyleClass().addAll("muted", "secondary");
        count.setMinWidth(USE_PREF_SIZE);
        head.setAlignment(Pos.CENTER_LEFT);
        step.setMinWidth(0);
        step.setPrefWidth(1);
        head.setMinWidth(0);
        head.setPrefWidth(1);
        setOnMouseEntered(event -> pane.hover(getItem()));
        setOnMouseExited(event -> pane.hover(null));
        setOnMouseClicked(
                event -> {
                    StepsRow row = getItem();
                    if (row != null && row.isHead()) {
                        pane.fold(row);
                    } else if (row != null && event.getClickCount() == 2) {
                        pane.open(row);
                    }
                });
    }

    @Override
    protected void updateItem(@Nullable StepsRow row, boolean empty) {
        super.updateItem(row, empty);
        boolean none = row == null || empty;
        pseudoClassStateChanged(HEAD, row != null && !empty && row.isHead());
        if (none || row == null) {
            setGraphic(null);
            pseudoClassStateChanged(LIT, false);
            pseudoClassStateChanged(FAINT, false);
            return;
        }
        showNow();
    }

    /** Shows how its step or stage is now. */
    void showNow() {
        StepsRow row = getItem();
        if (row == null || isEmpty() || !pane.has(row)) {
            return; // it gets another row with the next layout
        }
        if (row.isHead()) {
            showHead(row);
        } else if (row.step() < pane.show().steps().size()) {
            show(pane.show().steps().get(row.step()));
        }
    }

    private void showHead(StepsRow row) {
        fold.setIconCode(
                pane.isFolded(row) ? MaterialDesignC.CHEVRON_RIGHT : MaterialDesignC.CHEVRON_DOWN);
        name.setText(Escapes.text(StepsRow.name(row.stage())));
        base.setText("from " + Escapes.text(row.stage().base()));
        count.setText(StageBox.progress(pane.show(), row.stage()));
        setAccessibleText(
                "Stage " + name.getText() + ", " + base.getText() + ", " + count.getText());
        pseudoClassStateChanged(LIT, false);
        pseudoClassStateChanged(FAINT, false);
        setGraphic(head);
    }

    private void show(StepNow now) {
        StepLook look = now.look();
        icon.setIconCode(look.icon());
        icon.getStyleClass().setAll("ikonli-font-icon", "step-icon", look.style());
        text.setText(Escapes.text(now.step().text()));
        boolean bars = pane.hasRoomForBars();
        bar.setVisible(bars);
        bar.setManaged(bars);
        Instant began = pane.show().started();
        if (began != null && bars) {
            bar.show(now, began, pane.show().took(pane.now()), pane.now());
        } else {
            bar.show(StepNow.of(now.step(), look), pane.now(), Duration.ZERO, pane.now());
        }
        StepResult result = now.result();
        StepFailure failure = now.failure();
        size.setText(
                failure != null && failure.exitCode() >= 0
                        ? "exit " + failure.exitCode()
                        : result == null ? "" : HumanSize.spaced(result.contentSize()));
        time.setText(time(now));
        boolean hasSize = !size.getText().isEmpty();
        size.setVisible(hasSize);
        size.setManaged(hasSize);
        time.pseudoClassStateChanged(ALONE, !hasSize);
        open.setVisible(look.isDone() && result != null);
        int number = now.step().number();
        pseudoClassStateChanged(LIT, number == pane.show().hovered());
        pseudoClassStateChanged(
                FAINT,
                look == StepLook.NOT_REACHED
                        || look == StepLook.SKIPPED
                        || look == StepLook.WAITING);
        setAccessibleText(
                look.words()
                        + ", line "
                        + now.line()
                        + ", "
                        + text.getText()
                        + ", "
                        + size.getText()
                        + " "
                        + time.getText());
        setGraphic(step);
    }

    private String time(StepNow now) {
        return switch (now.look()) {
            case PLANNED -> "";
            case BUILT, RUNNING, FAILED -> Spans.of(now.took(pane.now()));
            default -> now.look().words();
        };
    }
}
