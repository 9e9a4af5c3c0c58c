package dev.stratoscope.app.images;

import java.nio.file.Path;

/** What a person may do with the images of the store. On the JavaFX thread; nothing waits. */
interface Acts {
    /** Shows an image in a tab. */
    void open(ImageRow row);

    /** Asks how an image is to be run, and runs it. */
    void run(ImageRow row);

    /** Compares two images. */
    void compare(ImageRow before, ImageRow after);

    /** Asks what an image is to be compared with. */
    void compareWith(ImageRow row);

    /** Asks where an image is to be written, and writes it. */
    void save(ImageRow row);

    /** Asks for one more name, and gives it. */
    void tag(ImageRow row);

    /** Takes a name away; asks first where the image would go with it. */
    void remove(ImageRow row);

    /** Asks for a file, and copies what it holds into the store. */
    void loadFile();

    /** Asks for a folder, and copies what it holds into the store. */
    void loadFolder();

    /** Copies what a file or folder holds into the store. */
    void load(Path source);

    /** Removes what nothing needs, after a question. */
    void prune();
}
