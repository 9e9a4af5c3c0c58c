package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Problem;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

/**
 * The wait for a container that was asked to end. Most end at once; of one that does not, it says
 * when it will be killed, and offers to do that now. On the JavaFX thread.
 */
final class StopWait {
    private static final Duration AT_ONCE = Duration.seconds(1);

    private final PauseTransition pause = new PauseTransition(AT_ONCE);
    private Runnable takeAway = () -> {};

    /**
     * A wait that is not begun.
     *
     * @param patience after how long the container is killed by itself
     * @param kill kills it
     */
    StopWait(Asker asker, String name, java.time.Duration patience, Runnable kill) {
        Problem wait =
                new Problem(
                        name + " has not ended yet",
                        "It was asked to, and is killed when "
                                + patience.toSeconds()
                                + " seconds are over. What it has not written by then is lost.");
        pause.setOnFinished(event -> takeAway = asker.offer(wait, "Kill now", kill));
    }

    /** It was asked to end. */
    void begin() {
        pause.playFromStart();
    }

    /** It ended, or nobody waits any more. */
    void end() {
        pause.stop();
        takeAway.run();
    }
}
