package dev.stratoscope.app.view;

import javafx.event.Event;
import javafx.event.EventType;

/** Carries a notice from the view that speaks up to the window that shows it. */
public final class NoticeEvent extends Event {
    private static final long serialVersionUID = 1;

    /** The one type there is. */
    public static final EventType<NoticeEvent> SAID = new EventType<>(Event.ANY, "NOTICE");

    private final transient Notice notice;

    NoticeEvent(Notice notice) {
        super(SAID);
        this.notice = notice;
    }

    /** What is said. */
    public Notice notice() {
        return notice;
    }
}
