/**
 * What is seen and read: style sheets, fonts and the sample image's contents, each behind a typed
 * handle.
 */
@org.jspecify.annotations.NullMarked
module dev.stratoscope.resources {
    requires javafx.graphics;
    requires static org.jspecify;

    exports dev.stratoscope.resources;
}
