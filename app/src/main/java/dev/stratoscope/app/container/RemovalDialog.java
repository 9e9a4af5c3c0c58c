package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.ActDialog;

import javafx.scene.Node;
import javafx.scene.control.Label;

/** Asks whether a container is to be removed, and says what goes with it once that is known. */
final class RemovalDialog extends ActDialog {
    private static final String LOST =
            "What it wrote and was not committed is lost. Its image stays.";

    RemovalDialog(Node owner, JobScope jobs, Seen seen) {
        super(owner, "Remove " + seen.name() + "?", words(seen));
        String running = seen.state().isLive() ? "It runs, and is stopped first. " : "";
        Label lost = say(running + LOST);
        jobs.follow(
                "Measuring the writable layer",
                progress -> WrittenSize.of(seen.container().changes(progress)),
                size -> {
                    if (size.paths() == 0) {
                        lost.setText(running + "It wrote nothing. Its image stays.");
                        return;
                    }
                    actButton().setText(words(seen) + ", free " + HumanSize.spaced(size.bytes()));
                    lost.setText(running + size.words() + ". " + LOST);
                },
                failure -> {});
    }

    private static String words(Seen seen) {
        return (seen.state().isLive() ? "Stop and remove " : "Remove ") + seen.name();
    }
}
