/** The window and the command line of Stratoscope. */
@org.jspecify.annotations.NullMarked
module dev.stratoscope.app {
    requires atlantafx.base;
    requires com.fasterxml.jackson.databind;
    requires com.techsenger.jeditermfx.core;
    requires dev.stratoscope.model;
    requires dev.stratoscope.resources;
    requires info.picocli;
    requires java.desktop;
    requires javafx.controls;
    requires jdk.unsupported;
    requires org.controlsfx.controls;
    requires static org.jspecify;
    requires org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.materialdesign2;

    opens dev.stratoscope.app.settings to
            com.fasterxml.jackson.databind;
}
