package dev.stratoscope.app.window.palette;

import dev.stratoscope.app.view.Act;

import java.util.List;
import java.util.function.Consumer;

/** What the palette looks among. On the JavaFX thread. */
public interface Finds {
    /** What can be done now, in the order in which it is listed before anything is typed. */
    List<Act> commands();

    /** The ways to places of what is shown, such as its layers. */
    List<Act> places();

    /** The ways to images: open ones, recent ones, those of the store. */
    List<Act> images();

    /**
     * Looks for files of what is shown.
     *
     * @param text a part of their name or path
     * @param found told the ways to them, the best first, unless another search came meanwhile
     */
    void files(String text, Consumer<List<Act>> found);
}
