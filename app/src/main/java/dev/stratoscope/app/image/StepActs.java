package dev.stratoscope.app.image;

import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.stack.LayerStack;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.image.History;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import java.util.List;

/** The menu of a step of the stack. On the JavaFX thread. */
final class StepActs {
    private final ReadImage image;
    private final ImageBody body;
    private final LayerSaving saving;

    StepActs(ReadImage image, ImageBody body, LayerSaving saving) {
        this.image = image;
        this.body = body;
        this.saving = saving;
    }

    /** Gives the stack of the body menus, and lets its blocks be dragged out. */
    void install() {
        LayerStack stack = body.stack();
        stack.setMenu(this::menu);
        stack.setDrag(
                index ->
                        image.steps().get(index).state().isWritable()
                                ? null
                                : saving.drag(image.steps().get(index)),
                index -> saving.refuse(image.steps().get(index)));
    }

    /** The menu of a step. */
    ContextMenu menu(int index) {
        Step step = image.steps().get(index);
        boolean none = step.empty() || step.state().isWritable();
        int selected = body.stack().getSelected();
        int base = base();
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .setAll(
                        item("Show files of this layer", none, () -> show(index, Scope.THIS_LAYER)),
                        item("Show files up to here", false, () -> show(index, Scope.UP_TO_HERE)),
                        new SeparatorMenuItem(),
                        item(
                                "Compare with base" + label(base),
                                base < 0 || index <= base,
                                () -> compare(index, base)),
                        item(
                                "Compare with selected" + label(selected),
                                selected < 0 || index == selected,
                                () -> compare(selected, index)),
                        new SeparatorMenuItem(),
                        item(
                                "Copy digest (diffID)",
                                step.diffId().isEmpty(),
                                () -> Actions.copy(step.diffId())),
                        item(
                                "Copy command",
                                command(step).isEmpty(),
                                () -> Actions.copy(command(step))),
                        item(
                                "Save layer as tar…",
                                none || step.state() == Step.State.MISSING,
                                () -> saving.save(step)),
                        new SeparatorMenuItem(),
                        item(
                                "Show in History",
                                step.history() < 0,
                                () -> {
                                    body.stack().setSelected(index);
                                    body.showHistory();
                                }));
        return menu;
    }

    private static MenuItem item(String words, boolean disabled, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setDisable(disabled);
        item.setOnAction(event -> action.run());
        return item;
    }

    private String label(int index) {
        String label = index < 0 ? "" : image.steps().get(index).label();
        return label.isEmpty() ? "" : " (" + label + ")";
    }

    private void show(int index, Scope scope) {
        body.stack().setSelected(index);
        body.setScope(scope);
    }

    private void compare(int index, int other) {
        body.stack().setSelected(index);
        body.stack().setCompared(other);
        body.setScope(Scope.COMPARED_WITH);
    }

    /** The uppermost step of the base image; that of the lowest layer where none is known. */
    private int base() {
        List<Step> steps = image.steps();
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).pills().stream().anyMatch(StoreShares::isBase)) {
                return i;
            }
        }
        return steps.stream().map(Step::layer).toList().indexOf(0);
    }

    /** As the history has it, to the letter. */
    private String command(Step step) {
        List<History> history = image.image().image().config().history();
        return step.history() < 0 ? "" : history.get(step.history()).createdBy();
    }
}
