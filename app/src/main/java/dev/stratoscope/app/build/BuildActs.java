package dev.stratoscope.app.build;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.model.build.StepFailure;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.util.ArrayList;
import java.util.List;

/** What can be done in a build's tab, for the palette, the keys and the menu. */
record BuildActs(
        BuildSession session,
        BuildShow show,
        BuildFile file,
        DockerfilePane text,
        BuildLogPane log,
        FailedFiles failed,
        MissCard card) {

    /** All that can be done now. */
    List<Act> now() {
        List<Act> acts = new ArrayList<>();
        if (show.status() == BuildShow.Status.RUNNING) {
            acts.add(
                    Act.of("Stop the build", MaterialDesignS.STOP, session::stop)
                            .keys("Shortcut+Period"));
        } else {
            acts.add(
                    Act.of("Build", MaterialDesignH.HAMMER_WRENCH, session::build)
                            .keys("Shortcut+Enter"));
            acts.add(
                    Act.of("What would rebuild?", MaterialDesignE.EYE_OUTLINE, session::explain)
                            .keys("Shortcut+Shift+Enter"));
        }
        if (session.hasBuilt()) {
            acts.add(
                    Act.of(
                            "Open the built image",
                            MaterialDesignL.LAYERS_TRIPLE_OUTLINE,
                            session::openBuilt));
        }
        addFailure(acts);
        acts.add(
                Act.of("Save the Dockerfile", MaterialDesignC.CONTENT_SAVE_OUTLINE, file::save)
                        .keys("Shortcut+S"));
        acts.add(
                Act.of("Next finding", MaterialDesignA.ALERT_OUTLINE, text::nextFinding)
                        .keys("F2"));
        acts.add(Act.of("Mend the finding", MaterialDesignA.AUTO_FIX, text::fix).keys("Alt+Enter"));
        acts.add(
                Act.of("Find in the log", MaterialDesignM.MAGNIFY, log::focusSearch)
                        .keys("Shortcut+F"));
        if (card.isVisible()) {
            acts.add(
                    Act.of(
                                    "Show the difference that missed the cache",
                                    MaterialDesignC.COMPARE,
                                    card::showDifference)
                            .keys("Shortcut+D"));
        }
        acts.add(
                Act.of(
                        "Copy the Dockerfile's path",
                        MaterialDesignC.CONTENT_COPY,
                        () -> Actions.copy(file.place().file().toString())));
        return acts;
    }

    private void addFailure(List<Act> acts) {
        StepNow step = show.failed();
        StepFailure failure = step == null ? null : step.failure();
        if (failure == null) {
            return;
        }
        if (failure.state() != null) {
            acts.add(Act.of("Shell in the failed state", MaterialDesignC.CONSOLE, failed::shell));
        }
        acts.add(Act.of("Open the files so far", MaterialDesignL.LAYERS_OUTLINE, failed::files));
    }
}
