package dev.stratoscope.app.container;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.container.CommitSpec;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.tree.ByteString;

import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Set;

/** What a person says of the image to be made, and what is wrong with that. */
final class CommitInput {
    private static final int ROWS = 4;

    private final TextField name = field("commit-name", "New image");
    private final TextField comment = field("commit-comment", "Comment");
    private final TextField author = field("commit-author", "Author");
    private final TextArea config = new TextArea();
    private final CheckBox pause = new CheckBox("Pause while reading");
    private final CheckBox more = new CheckBox("Change CMD, ENV or labels");
    private final Label nameTrouble = trouble();
    private final Label configTrouble = trouble();
    private final VBox image;
    private final VBox remark;
    private final VBox rest;

    /**
     * Fields with nothing in them.
     *
     * @param changed told whenever something else was typed
     */
    CommitInput(Runnable changed) {
        pause.setSelected(true);
        config.setId("commit-config");
        config.setAccessibleText("Instructions, one a line");
        config.setPromptText("CMD [\"nginx\", \"-g\", \"daemon off;\"]\nENV MODE=tuned");
        config.getStyleClass().add("mono");
        config.setPrefRowCount(ROWS);
        config.setMinHeight(Region.USE_PREF_SIZE);
        author.setPromptText("Jo Doe <jo@example.org>");
        image = new VBox(4, head("New image"), name, nameTrouble);
        remark = new VBox(4, head("Comment"), comment);
        rest = new VBox(4, config, configTrouble, head("Author"), author);
        rest.managedProperty().bind(rest.visibleProperty());
        rest.visibleProperty().bind(more.selectedProperty());
        for (var text : List.of(name.textProperty(), config.textProperty())) {
            text.addListener((property, before, now) -> changed.run());
        }
        more.selectedProperty().addListener((property, before, now) -> changed.run());
    }

    private static TextField field(String id, String words) {
        TextField field = new TextField();
        field.setId(id);
        field.setAccessibleText(words);
        return field;
    }

    private static Label head(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("field-head");
        return label;
    }

    private static Label trouble() {
        Label label = new Label();
        label.getStyleClass().add("deleted-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    /** The fields above what the layer holds. */
    List<Node> above() {
        return List.of(image, remark);
    }

    /** The switches and fields below it. */
    List<Node> below() {
        return List.of(pause, more, rest);
    }

    /** Where the keyboard goes first. */
    TextField name() {
        return name;
    }

    /** Suggests a name, where none was typed. */
    void suggest(String suggestion) {
        if (name.getText().isEmpty()) {
            name.setText(suggestion);
        }
    }

    /** Only what runs can be held. */
    void setLive(boolean live) {
        pause.setVisible(live);
        pause.setManaged(live);
    }

    /** Says what is wrong where it is; returns whether nothing is. */
    boolean judge() {
        String wrongName = wrong(name.getText().strip());
        nameTrouble.setText(wrongName == null ? "" : wrongName);
        String wrongConfig = more.isSelected() ? ConfigLines.trouble(config.getText()) : null;
        configTrouble.setText(wrongConfig == null ? "" : wrongConfig);
        return wrongName == null && wrongConfig == null;
    }

    private static @Nullable String wrong(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Reference.parse(text).digest() == null
                    ? null
                    : "A new image has no digest yet: give it a name and a tag.";
        } catch (IllegalArgumentException e) {
            return Escapes.text(e.getMessage() + ".");
        }
    }

    /** What is to be done with some paths, or with all for null. */
    CommitSpec spec(@Nullable Set<ByteString> paths) {
        String text = name.getText().strip();
        return new CommitSpec(
                text.isEmpty() ? null : Reference.parse(text).withDefaultTag(),
                paths,
                comment.getText().strip(),
                more.isSelected() ? author.getText().strip() : "",
                more.isSelected() ? ConfigLines.of(config.getText()) : List.of(),
                pause.isVisible() && pause.isSelected());
    }
}
