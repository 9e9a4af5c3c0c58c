package dev.stratoscope.app.container;

/** Whether a container can be seen. */
enum Presence {
    /** Nobody looked yet. */
    UNKNOWN,
    /** It was there when it was looked at last. */
    HERE,
    /** It is not there any more. */
    REMOVED,
    /** It could not be looked at. */
    TROUBLE
}
