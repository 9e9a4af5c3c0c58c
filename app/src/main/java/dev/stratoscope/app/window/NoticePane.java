package dev.stratoscope.app.window;

import dev.stratoscope.app.view.Notice;
import dev.stratoscope.app.view.NoticeBar;
import dev.stratoscope.app.view.NoticeEvent;
import dev.stratoscope.app.view.Notices;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

/** What was done lately, the newest at the bottom, above the status bar. */
final class NoticePane extends VBox implements Notices {
    private static final int MOST = 3;

    NoticePane() {
        super(8);
        getStyleClass().add("notices");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setPickOnBounds(false);
    }

    /** Shows what any node below {@code part} says. */
    void listen(Node part) {
        part.addEventHandler(
                NoticeEvent.SAID,
                event -> {
                    say(event.notice());
                    event.consume();
                });
    }

    @Override
    public void say(Notice notice) {
        if (getChildren().size() == MOST && getChildren().getFirst() instanceof NoticeBar oldest) {
            oldest.end();
        }
        getChildren().add(new NoticeBar(notice, getChildren()::remove));
    }

    /** Whether there is something to take back. */
    boolean offersUndo() {
        return latestUndo() != null;
    }

    /** Takes back what was done last, if that is still offered. */
    void undo() {
        NoticeBar bar = latestUndo();
        if (bar != null) {
            bar.act();
        }
    }

    private @Nullable NoticeBar latestUndo() {
        for (Node node : getChildren().reversed()) {
            if (node instanceof NoticeBar bar && bar.notice().undoes()) {
                return bar;
            }
        }
        return null;
    }

    /** Nothing more is said; what is shown ends. */
    void clear() {
        for (Node node : getChildren().toArray(Node[]::new)) {
            if (node instanceof NoticeBar bar) {
                bar.end();
            }
        }
    }
}
