package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;

import java.util.concurrent.CancellationException;

/** Tells why no image was made. */
final class CommitTrouble {
    private CommitTrouble() {}

    /** Tells it above the panes of a container's tab. */
    static void tell(ContainerShow show, String name, Throwable failure) {
        if (failure instanceof CancellationException) {
            show.warn(new Problem("Committing " + name + " was cancelled", "No image was made."))
                    .calm();
        } else {
            show.warn(Problems.of(name + " was not committed", failure));
        }
    }
}
