package dev.stratoscope.app.image;

import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.SplitPane;

/**
 * Puts a split's divider a number of pixels from an edge when it is first laid out; afterwards it
 * is the person's.
 */
final class FixedDivider {
    private FixedDivider() {}

    static void left(SplitPane split, double width) {
        split.widthProperty()
                .addListener(
                        new ChangeListener<>() {
                            @Override
                            public void changed(
                                    ObservableValue<? extends Number> property,
                                    Number before,
                                    Number now) {
                                if (now.doubleValue() > 0) {
                                    split.widthProperty().removeListener(this);
                                    split.setDividerPositions(width / now.doubleValue());
                                }
                            }
                        });
    }
}
