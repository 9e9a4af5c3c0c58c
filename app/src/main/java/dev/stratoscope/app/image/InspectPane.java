package dev.stratoscope.app.image;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.app.text.DockerJson;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.LineView;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;

/** Docker's inspect document as a tree and as text. */
final class InspectPane extends BorderPane {
    private final TreeView<Field> tree = new TreeView<>();
    private final LineView raw = new LineView();
    private final Label path = new Label();
    private String text = "";

    /** One value of the document: its key or place, and its path from the root. */
    private record Field(String name, String path, JsonNode value) {}

    InspectPane() {
        tree.setCellFactory(view -> new FieldCell());
        tree.setFixedCellSize(26);
        tree.getStyleClass().add("json-tree");
        tree.setAccessibleText("Inspect as a tree");
        raw.setAccessibleText("Inspect as JSON");
        SplitPane both = new SplitPane(tree, raw);
        both.setDividerPositions(0.55);
        path.getStyleClass().addAll("mono", "muted");
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox bar =
                new HBox(
                        path,
                        spacer,
                        Actions.copyButton("Copy path", path::getText),
                        Actions.copyButton("Copy document", () -> text));
        bar.getStyleClass().add("pane-footer");
        setCenter(both);
        setBottom(bar);
        tree.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, item) ->
                                path.setText(item == null ? "" : item.getValue().path()));
    }

    /** Shows a document: docker's array of one object. */
    void show(JsonNode document) {
        text = DockerJson.text(document);
        raw.show(text.lines().map(Escapes::text).toList(), true);
        TreeItem<Field> root = item(new Field("[0]", ".[0]", document.path(0)));
        root.setExpanded(true);
        root.getChildren()
                .forEach(
                        child -> {
                            String name = child.getValue().name();
                            child.setExpanded(name.equals("Config") || name.equals("RootFS"));
                        });
        tree.setRoot(root);
    }

    private static TreeItem<Field> item(Field field) {
        TreeItem<Field> item = new TreeItem<>(field);
        JsonNode value = field.value();
        if (value.isObject()) {
            value.properties()
                    .forEach(
                            entry ->
                                    item.getChildren()
                                            .add(
                                                    item(
                                                            new Field(
                                                                    entry.getKey(),
                                                                    field.path()
                                                                            + "."
                                                                            + entry.getKey(),
                                                                    entry.getValue()))));
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                String name = "[" + i + "]";
                item.getChildren().add(item(new Field(name, field.path() + name, value.get(i))));
            }
        }
        return item;
    }

    private static final class FieldCell extends TreeCell<Field> {
        private final Label name = new Label();
        private final Label value = new Label();
        private final HBox box = new HBox(8, name, value);

        FieldCell() {
            name.getStyleClass().addAll("mono", "json-key");
            name.setMinWidth(Region.USE_PREF_SIZE);
            box.setAlignment(Pos.CENTER_LEFT);
            box.setMaxHeight(Double.MAX_VALUE);
            value.getStyleClass().add("mono");
        }

        @Override
        protected void updateItem(@Nullable Field field, boolean empty) {
            super.updateItem(field, empty);
            setText(null);
            if (field == null || empty) {
                setGraphic(null);
                return;
            }
            JsonNode node = field.value();
            name.setText(Escapes.text(field.name()));
            value.getStyleClass().removeAll("muted", "json-string");
            if (node.isContainerNode()) {
                int size = node.size();
                String noun = node.isObject() ? " key" : " item";
                value.setText(size + noun + (size == 1 ? "" : "s"));
                value.getStyleClass().add("muted");
            } else {
                value.setText(Escapes.text(node.toString()));
                value.getStyleClass().add(node.isTextual() ? "json-string" : "mono");
            }
            setGraphic(box);
        }
    }
}
