package dev.stratoscope.app.reading;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.Platform;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.ArrayList;
import java.util.List;

/** A row of the chooser: what it is called and runs on, its id and size, or why it cannot open. */
final class ImageChoiceCell extends ListCell<ImageChooser.Row> {
    private static final double INDENT = 28;

    ImageChoiceCell() {
        // As wide as the list, so that a long name is cut and not scrolled to.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ImageChooser.@Nullable Row row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        ListedImage image = row.image();
        String name = name(image, row.attached());
        Label title = new Label(name);
        HBox heading = new HBox(8, title);
        heading.setAlignment(Pos.CENTER_LEFT);
        Platform platform = image.platform();
        if (platform != null && image.kind() == ListedImage.Kind.IMAGE) {
            Label pill = new Label(Escapes.text(platform.toString()));
            pill.getStyleClass().add("pill");
            heading.getChildren().add(pill);
        }
        Label facts = new Label(facts(image, row.attached()));
        facts.getStyleClass().addAll("secondary", image.problem() == null ? "muted" : "problem");
        VBox words = new VBox(2, heading, facts);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        Label size = new Label(image.storedSize() < 0 ? "" : HumanSize.spaced(image.storedSize()));
        size.getStyleClass().add("mono");
        size.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line =
                new HBox(
                        10,
                        Icons.of(
                                switch (image.kind()) {
                                    case IMAGE -> MaterialDesignL.LAYERS_TRIPLE_OUTLINE;
                                    case ARTIFACT -> MaterialDesignP.PACKAGE_VARIANT_CLOSED;
                                    case ATTESTATION -> MaterialDesignC.CERTIFICATE_OUTLINE;
                                }),
                        words,
                        size);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(0, 0, 0, row.attached() ? INDENT : 0));
        setGraphic(line);
        setAccessibleText(name + ", " + facts.getText() + ", " + size.getText());
    }

    /** What is attached is called by what it says; all else by its names, if it has any. */
    private static String name(ListedImage image, boolean attached) {
        if (!image.names().isEmpty() && !attached) {
            return Escapes.text(String.join(", ", image.names()));
        }
        return image.type().isEmpty()
                ? "Without a name, number " + image.number()
                : Escapes.text(image.type().replaceAll("https?://", ""));
    }

    private static String facts(ListedImage image, boolean attached) {
        String problem = image.problem();
        if (problem != null) {
            return Escapes.text(problem);
        }
        List<String> words = new ArrayList<>();
        switch (image.kind()) {
            case IMAGE -> {}
            case ARTIFACT -> words.add("artifact");
            case ATTESTATION -> words.add("attestation");
        }
        if (!attached && !image.names().isEmpty() && !image.type().isEmpty()) {
            words.add(Escapes.text(image.type()));
        }
        Digest id = image.id();
        if (id != null) {
            words.add(id.shortHex());
        }
        return String.join(", ", words);
    }
}
