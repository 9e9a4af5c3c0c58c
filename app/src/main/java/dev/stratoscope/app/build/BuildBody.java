package dev.stratoscope.app.build;

import dev.stratoscope.app.view.Focus;
import dev.stratoscope.app.view.Layout;
import dev.stratoscope.app.view.PaneTabs;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.List;

/**
 * The panes of a build: form, Dockerfile above its log, and steps, side by side; where there is
 * little room, those at the left share one place.
 */
final class BuildBody extends BorderPane {
    private static final double ROOM_FOR_ALL = 1100;
    private static final double ROOM_FOR_LOG = 560;

    private final BuildForm form;
    private final DockerfilePane file;
    private final BuildLower log;
    private final StepsPane steps;
    private Runnable onArranged = () -> {};
    private @Nullable Manner manner;
    private @Nullable PaneTabs tabs;

    /** How the panes lie. */
    private enum Manner {
        /** All to be seen. */
        SIDE_BY_SIDE,
        /** The form behind the Dockerfile. */
        FORM_BEHIND,
        /** The form and the log behind the Dockerfile. */
        BOTH_BEHIND
    }

    BuildBody(BuildForm form, DockerfilePane file, BuildLower log, StepsPane steps) {
        this.form = form;
        this.file = file;
        this.log = log;
        this.steps = steps;
        steps.setMinWidth(0);
        Focus.prefer(file, file.focusable());
        Focus.prefer(steps, steps.focusable());
        widthProperty()
                .addListener((property, before, now) -> Layout.arrange(this, before, this::fit));
        heightProperty()
                .addListener((property, before, now) -> Layout.arrange(this, before, this::fit));
    }

    /** Sets what is told when the panes came to lie otherwise. */
    void setOnArranged(Runnable action) {
        onArranged = action;
    }

    private void fit() {
        if (getWidth() <= 0 || getHeight() <= 0) {
            return;
        }
        Manner now =
                getWidth() >= ROOM_FOR_ALL
                        ? Manner.SIDE_BY_SIDE
                        : getHeight() >= ROOM_FOR_LOG ? Manner.FORM_BEHIND : Manner.BOTH_BEHIND;
        if (now != manner) {
            manner = now;
            arrange(now);
            onArranged.run();
        }
    }

    private void arrange(Manner now) {
        SplitPane whole = new SplitPane();
        if (now == Manner.SIDE_BY_SIDE) {
            tabs = null;
            whole.getItems().setAll(form, fileAndLog(), steps);
            SplitPane.setResizableWithParent(form, false);
            SplitPane.setResizableWithParent(steps, false);
            setCenter(whole);
            double all = getWidth();
            whole.setDividerPositions(256 / all, 1 - Math.min(464, all * 0.36) / all);
            return;
        }
        PaneTabs left = new PaneTabs();
        boolean apart = now == Manner.BOTH_BEHIND;
        left.add("Dockerfile", MaterialDesignF.FILE_DOCUMENT_OUTLINE, apart ? file : fileAndLog());
        if (apart) {
            left.add("Log", MaterialDesignT.TEXT_BOX_OUTLINE, log);
        }
        left.add("Build from", MaterialDesignT.TUNE_VARIANT, form);
        tabs = left;
        whole.getItems().setAll(left, steps);
        setCenter(whole);
        whole.setDividerPositions(0.56);
    }

    private SplitPane fileAndLog() {
        SplitPane both = new SplitPane(file, log);
        both.setOrientation(Orientation.VERTICAL);
        both.setDividerPositions(0.58);
        both.setMinWidth(0);
        return both;
    }

    /** Whether the form is always to be seen. */
    boolean showsForm() {
        return manner == null || manner == Manner.SIDE_BY_SIDE;
    }

    /** Brings the log, or what stands in its place, to the front where it is behind others. */
    void showLog() {
        PaneTabs left = tabs;
        if (left != null && manner == Manner.BOTH_BEHIND) {
            left.select(log);
        }
    }

    /** The parts that the keys go round, in order. */
    List<Node> panes() {
        return List.of(form, file, log, steps);
    }
}
