package dev.stratoscope.app.build;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.app.view.FolderDialog;
import dev.stratoscope.app.view.Page;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.build.BuildPlan;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.build.Miss;
import dev.stratoscope.model.dockerfile.DockerfileException;
import dev.stratoscope.model.image.KeptImage;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** A Dockerfile and its build. On the JavaFX thread. */
public final class BuildTab extends BorderPane implements Page {
    private final Engine engine;
    private final JobScope jobs;
    private final BuildDoors doors;
    private final BuildShow show = new BuildShow();
    private final Banners banners = new Banners();
    private final BuildHeader header;
    private final BuildForm form;
    private final DockerfilePane text;
    private final BuildFile file;
    private final BuildLogPane log;
    private final MissDifference difference;
    private final BuildBody body;
    private final BuildWork work;
    private final PlanWork plans;
    private final BuildActs acts;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final List<Runnable> whenRead = new ArrayList<>();
    private @Nullable KeptImage built;
    private String tagOfBuild = "";
    private String given = "";
    private boolean begun;
    private boolean planned;

    /**
     * A tab of a Dockerfile that is not read yet.
     *
     * @param given what stands in the editor instead of the file's text; empty reads the file
     */
    public BuildTab(Engine engine, Jobs jobs, BuildDoors doors, BuildPlace place, String given) {
        this.engine = engine;
        this.jobs = new JobScope(jobs);
        this.doors = doors;
        this.given = given;
        header =
                new BuildHeader(engine.clock().getZone(), this::stop, this::build, this::openBuilt);
        work = new BuildWork(engine, this.jobs, show, new Hearing());
        plans = new PlanWork(engine, this.jobs, new Plans());
        FailedFiles failed = new FailedFiles(engine, this.jobs, doors, show, banners);
        form =
                new BuildForm(
                        place,
                        new FolderDialog(),
                        this::plan,
                        this::exchange,
                        this::explain,
                        this::build);
        text = new DockerfilePane(show, this::plan, this::save);
        file = new BuildFile(this.jobs, engine.clock(), place, banners, text, this::fill);
        log = new BuildLogPane(show, new FailureCallout(failed::shell, failed::files));
        difference = new MissDifference(engine, this.jobs, () -> {});
        MissCard card = new MissCard(this::showDifference);
        StepsPane steps =
                new StepsPane(
                        show,
                        engine.clock(),
                        failed::open,
                        this::chosen,
                        card,
                        new FilesCard(engine, this.jobs.part()));
        body = new BuildBody(form, text, new BuildLower(log, difference), steps);
        acts = new BuildActs(this, show, file, text, log, failed, card);
        getStyleClass().add("build-tab");
        setTop(new VBox(header, banners));
        setCenter(body);
        show.listen(this::refresh);
        text.unsavedProperty().addListener((property, before, now) -> refresh());
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
        return file.place();
    }

    private String name() {
        return form.tag().isEmpty() ? place().title() : form.tag();
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
        if (begun) {
            file.watch(true);
        } else {
            begun = true;
            form.showFile(String.valueOf(place().file().getFileName()), List.of());
            file.read();
        }
    }

    @Override
    public void leave() {
        file.watch(false);
    }

    private void fill(BuildText read) {
        form.showFile(String.valueOf(place().file().getFileName()), read.names());
        if (!planned) {
            form.fill(read.tag(), read.epoch());
        }
        if (!given.isEmpty()) {
            text.replaceAll(given);
            given = "";
        }
        plan();
    }

    private void save() {
        file.save();
    }

    private void exchange(String wanted) {
        file.exchange(
                wanted,
                this::refresh,
                why -> {
                    form.showFile(String.valueOf(place().file().getFileName()), form.files());
                    form.refuse(why);
                });
    }

    /** Reads the text again, in the background. */
    private void plan() {
        if (!file.isRead()) {
            return;
        }
        try {
            plans.plan(form.spec(place().file(), text.text()));
        } catch (IllegalArgumentException e) {
            form.refuse(String.valueOf(e.getMessage()));
        }
    }

    private final class Plans implements PlanWork.Listener {
        @Override
        public void planned(BuildPlan plan) {
            text.found(plan.dockerfile().findings(), null);
            form.declare(Declared.by(plan.dockerfile()));
            show.plan(plan);
            done();
        }

        @Override
        public void wrong(DockerfileException where) {
            text.found(List.of(), where);
            done();
        }

        @Override
        public void failed(Throwable failure) {
            banners.clear();
            banners.add(Problems.of("The Dockerfile cannot be read", failure), null, () -> {});
        }
    }

    private void done() {
        planned = true;
        List<Runnable> waiting = List.copyOf(whenRead);
        whenRead.clear();
        waiting.forEach(Runnable::run);
    }

    private @Nullable BuildSpec asked() {
        try {
            return form.spec(place().file(), text.text());
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
        difference.close();
        body.showLog();
        work.build(spec, name());
    }

    /** Stops the build; what is finished stays in the cache. */
    void stop() {
        work.stop();
    }

    /** Tells what would be built. */
    void explain() {
        BuildSpec spec = asked();
        if (spec != null) {
            work.explain(spec);
        }
    }

    private final class Hearing implements BuildWork.Listener {
        @Override
        public void wrong(DockerfileException where) {
            text.found(List.of(), where);
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

    private void chosen(StepNow step) {
        log.reveal(step.step().number());
    }

    private void showDifference(StepNow step, Miss miss, Miss.Difference one) {
        BuildSpec spec = asked();
        if (spec != null) {
            body.showLog();
            difference.show(spec, step, miss, one);
        }
    }

    /** Opens the image of the last build; nothing where there is none. */
    void openBuilt() {
        KeptImage image = built;
        if (image != null) {
            String name = tagOfBuild.isEmpty() ? image.id().toString() : tagOfBuild;
            doors.openImage(ImageSource.stored(name));
        }
    }

    /** Whether the image of the last build can be opened. */
    boolean hasBuilt() {
        return built != null;
    }

    @Override
    public List<String> unsaved() {
        return text.unsavedProperty().get() ? List.of(place().file().toString()) : List.of();
    }

    @Override
    public void close() {
        file.watch(false);
        work.close();
        jobs.cancelAll();
    }

    @Override
    public void whenRead(Runnable action) {
        if (planned) {
            action.run();
        } else {
            whenRead.add(action);
        }
    }

    @Override
    public String summary() {
        return planned ? "Building with the built-in builder" : "";
    }

    @Override
    public boolean isComplete() {
        return planned;
    }

    @Override
    public List<Act> acts() {
        List<Act> all = new ArrayList<>(acts.now());
        all.addAll(difference.acts());
        return all;
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
        return place().file().toString();
    }
}
