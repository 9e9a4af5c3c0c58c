package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.reading.ImageChooser;
import dev.stratoscope.app.reading.LimitRaise;
import dev.stratoscope.app.reading.Opening;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.model.image.SeveralImagesException;

import javafx.scene.layout.BorderPane;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.concurrent.CancellationException;

/**
 * What a tab shows where its image could not be opened: why and the cure, or a question. On the
 * JavaFX thread.
 */
final class OpeningTrouble {
    private final ImageTab tab;
    private final Opening opening;
    private final Banners banners;
    private final String title;
    private @Nullable IOException failure;

    OpeningTrouble(ImageTab tab, Opening opening, Banners banners, String title) {
        this.tab = tab;
        this.opening = opening;
        this.banners = banners;
        this.title = title;
    }

    /** Why the image could not be opened at all; null while nothing went wrong. */
    @Nullable IOException failure() {
        return failure;
    }

    /** Another try begins. */
    void clear() {
        failure = null;
    }

    /**
     * Tells of a failure.
     *
     * @param what what was being done
     * @param unopened whether there is nothing of the image to show beside it
     */
    void tell(String what, Throwable problem, boolean unopened) {
        switch (problem) {
            case CancellationException cancelled -> cancelled(what, unopened);
            case SeveralImagesException several -> choose(several);
            default -> failed(problem, unopened);
        }
    }

    private void cancelled(String what, boolean unopened) {
        if (tab.getScene() != null) {
            clearUnopened(unopened);
            String left =
                    unopened
                            ? "Nothing of it was read."
                            : "The layers that were read can be explored.";
            Problem told = new Problem(what + " was cancelled", left);
            banners.add(told, "Try again", tab::open).calm();
        }
    }

    /** Asks which of several images is meant; the answer is opened in this tab. */
    private void choose(SeveralImagesException several) {
        failure = several;
        ImageChooser chooser =
                new ImageChooser(
                        title,
                        several.images(),
                        listed -> {
                            opening.choose(listed, several.images());
                            tab.open();
                        });
        tab.setCenter(chooser);
        chooser.requestFocus();
    }

    private void failed(Throwable reason, boolean unopened) {
        failure = reason instanceof IOException e ? e : new IOException(reason);
        clearUnopened(unopened);
        Problem problem = Problems.of(title + " cannot be opened", reason);
        LimitRaise raise = LimitRaise.of(reason);
        if (raise == null) {
            banners.add(problem, "Try again", tab::open);
        } else {
            banners.add(
                    problem,
                    raise.words(),
                    () -> {
                        opening.raise(raise);
                        tab.open();
                    });
        }
    }

    private void clearUnopened(boolean unopened) {
        if (unopened) {
            tab.setCenter(new BorderPane());
        }
    }
}
