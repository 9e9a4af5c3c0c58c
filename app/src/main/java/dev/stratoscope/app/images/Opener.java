package dev.stratoscope.app.images;

import dev.stratoscope.model.ImageSource;

import java.util.List;

/** What the window does for the images view. On the JavaFX thread. */
public interface Opener {
    /** Shows an image in a tab of its own. */
    void open(ImageSource source);

    /** Asks for a file and opens it. */
    void chooseFile();

    /** Asks for a folder and opens what it holds. */
    void chooseFolder();

    /** Compares two images of the store, each by its name or id. */
    void compare(String before, String after);

    /** Asks what an image of the store is to be compared with. */
    void compareWith(String image);

    /** Opens the sample image. */
    void openSample();

    /**
     * Asks how an image of the store is to be run, and runs it.
     *
     * @param image its name or id
     */
    void run(String image);

    /**
     * Shows a container in a tab of its own; of several their list.
     *
     * @param names what they are called
     */
    void showContainers(List<String> names);
}
