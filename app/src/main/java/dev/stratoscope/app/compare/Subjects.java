package dev.stratoscope.app.compare;

import dev.stratoscope.model.ImageSource;

import java.util.List;
import java.util.function.Consumer;

/** The images there are to compare. On the JavaFX thread. */
public interface Subjects {
    /** Those that are open and those of the store, what was opened last first. */
    List<Subject> offered();

    /** Asks for a file; {@code chosen} is told of it unless the person thinks better of it. */
    void chooseFile(Consumer<ImageSource> chosen);

    /** Opens an image in a tab of its own. */
    void open(Subject subject);
}
