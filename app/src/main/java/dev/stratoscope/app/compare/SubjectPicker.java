package dev.stratoscope.app.compare;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.ImageSource;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Chooses one of the images there are, by a part of its name, or a file. */
public final class SubjectPicker extends VBox {
    private static final double ROW = 34;
    private static final int MOST_ROWS = 9;

    private final TextField field = new TextField();
    private final ListView<Subject> list = new ListView<>();
    private final Consumer<Subject> chosen;
    private final List<Subject> all;

    /**
     * A picker of what there is now.
     *
     * @param title what is asked for
     * @param without what is not offered; null for nothing
     * @param chosen told what is chosen
     */
    public SubjectPicker(
            String title, Subjects subjects, @Nullable Subject without, Consumer<Subject> chosen) {
        this.chosen = chosen;
        all =
                subjects.offered().stream()
                        .filter(one -> without == null || !one.isSame(without))
                        .toList();
        getStyleClass().addAll("popover", "subject-picker");
        Label words = new Label(title);
        words.getStyleClass().add("strong");
        field.setPromptText("Name, tag or file");
        field.setAccessibleText(title);
        field.textProperty().addListener((property, before, now) -> fill());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        HBox search = new HBox(Icons.of(MaterialDesignM.MAGNIFY), field);
        search.getStyleClass().add("search-field");
        HBox.setHgrow(field, Priority.ALWAYS);
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(new Label("No image here is called like that."));
        list.setAccessibleText(title);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        list.setOnMouseClicked(
                event -> {
                    if (event.getButton() == MouseButton.PRIMARY) {
                        choose();
                    }
                });
        Button file = new Button("Open file…", Icons.of(MaterialDesignF.FILE_OUTLINE));
        file.setId("pick-file");
        file.setOnAction(event -> subjects.chooseFile(this::choose));
        getChildren().setAll(words, search, list, file);
        fill();
    }

    /** What gets the keyboard. */
    public TextField field() {
        return field;
    }

    private void fill() {
        String text = field.getText().strip().toLowerCase(Locale.ROOT);
        list.getItems()
                .setAll(
                        all.stream()
                                .filter(
                                        one ->
                                                one.title().toLowerCase(Locale.ROOT).contains(text)
                                                        || one.hint()
                                                                .toLowerCase(Locale.ROOT)
                                                                .contains(text))
                                .toList());
        list.setPrefHeight(ROW * Math.clamp(all.size(), 1, MOST_ROWS) + 2);
        list.setMinHeight(Region.USE_PREF_SIZE);
        list.getSelectionModel().selectFirst();
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            choose();
        } else if (event.getCode() == KeyCode.DOWN && event.getTarget().equals(field)) {
            list.getSelectionModel().selectNext();
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
        } else if (event.getCode() == KeyCode.UP && event.getTarget().equals(field)) {
            list.getSelectionModel().selectPrevious();
            list.scrollTo(list.getSelectionModel().getSelectedIndex());
        } else {
            return;
        }
        event.consume();
    }

    private void choose() {
        Subject subject = list.getSelectionModel().getSelectedItem();
        if (subject != null) {
            chosen.accept(subject);
        }
    }

    private void choose(ImageSource source) {
        chosen.accept(new Subject(source, null, Escapes.text(source.fileName()), "file"));
    }

    /** The name, and where it is from at the end. */
    private static final class Cell extends ListCell<Subject> {
        private final Label title = new Label();
        private final Label hint = new Label();
        private final HBox box;

        Cell() {
            Region spacer = new Region();
            HBox.setHgrow(spacer, Priority.ALWAYS);
            hint.getStyleClass().addAll("muted", "secondary");
            hint.setMinWidth(0);
            title.setMinWidth(60);
            box = new HBox(8, Icons.of(MaterialDesignL.LAYERS_TRIPLE_OUTLINE), title, spacer, hint);
            box.getStyleClass().add("palette-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Subject subject, boolean empty) {
            super.updateItem(subject, empty);
            title.setText(subject == null || empty ? "" : subject.title());
            hint.setText(subject == null || empty ? "" : subject.hint());
            setGraphic(subject == null || empty ? null : box);
        }
    }
}
