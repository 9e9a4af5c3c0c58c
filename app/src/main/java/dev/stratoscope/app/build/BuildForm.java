package dev.stratoscope.app.build;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.FolderChoice;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.build.BuildEvent;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.build.BuildSpecBuilder;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.Reference;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a build is asked: filled from what the file declares. On the JavaFX thread. */
final class BuildForm extends BorderPane {
    private static final List<String> PLATFORMS =
            List.of("linux/amd64", "linux/arm64", "linux/arm/v7", "linux/riscv64", "linux/s390x");

    private final FolderChoice folders;
    private final Runnable changed;
    private final TextField context = new TextField();
    private final Label contextFacts = new Label();
    private final ComboBox<String> file = new ComboBox<>();
    private final TextField tag = new TextField();
    private final Label verdict = new Label();
    private final ComboBox<String> target = new ComboBox<>();
    private final ComboBox<String> platform = new ComboBox<>();
    private final ArgumentRows arguments;
    private final SecretRows secrets = new SecretRows("Secrets", "File of the secret");
    private final SecretRows agents = new SecretRows("SSH agents", "Socket of the agent");
    private final CheckBox anew = new CheckBox("Ignore the cache");
    private final CheckBox same = new CheckBox("Same input, same digest");
    private final TextField epoch = new TextField();
    private final Button explain =
            new Button("What would rebuild?", Icons.of(MaterialDesignE.EYE_OUTLINE));
    private final Button build = new Button("Build", Icons.of(MaterialDesignH.HAMMER_WRENCH));
    private List<String> stages = List.of();
    private final Consumer<String> onFile;
    private String shown = "";

    /**
     * A form for a Dockerfile.
     *
     * @param changed told whenever something is edited that the plan depends on
     * @param onFile told the name of another Dockerfile that is wanted
     */
    BuildForm(
            BuildPlace place,
            FolderChoice folders,
            Runnable changed,
            Consumer<String> onFile,
            Runnable onExplain,
            Runnable onBuild) {
        this.folders = folders;
        this.changed = changed;
        this.onFile = onFile;
        arguments = new ArgumentRows(changed);
        getStyleClass().addAll("pane", "build-form");
        Label title = new Label("Build from");
        title.getStyleClass().add("title");
        HBox head = new HBox(title);
        head.getStyleClass().add("pane-title");
        ScrollPane scroll = new ScrollPane(fields(place));
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("form-scroll");
        explain.setId("explain-build");
        explain.setMaxWidth(Double.MAX_VALUE);
        explain.setOnAction(event -> onExplain.run());
        build.setId("start-build");
        build.getStyleClass().add("accent");
        build.setMaxWidth(Double.MAX_VALUE);
        build.setOnAction(event -> onBuild.run());
        HBox.setHgrow(explain, Priority.ALWAYS);
        HBox.setHgrow(build, Priority.ALWAYS);
        VBox foot = new VBox(8, verdict, explain, build);
        foot.getStyleClass().add("form-foot");
        setTop(head);
        setCenter(scroll);
        setBottom(foot);
    }

    private VBox fields(BuildPlace place) {
        context.setText(place.context().toString());
        context.setId("build-context");
        context.getStyleClass().add("mono");
        context.setMinWidth(0);
        context.setTooltip(new Tooltip(place.context().toString()));
        HBox.setHgrow(context, Priority.ALWAYS);
        Button choose = Actions.icon(MaterialDesignF.FOLDER_OUTLINE, "Choose the context folder");
        choose.setOnAction(event -> chooseContext());
        contextFacts.getStyleClass().addAll("muted", "secondary");
        contextFacts.setWrapText(true);
        contextFacts.setMinHeight(USE_PREF_SIZE);
        contextFacts.managedProperty().bind(contextFacts.textProperty().isNotEmpty());
        file.setEditable(true);
        file.setId("build-file");
        file.setMaxWidth(Double.MAX_VALUE);
        file.getEditor().getStyleClass().add("mono");
        file.valueProperty().addListener((property, before, now) -> named(now));
        tag.setId("build-tag");
        tag.getStyleClass().add("mono");
        tag.setPromptText("none: found by its id");
        tag.textProperty().addListener((property, before, now) -> judge());
        verdict.getStyleClass().addAll("deleted-text", "secondary");
        verdict.setWrapText(true);
        verdict.setMinHeight(USE_PREF_SIZE);
        verdict.managedProperty().bind(verdict.textProperty().isNotEmpty());
        target.setId("build-target");
        target.setMaxWidth(Double.MAX_VALUE);
        target.valueProperty().addListener((property, before, now) -> changed.run());
        platform.setId("build-platform");
        platform.setMaxWidth(Double.MAX_VALUE);
        platform.getItems().add(Platform.local().toString());
        PLATFORMS.stream()
                .filter(one -> !platform.getItems().contains(one))
                .forEach(platform.getItems()::add);
        platform.setValue(platform.getItems().getFirst());
        anew.setId("ignore-cache");
        same.setId("same-digest");
        epoch.setId("build-epoch");
        epoch.getStyleClass().add("mono");
        epoch.setAccessibleText("SOURCE_DATE_EPOCH, in seconds");
        epoch.textProperty().addListener((property, before, now) -> judge());
        Label variable = new Label("SOURCE_DATE_EPOCH");
        variable.getStyleClass().addAll("muted", "secondary");
        variable.setMinWidth(USE_PREF_SIZE);
        VBox time = new VBox(4, variable, epoch);
        time.getStyleClass().add("epoch-line");
        time.visibleProperty().bind(same.selectedProperty());
        time.managedProperty().bind(time.visibleProperty());
        HBox folder = new HBox(4, context, choose);
        folder.getStyleClass().add("field-line");
        VBox all =
                new VBox(
                        12,
                        new NamedField("Context folder", context, folder, contextFacts),
                        new NamedField("Dockerfile", file, file),
                        new NamedField("Tag", tag, tag),
                        new NamedField("Target stage", target, target),
                        new NamedField("Platform", platform, platform),
                        arguments,
                        secrets,
                        agents,
                        new VBox(8, anew, same, time));
        all.getStyleClass().add("form-fields");
        return all;
    }

    private void named(@Nullable String name) {
        String wanted = name == null ? "" : name.strip();
        if (!wanted.isEmpty() && !wanted.equals(shown)) {
            onFile.accept(wanted);
        }
    }

    /** Shows which Dockerfile is built, and which others there are. */
    void showFile(String name, List<String> names) {
        shown = name;
        if (!file.getItems().equals(names)) {
            file.getItems().setAll(names);
        }
        file.setValue(name);
    }

    /** The Dockerfiles that are offered. */
    List<String> files() {
        return List.copyOf(file.getItems());
    }

    private void chooseContext() {
        Path chosen = folders.ask("Choose the context folder");
        if (chosen != null) {
            context.setText(chosen.toString());
        }
    }

    /** What counts at first. */
    void fill(String name, long seconds) {
        tag.setText(name);
        epoch.setText(String.valueOf(seconds));
    }

    /** Shows what the file declares; what was typed stays. */
    void declare(Declared by) {
        arguments.declare(by.arguments());
        secrets.declare(by.secrets());
        agents.declare(by.agents());
        List<String> names = new ArrayList<>(by.stages());
        if (!names.isEmpty()) {
            names.set(names.size() - 1, names.getLast() + " (last)");
        }
        if (!names.equals(stages)) {
            boolean last = stages.isEmpty() || stages.getLast().equals(target.getValue());
            String was = target.getValue();
            stages = names;
            target.getItems().setAll(names);
            target.setValue(last || was == null || !names.contains(was) ? names.getLast() : was);
        }
    }

    /** Shows what the build read of the context. */
    void show(BuildEvent.@Nullable ContextRead read) {
        contextFacts.setText(
                read == null
                        ? ""
                        : HumanSize.grouped(read.files())
                                + (read.files() == 1 ? " file, " : " files, ")
                                + HumanSize.spaced(read.bytes())
                                + " read"
                                + (read.excluded() == 0
                                        ? ""
                                        : ", "
                                                + HumanSize.grouped(read.excluded())
                                                + " left out by .dockerignore"));
    }

    /**
     * Builds are begun one at a time.
     *
     * @param isNext whether to build is what a person most likely wants next
     */
    void setRunning(boolean running, boolean isNext) {
        build.setDisable(running);
        explain.setDisable(running);
        if (isNext != build.getStyleClass().contains("accent")) {
            build.getStyleClass().removeAll("accent");
            if (isNext) {
                build.getStyleClass().add("accent");
            }
        }
    }

    private void judge() {
        String trouble = null;
        try {
            if (!tag.getText().isBlank()) {
                Reference.parse(tag.getText().strip());
            }
            if (same.isSelected()) {
                epoch();
            }
        } catch (IllegalArgumentException e) {
            trouble = e.getMessage();
        }
        verdict.setText(trouble == null ? "" : trouble);
    }

    private Instant epoch() {
        try {
            return Instant.ofEpochSecond(Math.max(0, Long.parseLong(epoch.getText().strip())));
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("SOURCE_DATE_EPOCH is a number of seconds", e);
        }
    }

    /** The name that the image will get; empty for none. */
    String tag() {
        return tag.getText().strip();
    }

    /**
     * What is asked.
     *
     * @param file the Dockerfile
     * @param text of the Dockerfile
     * @throws IllegalArgumentException with the words for a person, when something cannot be meant
     */
    BuildSpec spec(Path file, String text) {
        String folder = context.getText().strip();
        BuildSpecBuilder spec =
                new BuildSpecBuilder(folder.isEmpty() ? null : Path.of(folder), file)
                        .text(text)
                        .useCache(!anew.isSelected());
        int chosen = target.getSelectionModel().getSelectedIndex();
        if (chosen >= 0 && chosen < stages.size() - 1) {
            spec.target(stages.get(chosen));
        }
        if (platform.getSelectionModel().getSelectedIndex() > 0) {
            spec.platform(Platform.parse(platform.getValue()));
        }
        arguments.values().forEach(spec::arg);
        secrets.values().forEach(spec::secret);
        agents.values().forEach(spec::agent);
        if (same.isSelected()) {
            spec.epoch(epoch());
        }
        if (!tag().isEmpty()) {
            spec.tag(Reference.parse(tag()).withDefaultTag());
        }
        BuildSpec asked = spec.build();
        judge();
        return asked;
    }

    /** Says why nothing was begun. */
    void refuse(String reason) {
        verdict.setText(reason);
    }
}
