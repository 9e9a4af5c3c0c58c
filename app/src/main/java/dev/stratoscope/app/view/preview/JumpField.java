package dev.stratoscope.app.view.preview;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.Locale;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/** Goes to an offset, in decimal or in hex after 0x. */
final class JumpField extends HBox {
    private final TextField field = new TextField();
    private final Label trouble = new Label();
    private final LongSupplier size;
    private final LongConsumer jump;

    /**
     * An empty field.
     *
     * @param size the file's length in bytes
     * @param jump told the offset, which is in the file
     */
    JumpField(LongSupplier size, LongConsumer jump) {
        this.size = size;
        this.jump = jump;
        getStyleClass().addAll("pane-bar", "jump-bar");
        Label title = new Label("Go to offset");
        title.getStyleClass().addAll("secondary", "muted");
        title.setMinWidth(USE_PREF_SIZE);
        title.setLabelFor(field);
        field.setPromptText("4096 or 0x1000");
        field.setAccessibleText("Go to offset, decimal or hex after 0x");
        field.getStyleClass().add("mono");
        field.setPrefWidth(140);
        field.setMinWidth(USE_PREF_SIZE);
        field.setOnAction(event -> go());
        field.textProperty().addListener((property, before, now) -> trouble.setText(""));
        trouble.getStyleClass().addAll("secondary", "trouble");
        HBox.setHgrow(trouble, Priority.ALWAYS);
        getChildren().setAll(title, field, trouble);
        managedProperty().bind(visibleProperty());
    }

    private void go() {
        long offset = parse(field.getText());
        if (offset < 0) {
            trouble.setText("not an offset");
        } else if (offset >= size.getAsLong()) {
            trouble.setText(String.format(Locale.ROOT, "ends at %,d", size.getAsLong()));
        } else {
            trouble.setText("");
            jump.accept(offset);
        }
    }

    /** The number; -1 when there is none, or too large a one. */
    static long parse(String text) {
        String plain = text.strip().replace(",", "").replace("_", "").toLowerCase(Locale.ROOT);
        boolean hex = plain.startsWith("0x");
        String digits = hex ? plain.substring(2) : plain;
        if (!digits.matches(hex ? "[0-9a-f]{1,15}" : "[0-9]{1,18}")) {
            return -1;
        }
        return Long.parseLong(digits, hex ? 16 : 10);
    }
}
