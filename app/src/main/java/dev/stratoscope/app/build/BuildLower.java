package dev.stratoscope.app.build;

import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** What stands below the Dockerfile: the log, or how a file differs in its place. */
final class BuildLower extends StackPane {
    private final BuildLogPane log;
    private final MissDifference difference;

    BuildLower(BuildLogPane log, MissDifference difference) {
        super(log, difference);
        this.log = log;
        this.difference = difference;
        setMinWidth(0);
        log.visibleProperty().bind(difference.visibleProperty().not());
    }

    /** Where the keys go when one comes here. */
    Node focusable() {
        return difference.isVisible() ? difference : log.focusable();
    }
}
