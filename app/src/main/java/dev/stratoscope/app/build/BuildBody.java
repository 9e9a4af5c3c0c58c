package dev.stratoscope.app.build;

import dev.stratoscope.app.view.Focus;
import dev.stratoscope.app.view.Layout;
import dev.stratoscope.app.view.PaneTabs;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;

import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.List;

/**
 * The panes of a build: form, Dockerfile above its log, and steps, side by side; where there is
 * little room, the form shares its place with the Dockerfile.
 */
final class BuildBody extends BorderPane {
    private static final double ROOM_FOR_ALL = 1100;

    private final BuildForm form;
    private final DockerfilePane file;
    private final BuildLogPane log;
    private final StepsPane steps;
    private final SplitPane middle;
    private boolean wide;
    private boolean arranged;

    BuildBody(BuildForm form, DockerfilePane file, BuildLogPane log, StepsPane steps) {
        this.form = form;
        this.file = file;
        this.log = log;
        this.steps = steps;
        middle = new SplitPane(file, log);
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(0.58);
        middle.setMinWidth(0);
        Focus.prefer(file, file.focusable());
        Focus.prefer(log, log.focusable());
        Focus.prefer(steps, steps.focusable());
        widthProperty()
                .addListener((property, before, now) -> Layout.arrange(this, before, this::fit));
    }

    private void fit() {
        boolean now = getWidth() >= ROOM_FOR_ALL;
        if (arranged && now == wide) {
            return;
        }
        arranged = true;
        wide = now;
        SplitPane whole = new SplitPane();
        if (wide) {
            whole.getItems().setAll(form, middle, steps);
            SplitPane.setResizableWithParent(form, false);
            SplitPane.setResizableWithParent(steps, false);
            setCenter(whole);
            double all = Math.max(1, getWidth());
            whole.setDividerPositions(256 / all, 1 - Math.min(464, all * 0.36) / all);
        } else {
            PaneTabs tabs = new PaneTabs();
            tabs.add("Dockerfile", MaterialDesignF.FILE_DOCUMENT_OUTLINE, middle);
            tabs.add("Build from", MaterialDesignT.TUNE_VARIANT, form);
            whole.getItems().setAll(tabs, steps);
            setCenter(whole);
            whole.setDividerPositions(0.56);
        }
        steps.setMinWidth(0);
    }

    /** The parts that the keys go round, in order. */
    List<Node> panes() {
        return List.of(form, file, log, steps);
    }
}
