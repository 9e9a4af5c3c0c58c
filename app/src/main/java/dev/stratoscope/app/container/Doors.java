package dev.stratoscope.app.container;

import dev.stratoscope.model.ImageSource;

/** What the views of containers ask the window for. On the JavaFX thread. */
public interface Doors {
    /** Shows an image in a tab. */
    void openImage(ImageSource source);

    /**
     * Shows a container in a tab.
     *
     * @param id its whole id
     * @param name what stands on the tab at first
     */
    void openContainer(String id, String name);

    /** Closes the tab of a container, where there is one. */
    void closeContainer(String id);

    /**
     * Asks how a container is to be run, and runs it.
     *
     * @param image the image's name or id; empty leaves that to be chosen
     */
    void run(String image);

    /** A container came, went or changed: whoever lists them looks again. */
    void containersChanged();

    /** An image came to the store. */
    void imagesChanged();
}
