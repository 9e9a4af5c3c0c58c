package dev.stratoscope.app.images;

import dev.stratoscope.app.view.ActDialog;
import dev.stratoscope.model.image.SaveFormat;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Asks for the container and the place an image is written to. */
final class SaveDialog extends ActDialog {
    private final String base;
    private final TextField field = new TextField();
    private final Label verdict;
    private SaveFormat format = SaveFormat.DOCKER_ARCHIVE;
    private Path folder;

    /**
     * A question.
     *
     * @param folder where to begin
     */
    SaveDialog(Node owner, ImageRow row, Path folder) {
        super(owner, "Save " + row.title(), "Save");
        this.folder = folder;
        base = row.title().replaceAll("[^A-Za-z0-9._-]+", "-");
        ToggleGroup formats = new ToggleGroup();
        VBox choices = new VBox(8);
        for (SaveFormat each : SaveFormat.values()) {
            RadioButton choice = new RadioButton(words(each));
            choice.setToggleGroup(formats);
            choice.setSelected(each == format);
            choice.setOnAction(event -> choose(each));
            choices.getChildren().add(choice);
        }
        field.setId("save-path");
        field.setAccessibleText("Where to");
        HBox.setHgrow(field, Priority.ALWAYS);
        Button browse = new Button("Browse…");
        browse.setOnAction(event -> browse());
        add(choices);
        add(new HBox(8, field, browse));
        verdict = say("");
        field.textProperty().addListener((property, before, now) -> judge());
        choose(format);
    }

    SaveFormat format() {
        return format;
    }

    /** The file or folder to write. */
    Path file() {
        return Path.of(field.getText().strip());
    }

    private static String words(SaveFormat format) {
        return switch (format) {
            case DOCKER_ARCHIVE -> "docker-archive: for docker load, podman load";
            case OCI_ARCHIVE -> "OCI archive: one tar, layers as they are stored";
            case OCI_LAYOUT -> "OCI layout: a folder, layers as they are stored";
        };
    }

    private void choose(SaveFormat chosen) {
        format = chosen;
        field.setText(folder.resolve(fileName()).toString());
        judge();
    }

    private String fileName() {
        return base + (format == SaveFormat.OCI_LAYOUT ? "" : ".tar");
    }

    private void browse() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(getTitle());
        chooser.setInitialFileName(fileName());
        if (Files.isDirectory(folder)) {
            chooser.setInitialDirectory(folder.toFile());
        }
        File chosen = chooser.showSaveDialog(getDialogPane().getScene().getWindow());
        if (chosen != null) {
            Path parent = chosen.toPath().getParent();
            folder = parent == null ? folder : parent;
            field.setText(chosen.toString());
        }
    }

    private void judge() {
        boolean fine = true;
        String words = "";
        try {
            Path file = file();
            Path parent = file.toAbsolutePath().getParent();
            boolean isLayout = format == SaveFormat.OCI_LAYOUT;
            if (field.getText().isBlank()) {
                fine = false;
            } else if (parent == null || !Files.isDirectory(parent)) {
                fine = false;
                words = "There is no folder " + parent + ".";
            } else if (!isLayout && Files.isDirectory(file)) {
                fine = false;
                words = file + " is a folder.";
            } else if (Files.exists(file)) {
                words = file.getFileName() + " is there already and will be replaced.";
            }
        } catch (InvalidPathException e) {
            fine = false;
            words = "This is not a path: " + e.getReason() + ".";
        }
        verdict.setText(words);
        verdict.getStyleClass().setAll("label", fine ? "muted" : "deleted-text");
        actButton().setDisable(!fine);
    }
}
