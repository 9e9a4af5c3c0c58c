package dev.stratoscope.app.images;

import dev.stratoscope.app.view.ActDialog;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.StoreContents;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

import org.jspecify.annotations.Nullable;

/** Asks for one more name of an image, and says at once what is wrong with it. */
final class TagDialog extends ActDialog {
    private final KeptImage image;
    private final StoreContents contents;
    private final TextField field = new TextField();
    private final Label verdict;
    private @Nullable Reference name;

    TagDialog(Node owner, ImageRow row, StoreContents contents) {
        super(owner, "Give " + row.title() + " one more name", "Tag");
        this.image = row.image();
        this.contents = contents;
        field.setId("tag-name");
        field.setPromptText("repository:tag");
        field.setAccessibleText("New name");
        field.setText(row.name() == null ? "" : row.repository() + ":");
        add(field);
        verdict = say("");
        field.textProperty().addListener((property, before, now) -> judge());
        judge();
        setOnShown(
                event -> {
                    field.requestFocus();
                    field.end();
                });
    }

    /** What was typed; null while that is no name. */
    @Nullable Reference name() {
        return name;
    }

    private void judge() {
        String text = field.getText().strip();
        name = null;
        String words;
        try {
            Reference typed = Reference.parse(text).withDefaultTag();
            KeptImage owner = owner(typed);
            if (typed.digest() != null) {
                words = "A name that is given has a tag, not a digest.";
            } else if (owner != null && owner.id().equals(image.id())) {
                words = "The image has this name already.";
            } else {
                name = typed;
                words =
                        owner == null
                                ? "The whole name is " + typed + "."
                                : "The name is taken from " + owner.id().shortHex() + ".";
            }
        } catch (IllegalArgumentException e) {
            words = text.isEmpty() || text.endsWith(":") ? "" : e.getMessage() + ".";
        }
        verdict.setText(words);
        verdict.getStyleClass().setAll("label", name == null ? "deleted-text" : "muted");
        actButton().setDisable(name == null);
    }

    private @Nullable KeptImage owner(Reference wanted) {
        return contents.images().stream()
                .filter(each -> each.names().contains(wanted))
                .findFirst()
                .orElse(null);
    }
}
