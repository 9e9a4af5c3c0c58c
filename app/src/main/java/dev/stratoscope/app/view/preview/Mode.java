package dev.stratoscope.app.view.preview;

/** How a file is looked at. */
enum Mode {
    /** Its lines. */
    TEXT("Text"),
    /** As a picture. */
    PICTURE("Picture"),
    /** What it packs. */
    MEMBERS("Members"),
    /** Its bytes. */
    HEX("Hex");

    private final String word;

    Mode(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
