package dev.stratoscope.app.view.difference;

/** How a difference is looked at. */
enum Look {
    /** Both as pictures. */
    PICTURE("Picture"),
    /** What both pack. */
    MEMBERS("Members"),
    /** Lines beside each other. */
    SIDES("Side by side"),
    /** Lines below each other. */
    INLINE("Inline"),
    /** Bytes beside each other. */
    HEX("Hex");

    private final String word;

    Look(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    /** What it is called where there is only one side. */
    String soleWord() {
        return isText() ? "Text" : word;
    }

    /** Whether lines are shown. */
    boolean isText() {
        return this == SIDES || this == INLINE;
    }
}
