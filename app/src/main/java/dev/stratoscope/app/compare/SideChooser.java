package dev.stratoscope.app.compare;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.ImageSource;

import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** Says which image stands on one side, and lets another be chosen or dropped. */
final class SideChooser extends Button {
    private final String side;
    private final Label name = new Label();
    private final Label facts = new Label();
    private final Supplier<Subjects> subjects;
    private final Consumer<Subject> chosen;
    private @Nullable Subject shown;

    /**
     * Nothing is chosen yet.
     *
     * @param side which side it is: {@code left}
     * @param chosen told what is to stand there
     */
    SideChooser(String side, Supplier<Subjects> subjects, Consumer<Subject> chosen) {
        this.side = side;
        this.subjects = subjects;
        this.chosen = chosen;
        setId("choose-" + side);
        getStyleClass().add("side-chooser");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        name.getStyleClass().add("strong");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        facts.getStyleClass().addAll("mono", "secondary", "muted");
        VBox words = new VBox(name, facts);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        HBox content =
                new HBox(
                        12,
                        Icons.of(MaterialDesignL.LAYERS_TRIPLE_OUTLINE),
                        words,
                        Icons.of(MaterialDesignM.MENU_DOWN));
        content.setAlignment(Pos.CENTER_LEFT);
        content.prefWidthProperty().bind(widthProperty().subtract(24));
        setGraphic(content);
        setOnAction(event -> popUp());
        addEventHandler(DragEvent.DRAG_OVER, this::dragOver);
        addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        show(null, "");
    }

    /**
     * Shows an image.
     *
     * @param told what is known of it: its id and size; may be empty
     */
    void show(@Nullable Subject subject, String told) {
        shown = subject;
        String title = subject == null ? "Choose an image" : subject.title();
        name.setText(title);
        facts.setText(subject == null ? "or drop a file here" : told.isEmpty() ? "…" : told);
        setAccessibleText("Image on the " + side + ": " + title + ". Choose another");
        setTooltip(subject == null ? null : new Tooltip(title + "\n" + subject.source()));
    }

    private void popUp() {
        Popup popup = new Popup();
        SubjectPicker picker =
                new SubjectPicker(
                        "Image on the " + side,
                        subjects.get(),
                        shown,
                        subject -> {
                            popup.hide();
                            chosen.accept(subject);
                        });
        popup.getContent().setAll(picker);
        popup.setAutoHide(true);
        popup.getScene().getStylesheets().setAll(getScene().getStylesheets());
        Bounds below = localToScreen(getBoundsInLocal());
        popup.show(this, below.getMinX(), below.getMaxY() + 4);
        picker.field().requestFocus();
    }

    private void dragOver(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles() && !event.getDragboard().getFiles().isEmpty()) {
            ImageSource source =
                    ImageSource.of(event.getDragboard().getFiles().getFirst().toPath());
            chosen.accept(new Subject(source, null, Escapes.text(source.fileName()), "file"));
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
