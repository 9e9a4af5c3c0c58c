package dev.stratoscope.app.reading;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.ListedImage.Kind;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Lets a person choose among what a container holds; what is attached stands under its image. */
public final class ImageChooser extends VBox {
    private static final double ROW = 44;
    private static final int MOST_ROWS_SHOWN = 8;

    private final ListView<Row> list = new ListView<>();
    private final Consumer<ListedImage> chosen;

    /**
     * One line of the list.
     *
     * @param attached whether it stands under the image before it
     */
    record Row(ListedImage image, boolean attached) {}

    /**
     * A chooser.
     *
     * @param container what holds them
     * @param images what it holds, in its order
     * @param chosen told what is to be opened
     */
    public ImageChooser(String container, List<ListedImage> images, Consumer<ListedImage> chosen) {
        this.chosen = chosen;
        getStyleClass().add("image-chooser");
        Label title = new Label(title(container, images));
        title.getStyleClass().add("title");
        list.getItems().setAll(rows(images));
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * Math.min(MOST_ROWS_SHOWN, list.getItems().size()) + 2);
        list.setMaxHeight(Region.USE_PREF_SIZE);
        list.setCellFactory(view -> new ImageChoiceCell());
        list.setAccessibleText(title.getText());
        list.getSelectionModel().selectFirst();
        list.setOnMouseClicked(
                event -> {
                    if (event.getClickCount() == 2) {
                        choose();
                    }
                });
        list.setOnKeyPressed(
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        choose();
                        event.consume();
                    }
                });
        Button open = new Button("Open");
        open.getStyleClass().add("accent");
        open.setDefaultButton(true);
        open.setOnAction(event -> choose());
        Label problem = new Label();
        problem.getStyleClass().addAll("secondary", "muted");
        problem.setMaxWidth(Double.MAX_VALUE);
        problem.setWrapText(true);
        HBox.setHgrow(problem, Priority.ALWAYS);
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> describe(now, problem, open));
        describe(list.getSelectionModel().getSelectedItem(), problem, open);
        HBox foot = new HBox(12, problem, open);
        foot.getStyleClass().add("foot");
        getChildren().setAll(title, list, foot);
    }

    /** Selects one of the images. */
    public void select(ListedImage image) {
        for (Row row : list.getItems()) {
            if (row.image().manifest().digest().equals(image.manifest().digest())) {
                list.getSelectionModel().select(row);
                list.scrollTo(row);
                return;
            }
        }
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }

    private void choose() {
        Row row = list.getSelectionModel().getSelectedItem();
        if (row != null && row.image().problem() == null) {
            chosen.accept(row.image());
        }
    }

    private static void describe(Row row, Label words, Button open) {
        String problem = row == null ? null : row.image().problem();
        open.setDisable(row == null || problem != null);
        String stored =
                row == null || row.image().storedSize() < 0
                        ? ""
                        : HumanSize.exact(row.image().storedSize()) + " stored";
        words.setText(problem == null ? stored : Escapes.text(problem));
    }

    private static String title(String container, List<ListedImage> images) {
        int count = (int) images.stream().filter(image -> image.kind() == Kind.IMAGE).count();
        String others = count(images.size() - count, "other thing");
        return Escapes.text(container)
                + " holds "
                + (count == 0
                        ? count(images.size(), "artifact")
                        : count(count, "image") + (images.size() > count ? " and " + others : ""));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static List<Row> rows(List<ListedImage> images) {
        List<Row> rows = new ArrayList<>();
        for (ListedImage image : images) {
            rows.add(new Row(image, false));
            image.attached().forEach(attached -> rows.add(new Row(attached, true)));
        }
        return rows;
    }
}
