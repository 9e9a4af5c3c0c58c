package dev.stratoscope.app.container;

import dev.stratoscope.model.container.RunSpecBuilder;
import dev.stratoscope.model.runtime.NetworkMode;
import dev.stratoscope.model.runtime.ResourceLimits;

import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What is seldom asked of a new container. */
final class RunOptions extends VBox {
    private final FormField entrypoint;
    private final FormField user;
    private final FormField workdir;
    private final FormField hostname;
    private final FormField memory;
    private final FormField cpus;
    private final FormField pids;
    private final FormRows tmpfs;
    private final ChoiceBox<NetworkMode> network = new ChoiceBox<>();
    private final Label reach = new Label();
    private final CheckBox readOnly = box("Read-only root", "run-read-only");
    private final CheckBox tty = box("Terminal", "run-tty");
    private final CheckBox interactive = box("Keep input open", "run-interactive");
    private final CheckBox remove = box("Remove when it ends", "run-rm");

    RunOptions(Runnable changed) {
        super(12);
        entrypoint = new FormField("Entrypoint", "run-entrypoint", FieldRules::command, changed);
        user = new FormField("User", "run-user", changed);
        workdir = new FormField("Working folder", "run-workdir", FieldRules::path, changed);
        hostname = new FormField("Host name", "run-hostname", FieldRules::hostname, changed);
        hostname.setPrompt("its id");
        memory = limit("Memory", "run-memory", "512m", changed);
        cpus =
                new FormField(
                        "Processors",
                        "run-cpus",
                        FormField.reading(FieldRules::processors),
                        changed);
        cpus.setPrompt("1.5");
        pids =
                new FormField(
                        "Processes", "run-pids", FormField.reading(FieldRules::processes), changed);
        pids.setPrompt("100");
        tmpfs = new FormRows("In memory", "run-tmpfs", "/tmp", FieldRules::path, changed);
        network.getItems().setAll(NetworkMode.values());
        network.setValue(NetworkMode.OWN);
        network.setId("run-network");
        network.setMaxWidth(Double.MAX_VALUE);
        network.setConverter(new Words());
        reach.getStyleClass().addAll("muted", "secondary");
        reach.setWrapText(true);
        reach.textProperty().bind(network.valueProperty().map(RunOptions::reach));
        network.valueProperty().addListener((property, before, now) -> changed.run());
        for (CheckBox each : List.of(readOnly, tty, interactive, remove)) {
            each.selectedProperty().addListener((property, before, now) -> changed.run());
        }
        Label name = new Label("Network");
        name.getStyleClass().add("form-name");
        name.setLabelFor(network);
        FlowPane ways = new FlowPane(16, 8, readOnly, tty, interactive, remove);
        ways.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .setAll(
                        entrypoint,
                        row(user, workdir),
                        row(new VBox(4, name, network), hostname),
                        reach,
                        row(memory, cpus, pids),
                        tmpfs,
                        ways);
    }

    private static FormField limit(String name, String id, String prompt, Runnable changed) {
        FormField field = new FormField(name, id, FormField.reading(FieldRules::memory), changed);
        field.setPrompt(prompt);
        return field;
    }

    private static CheckBox box(String words, String id) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        return box;
    }

    private static HBox row(VBox... fields) {
        HBox row = new HBox(12, fields);
        for (VBox field : fields) {
            field.setPrefWidth(100);
            HBox.setHgrow(field, Priority.ALWAYS);
        }
        return row;
    }

    private static String reach(NetworkMode mode) {
        return switch (mode) {
            case OWN -> "Published ports lead in, nothing leads out.";
            case HOST -> "All of this machine’s; ports are not published.";
            case NONE -> "Nothing leads in or out.";
        };
    }

    /** The networks in words. */
    private static final class Words extends StringConverter<NetworkMode> {
        @Override
        public String toString(@Nullable NetworkMode mode) {
            return switch (mode) {
                case null -> "";
                case OWN -> "its own";
                case HOST -> "this machine’s";
                case NONE -> "none";
            };
        }

        @Override
        public NetworkMode fromString(String words) {
            throw new UnsupportedOperationException(words);
        }
    }

    /** Says what an image gives by itself; null while that is not known. */
    void show(@Nullable ImageDefaults defaults) {
        entrypoint.setPrompt(defaults == null ? "" : CommandText.of(defaults.entrypoint()));
        user.setPrompt(
                defaults == null ? "" : defaults.user().isEmpty() ? "root" : defaults.user());
        workdir.setPrompt(
                defaults == null ? "" : defaults.workdir().isEmpty() ? "/" : defaults.workdir());
    }

    /** What is wrong with the first bad field; null where nothing is. */
    @Nullable String trouble() {
        for (FormField field : List.of(entrypoint, user, workdir, hostname, memory, cpus, pids)) {
            String trouble = field.trouble();
            if (trouble != null) {
                return trouble;
            }
        }
        return tmpfs.trouble();
    }

    /** Adds what was chosen. */
    void into(RunSpecBuilder builder) {
        String program = entrypoint.text();
        builder.entrypoint(program.isEmpty() ? null : CommandText.words(program))
                .user(user.orNull())
                .workdir(workdir.orNull())
                .hostname(hostname.orNull())
                .network(network.getValue())
                .limits(
                        new ResourceLimits(
                                FieldRules.memory(memory.text()),
                                FieldRules.processors(cpus.text()),
                                FieldRules.processes(pids.text())))
                .readOnly(readOnly.isSelected())
                .tty(tty.isSelected())
                .interactive(interactive.isSelected())
                .removeAtExit(remove.isSelected());
        tmpfs.values().forEach(builder::tmpfs);
    }
}
