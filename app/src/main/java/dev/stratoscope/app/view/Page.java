package dev.stratoscope.app.view;

import javafx.scene.Node;

import java.util.List;

/** What fills a tab of the window. On the JavaFX thread. */
public interface Page {
    /** It is shown, for the first time or again: starts reading, unless that was done before. */
    void begin();

    /** Something else is shown in its place: what only serves the eye may rest. */
    default void leave() {}

    /** What was typed here and closing would lose, such as a path; empty for nothing. */
    default List<String> unsaved() {
        return List.of();
    }

    /** Stops everything it still does, and lets go of what it holds. */
    void close();

    /** Runs an action once everything was read and is shown; at once if that is so. */
    void whenRead(Runnable action);

    /** One line on what was read so far; empty for nothing. */
    String summary();

    /** Whether everything was read, and none of it in vain. */
    boolean isComplete();

    /** What can be done here, for the palette and the keys. */
    List<Act> acts();

    /** The parts that the keys go round, in order. */
    List<Node> panes();

    /** Where what it shows is, for a person to paste. */
    String path();
}
