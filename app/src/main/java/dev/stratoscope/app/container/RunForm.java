package dev.stratoscope.app.container;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.container.RunSpec;
import dev.stratoscope.model.container.RunSpecBuilder;
import dev.stratoscope.model.runtime.NetworkMode;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is asked of a new container: common things first, the rest behind a fold. */
final class RunForm extends VBox {
    private static final int MOST_ENV = 12;
    private static final int FIRST_PORT = 8080;

    private final ComboBox<String> image = new ComboBox<>();
    private final Label imageVerdict = new Label();
    private final FormField name;
    private final FormField command;
    private final FormRows ports;
    private final FormRows env;
    private final FormRows mounts;
    private final RunOptions more;
    private final Hyperlink fold = new Hyperlink("More options");

    /**
     * An empty form.
     *
     * @param images the names of those there are
     * @param chosen told the image whenever another is chosen
     * @param changed told whenever something is edited
     */
    RunForm(List<String> images, Consumer<String> chosen, Runnable changed) {
        super(12);
        getStyleClass().add("run-form");
        name = new FormField("Name", "run-name", FieldRules::name, changed);
        name.setPrompt("made up when empty");
        command = new FormField("Command", "run-command", FieldRules::command, changed);
        ports =
                new FormRows(
                        "Ports",
                        "run-port",
                        "8080:80",
                        FormField.reading(FieldRules::port),
                        changed);
        env = new FormRows("Environment", "run-env", "NAME=value", FieldRules::variable, changed);
        mounts =
                new FormRows(
                        "Folders",
                        "run-mount",
                        "/here:/in/the/container",
                        FormField.reading(FieldRules::mount),
                        changed);
        more = new RunOptions(changed);
        image.getItems().setAll(images);
        image.setEditable(true);
        image.setId("run-image-name");
        image.setMaxWidth(Double.MAX_VALUE);
        image.getEditor().setAccessibleText("Image");
        image.getEditor()
                .textProperty()
                .addListener(
                        (property, before, now) -> {
                            chosen.accept(now.strip());
                            changed.run();
                        });
        Label imageName = new Label("Image");
        imageName.getStyleClass().add("form-name");
        imageName.setLabelFor(image);
        imageVerdict.getStyleClass().addAll("deleted-text", "secondary");
        imageVerdict.managedProperty().bind(imageVerdict.textProperty().isNotEmpty());
        VBox first = new VBox(4, imageName, image, imageVerdict);
        HBox top = new HBox(12, first, name);
        HBox.setHgrow(first, Priority.ALWAYS);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button folder = new Button("Add a folder…", Icons.of(MaterialDesignF.FOLDER_OUTLINE));
        folder.getStyleClass().add("small");
        folder.setOnAction(event -> chooseFolder());
        mounts.setHints(List.of(folder));
        fold.setGraphic(Icons.of(MaterialDesignC.CHEVRON_RIGHT));
        fold.setId("run-more");
        fold.setOnAction(event -> fold(!more.isVisible()));
        more.managedProperty().bind(more.visibleProperty());
        more.setVisible(false);
        getChildren().setAll(top, command, ports, env, mounts, fold, more);
    }

    private void fold(boolean open) {
        more.setVisible(open);
        fold.setText(open ? "Fewer options" : "More options");
        fold.setGraphic(
                Icons.of(open ? MaterialDesignC.CHEVRON_DOWN : MaterialDesignC.CHEVRON_RIGHT));
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("A folder for the container");
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            mounts.add(folder.getAbsolutePath() + ":/mnt/" + folder.getName());
        }
    }

    /** What gets the keyboard: the first thing that is still to be said. */
    Node first() {
        return image().isEmpty() ? image.getEditor() : name.input();
    }

    /** Chooses an image. */
    void choose(String chosen) {
        image.getEditor().setText(chosen);
        image.setValue(chosen);
    }

    String image() {
        return image.getEditor().getText().strip();
    }

    /** Says what the chosen image gives by itself; null while that is not known. */
    void show(@Nullable ImageDefaults defaults, boolean missing) {
        imageVerdict.setText(missing ? "No image of the store is called like that." : "");
        ports.setHints(defaults == null ? List.of() : portHints(defaults));
        env.setHints(defaults == null ? List.of() : envHints(defaults));
        command.setPrompt(defaults == null ? "" : CommandText.of(defaults.command()));
        more.show(defaults);
    }

    private List<Node> portHints(ImageDefaults defaults) {
        List<Node> links = new ArrayList<>();
        for (String exposed : defaults.ports()) {
            if (exposed.endsWith("/udp")) {
                continue;
            }
            int slash = exposed.indexOf('/');
            String port = slash < 0 ? exposed : exposed.substring(0, slash);
            String pair = suggested(port) + ":" + port;
            Hyperlink link = new Hyperlink("Publish " + Escapes.text(exposed) + " at " + pair);
            link.setOnAction(
                    event -> {
                        if (!ports.values().contains(pair)) {
                            ports.add(pair);
                        }
                    });
            links.add(link);
        }
        return links;
    }

    /** Ports below 1024 are often taken, and often need more rights. */
    private static String suggested(String port) {
        try {
            int number = Integer.parseInt(port);
            return String.valueOf(
                    number < 1024 ? FIRST_PORT + (number == 80 ? 0 : number) : number);
        } catch (NumberFormatException e) {
            return port;
        }
    }

    private static List<Node> envHints(ImageDefaults defaults) {
        List<Node> lines = new ArrayList<>();
        for (String one : defaults.env().stream().limit(MOST_ENV).toList()) {
            Label line = new Label("from the image: " + Escapes.text(one));
            line.getStyleClass().addAll("muted", "secondary");
            lines.add(line);
        }
        if (defaults.env().size() > MOST_ENV) {
            Label rest = new Label("and " + (defaults.env().size() - MOST_ENV) + " more");
            rest.getStyleClass().addAll("muted", "secondary");
            lines.add(rest);
        }
        return lines;
    }

    /** What is asked for; null while something in it cannot be. */
    @Nullable RunSpec spec() {
        boolean sound =
                !image().isEmpty()
                        && imageVerdict.getText().isEmpty()
                        && name.trouble() == null
                        && command.trouble() == null
                        && ports.trouble() == null
                        && env.trouble() == null
                        && mounts.trouble() == null
                        && more.trouble() == null;
        return sound ? made() : null;
    }

    /** Ports are published only in a network of its own. */
    private RunSpec made() {
        RunSpecBuilder builder = new RunSpecBuilder(image());
        builder.name(name.orNull()).command(CommandText.words(command.text()));
        env.values().forEach(builder::env);
        mounts.values().stream().map(FieldRules::mount).forEach(builder::bind);
        more.into(builder);
        if (builder.build().network() == NetworkMode.OWN) {
            ports.values().stream().map(FieldRules::port).forEach(builder::port);
        }
        return builder.build();
    }
}
