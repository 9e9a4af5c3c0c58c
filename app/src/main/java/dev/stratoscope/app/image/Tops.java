package dev.stratoscope.app.image;

import dev.stratoscope.app.reading.TopLayer;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/** What can lie on top of the layers of an image tab. On the JavaFX thread. */
public final class Tops {
    private final Supplier<@Nullable ReadImage> image;
    private final ImageBody body;
    private final Runnable changed;

    /**
     * Nothing on top.
     *
     * @param image what is shown; null while it is not read
     * @param changed told when the tree has to be shown anew
     */
    Tops(Supplier<@Nullable ReadImage> image, ImageBody body, Runnable changed) {
        this.image = image;
        this.body = body;
        this.changed = changed;
    }

    /** Shows the writable layer of a container on top of the image's; null shows none. */
    public void show(@Nullable TopLayer top) {
        ReadImage read = image.get();
        if (read != null && (top != null || read.top() != null)) {
            read.setTop(top);
            body.details().setTop(top);
            body.commands().setTop(top);
            body.showTop(read.steps());
            changed.run();
        }
    }

    /** Sets what makes a container of the image; null where that is not offered. */
    public void offerRun(@Nullable Runnable run) {
        body.stack().setGhost(run);
    }

    /** Puts a choice of containers above the stack; null for none. */
    public void offer(@Nullable Node chooser) {
        body.offerTops(chooser);
    }
}
