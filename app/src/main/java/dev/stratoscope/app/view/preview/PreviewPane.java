package dev.stratoscope.app.view.preview;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.LineView;
import dev.stratoscope.app.view.Segments;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** A file's beginning as text or as bytes; text is shown as text unless bytes are asked for. */
public final class PreviewPane extends BorderPane {
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.TEXT);
    private final LineView lines = new LineView();
    private final Label note = new Label();
    private final Label message = new Label();
    private final HBox bar;
    private @Nullable Preview shown;

    /** How a file is looked at. */
    enum Mode {
        TEXT,
        HEX
    }

    /** A pane that shows nothing yet. */
    public PreviewPane() {
        Segments<Mode> modes = new Segments<>(mode);
        modes.getStyleClass().add("small");
        modes.add(Mode.TEXT, "Text");
        modes.add(Mode.HEX, "Hex");
        note.getStyleClass().addAll("secondary", "muted");
        message.getStyleClass().add("muted");
        message.setWrapText(true);
        bar = new HBox(12, modes, note);
        bar.getStyleClass().addAll("pane-bar", "preview-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        lines.setAccessibleText("Content of the file");
        mode.addListener((property, before, now) -> present());
        clear();
    }

    /** Shows a file that was read. */
    public void show(Preview preview) {
        shown = preview;
        boolean binary = preview.kind().equals("binary");
        note.setText(preview.isCut() ? "first " + HumanSize.spaced(preview.bytes().length()) : "");
        if (preview.size() == 0) {
            say("The file is empty.");
            return;
        }
        setTop(bar);
        setCenter(lines);
        Mode fitting = binary ? Mode.HEX : Mode.TEXT;
        if (mode.get() == fitting) {
            present();
        } else {
            mode.set(fitting);
        }
    }

    /** Shows words instead of a file. */
    public void say(String words) {
        setTop(null);
        message.setText(words);
        HBox box = new HBox(message);
        box.setPadding(new Insets(12));
        setCenter(box);
    }

    /** Shows nothing. */
    public void clear() {
        shown = null;
        setTop(null);
        setCenter(null);
    }

    private void present() {
        Preview preview = shown;
        if (preview == null) {
            return;
        }
        if (mode.get() == Mode.HEX) {
            lines.show(new HexLines(preview.bytes().toByteArray()), false);
        } else if (preview.lines().isEmpty()) {
            lines.show(List.of("(not text; look at it as hex)"), false);
        } else {
            lines.show(preview.lines().stream().map(PreviewPane::visible).toList(), true);
        }
    }

    private static String visible(String line) {
        return Escapes.text(line.replace("\t", "    "));
    }
}
