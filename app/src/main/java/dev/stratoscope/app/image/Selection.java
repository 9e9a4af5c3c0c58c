package dev.stratoscope.app.image;

import dev.stratoscope.app.reading.TreeRequest;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.app.view.stack.Step;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.List;

/**
 * What "here" is in a tab: the selected step, from 0 at the bottom, what is covered, and the second
 * step of a comparison; -1 for none. Lives on the JavaFX thread.
 */
final class Selection {
    private final IntegerProperty step = new SimpleIntegerProperty(-1);
    private final IntegerProperty compared = new SimpleIntegerProperty(-1);
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.UP_TO_HERE);

    IntegerProperty stepProperty() {
        return step;
    }

    int step() {
        return step.get();
    }

    IntegerProperty comparedProperty() {
        return compared;
    }

    int compared() {
        return compared.get();
    }

    ObjectProperty<Scope> scopeProperty() {
        return scope;
    }

    /** The tree that is asked for. */
    TreeRequest request(List<Step> steps) {
        return TreeRequest.of(steps, step.get(), scope.get(), compared.get());
    }

    Scope scope() {
        return scope.get();
    }
}
