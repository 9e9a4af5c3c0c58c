package dev.stratoscope.app.build;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.app.view.FolderDialog;
import dev.stratoscope.app.view.Page;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.build.BuildPlan;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.dockerfile.DockerfileException;
import dev.stratoscope.model.image.KeptImage;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** A Dockerfile and its build. On the JavaFX thread. */
public final class BuildTab extends BorderPane implements Page {
    private final Engine engine;
    private final JobScope jobs;
    private final BuildDoors doors;
    private final BuildPlace place;
    private final BuildShow show = new BuildShow();
    private final Banners banners = new Banners();
    private final BuildHeader header;
    private final BuildForm form;
    private final DockerfilePane file;
    private final BuildLogPane log;
    private final StepsPane steps;
    private final BuildBody body;
    private final FailedFiles failedFiles;
    private final BuildWork work;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final List<Runnable> whenRead = new ArrayList<>();
    private @Nullable Job planning;
    private @Nullable KeptImage built;
    private String tagOfBuild = "";
    private String given = "";
    private boolean begun;
    private boolean read;

    /**
     * A tab of a Dockerfile that is not read yet.
     *
     * @param text what stands in the editor instead of the file's text; empty reads the file
     */
    public BuildTab(Engine engine, Jobs jobs, BuildDoors doors, BuildPlace place, String text) {
        this.engine = engine;
        this.jobs = new JobScope(jobs);
        this.doors = doors;
        this.place = place;
        this.given = text;
        String name = String.valueOf(place.file().getFileName());
        header =
                new BuildHeader(engine.clock().getZone(), this::stop, this::build, this::openBuilt);
        work = new BuildWork(engine, this.jobs, show, new Hearing());
        failedFiles = new FailedFiles(engine, this.jobs, doors, show, banners);
        form = new BuildForm(place, new FolderDialog(), this::plan, this::explain, this::build);
        file = new DockerfilePane(show, name, this::plan, this::save);
        log = new BuildLogPane(show, new FailureCallout(failedFiles::shell, failedFiles::files));
        steps = new StepsPane(show, engine.clock(), this::open, this::chosen);
        body = new BuildBody(form, file, log, steps);
        getStyleClass().add("build-tab");
        setTop(new VBox(header, banners));
        setCenter(body);
        title.set("Build " + place.title());
        show.listen(this::refresh);
        body.setOnArranged(this::refresh);
        header.offerMore(this::acts);
        refresh();
    }

    /** What stands on the tab. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What is built here. */
    public BuildPlace place() {
        return place;
    }

    private String name() {
        return form.tag().isEmpty() ? place.title() : form.tag();
    }

    private void refresh() {
        boolean running = show.status() == BuildShow.Status.RUNNING;
        header.setOpenable(built != null);
        header.setBuildable(!body.showsForm());
        header.show(name(), show, engine.clock().instant());
        form.setRunning(running);
        form.show(show.context());
        title.set("Build " + name());
    }

    @Override
    public void begin() {
        if (!begun) {
            begun = true;
            jobs.start(
                    "Reading " + place.file().getFileName(),
                    progress -> BuildText.read(place, engine.clock()),
                    this::fill,
                    failure ->
                            banners.add(
                                    Problems.of(place.file() + " cannot be read", failure),
                                    null,
                                    () -> {}));
        }
    }

    private void fill(BuildText text) {
        form.fill(text.tag(), text.epoch());
        file.fill(text.text());
        if (!given.isEmpty()) {
            file.replaceAll(given);
            given = "";
        }
        plan();
    }

    /** Reads the text again, in the background. */
    private void plan() {
        if (!begun) {
            return;
        }
        BuildSpec spec;
        try {
            spec = form.spec(file.text());
        } catch (IllegalArgumentException e) {
            return; // the form says what is wrong
        }
        Job before = planning;
        if (before != null) {
            before.cancel();
        }
        planning =
                jobs.follow(
                        "Reading the Dockerfile",
                        progress -> engine.builds().plan(spec),
                        this::planned,
                        this::notPlanned);
    }

    private void planned(BuildPlan plan) {
        file.found(plan.dockerfile().findings(), null);
        form.declare(Declared.by(plan.dockerfile()));
        show.plan(plan);
        done();
    }

    private void notPlanned(Throwable failure) {
        if (failure instanceof DockerfileException wrong) {
            file.found(List.of(), wrong);
            done();
        } else if (!(failure instanceof CancellationException)) {
            banners.clear();
            banners.add(Problems.of("The Dockerfile cannot be read", failure), null, () -> {});
        }
    }

    private void done() {
        read = true;
        List<Runnable> waiting = List.copyOf(whenRead);
        whenRead.clear();
        waiting.forEach(Runnable::run);
    }

    private @Nullable BuildSpec asked() {
        try {
            return form.spec(file.text());
        } catch (IllegalArgumentException e) {
            form.refuse(String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Builds; of a failed build what is not finished yet. */
    public void build() {
        BuildSpec spec = asked();
        if (spec == null || show.status() == BuildShow.Status.RUNNING) {
            return;
        }
        banners.clear();
        built = null;
        tagOfBuild = form.tag();
        log.followAgain();
        body.showLog();
        work.build(spec, name());
    }

    private void stop() {
        work.stop();
    }

    /** Tells what would be built. */
    private void explain() {
        BuildSpec spec = asked();
        if (spec != null) {
            work.explain(spec);
        }
    }

    private final class Hearing implements BuildWork.Listener {
        @Override
        public void wrong(DockerfileException where) {
            file.found(List.of(), where);
        }

        @Override
        public void failed(Problem problem) {
            banners.add(problem, null, () -> {});
        }

        @Override
        public void ended(@Nullable KeptImage image) {
            built = image;
            refresh();
            doors.buildsChanged();
            if (image != null) {
                doors.imagesChanged();
            }
        }
    }

    private void save() {
        String text = file.text();
        jobs.start(
                "Saving " + place.file().getFileName(),
                progress -> BuildText.write(place.file(), text),
                saved -> file.wrote(text),
                failure ->
                        banners.add(
                                Problems.of(place.file() + " cannot be written", failure),
                                "Try again",
                                this::save));
    }

    private void chosen(StepNow step) {
        log.reveal(step.step().number());
    }

    /** Opens what a step made, while the others go on. */
    private void open(StepNow step) {
        failedFiles.open(step);
    }

    private void openBuilt() {
        KeptImage image = built;
        if (image != null) {
            String name = tagOfBuild.isEmpty() ? image.id().toString() : tagOfBuild;
            doors.openImage(ImageSource.stored(name));
        }
    }

    @Override
    public List<String> unsaved() {
        return file.unsavedProperty().get() ? List.of(place.file().toString()) : List.of();
    }

    @Override
    public void close() {
        work.close();
        jobs.cancelAll();
    }

    @Override
    public void whenRead(Runnable action) {
        if (read) {
            action.run();
        } else {
            whenRead.add(action);
        }
    }

    @Override
    public String summary() {
        return read ? "Building with the built-in builder" : "";
    }

    @Override
    public boolean isComplete() {
        return read;
    }

    @Override
    public List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        boolean running = show.status() == BuildShow.Status.RUNNING;
        if (running) {
            acts.add(Act.of("Stop the build", MaterialDesignS.STOP, this::stop));
        } else {
            acts.add(
                    Act.of("Build", MaterialDesignH.HAMMER_WRENCH, this::build)
                            .keys("Shortcut+Enter"));
            acts.add(
                    Act.of("What would rebuild?", MaterialDesignE.EYE_OUTLINE, this::explain)
                            .keys("Shortcut+Shift+Enter"));
        }
        acts.add(
                Act.of("Save the Dockerfile", MaterialDesignC.CONTENT_SAVE_OUTLINE, this::save)
                        .keys("Shortcut+S"));
        acts.add(
                Act.of("Next finding", MaterialDesignA.ALERT_OUTLINE, file::nextFinding)
                        .keys("F2"));
        acts.add(
                Act.of("Find in the log", MaterialDesignM.MAGNIFY, log::focusSearch)
                        .keys("Shortcut+F"));
        acts.add(
                Act.of(
                        "Copy the Dockerfile's path",
                        MaterialDesignC.CONTENT_COPY,
                        () -> Actions.copy(place.file().toString())));
        return acts;
    }

    @Override
    public List<Node> panes() {
        List<Node> panes = new ArrayList<>(List.of(header));
        if (!banners.getChildren().isEmpty()) {
            panes.add(banners);
        }
        panes.addAll(body.panes());
        return panes;
    }

    @Override
    public String path() {
        return place.file().toString();
    }
}
