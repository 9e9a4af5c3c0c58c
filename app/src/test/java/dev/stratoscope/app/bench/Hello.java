package dev.stratoscope.app.bench;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The least a window of JavaFX can be. */
public final class Hello {
    private Hello() {}

    /** Shows it; with an argument, it ends by itself after a moment. */
    public static void main(String[] args) throws InterruptedException {
        Platform.startup(
                () -> {
                    Stage stage = new Stage();
                    stage.setScene(new Scene(new Label("hello"), 1440, 900));
                    stage.show();
                });
        if (args.length > 0) {
            Thread.sleep(Long.parseLong(args[0]));
            System.exit(0);
        }
    }
}
