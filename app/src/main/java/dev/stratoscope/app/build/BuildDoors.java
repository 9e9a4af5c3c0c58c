package dev.stratoscope.app.build;

import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.build.BuildRecord;

/** What the views of builds ask the window for. On the JavaFX thread. */
public interface BuildDoors {
    /** Shows an image in a tab. */
    void openImage(ImageSource source);

    /**
     * Shows a container in a tab: its terminal, or what it wrote.
     *
     * @param id its whole id
     * @param name what stands on the tab at first
     */
    void openContainer(String id, String name, boolean terminal);

    /** Shows a Dockerfile in a tab. */
    void openBuild(BuildPlace place);

    /** Shows the Dockerfile of a build that ended. */
    void openAgain(BuildRecord record);

    /** Asks for a Dockerfile and shows it. */
    void chooseFile();

    /** Asks for a folder with a Dockerfile and shows it. */
    void chooseFolder();

    /** An image came to the store. */
    void imagesChanged();

    /** A build ended: whoever lists them looks again. */
    void buildsChanged();
}
