package dev.stratoscope.app.compare;

/** What of two images is compared. */
enum CompareScope {
    /** The layers of the selected ribbon, each by itself. */
    SELECTED_LAYERS,
    /** All files of both. */
    WHOLE_IMAGES
}
