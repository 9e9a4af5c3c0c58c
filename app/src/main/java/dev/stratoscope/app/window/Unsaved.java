package dev.stratoscope.app.window;

import dev.stratoscope.app.view.ActDialog;
import dev.stratoscope.app.view.Page;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Tab;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

import java.util.List;
import java.util.function.Supplier;

/**
 * What was typed into tabs and would be lost with them. On the JavaFX thread.
 *
 * @param things such as paths
 */
record Unsaved(List<String> things) {
    private static final int MOST_NAMED = 3;

    /** What some tabs would lose. */
    static Unsaved in(List<Tab> tabs) {
        return new Unsaved(
                tabs.stream()
                        .map(Tab::getContent)
                        .filter(Page.class::isInstance)
                        .flatMap(content -> ((Page) content).unsaved().stream())
                        .toList());
    }

    /** Asks before a window is closed that would lose something. */
    static void guard(Node content, Supplier<List<Tab>> tabs) {
        content.sceneProperty()
                .flatMap(Scene::windowProperty)
                .subscribe(
                        window -> {
                            if (window != null) {
                                window.setOnCloseRequest(
                                        event -> closing(event, content, window, tabs.get()));
                            }
                        });
    }

    private static void closing(WindowEvent event, Node content, Window window, List<Tab> tabs) {
        Unsaved lost = in(tabs);
        if (!lost.things.isEmpty()) {
            event.consume();
            lost.ask(content, "Close the window", window::hide);
        }
    }

    /** Does something at once where nothing is lost, else once a person said so. */
    void ask(Node owner, String title, Runnable then) {
        if (things.isEmpty()) {
            then.run();
            return;
        }
        String edits = things.size() == 1 ? "1 edit" : things.size() + " edits";
        ActDialog dialog = new ActDialog(owner, title, "Close and lose " + edits);
        dialog.getDialogPane().setId("unsaved-dialog");
        dialog.say("Typed and not saved: " + named() + ".");
        dialog.ask(then);
    }

    private String named() {
        int more = things.size() - MOST_NAMED;
        return more <= 0
                ? String.join(", ", things)
                : String.join(", ", things.subList(0, MOST_NAMED)) + " and " + more + " more";
    }
}
