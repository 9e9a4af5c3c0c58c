package dev.stratoscope.app.build;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.app.view.FolderDialog;
import dev.stratoscope.app.view.Page;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.build.Miss;
import dev.stratoscope.model.dockerfile.DockerfileException;
import dev.stratoscope.model.dockerfile.Finding;

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
    private final BuildShow show = new BuildShow();
    private final Banners banners = new Banners();
    private final BuildSession session;
    private final BuildHeader header;
    private final BuildForm form;
    private final DockerfilePane text;
    private final BuildFile file;
    private final BuildLogPane log;
    private final MissDifference difference;
    private final BuildBody body;
    private final BuildActs acts;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private String given;
    private boolean begun;

    /**
     * A tab of a Dockerfile that is not read yet.
     *
     * @param given what stands in the editor instead of the file's text; empty reads the file
     */
    public BuildTab(Engine engine, Jobs jobs, BuildDoors doors, BuildPlace place, String given) {
        this.engine = engine;
        this.jobs = new JobScope(jobs);
        this.given = given;
        session = new BuildSession(engine, this.jobs, doors, show, banners, new Asking());
        header =
                new BuildHeader(
                        engine.clock().getZone(),
                        session::stop,
                        session::build,
                        session::openBuilt);
        FailedFiles failed = new FailedFiles(engine, this.jobs, doors, show, banners);
        form =
                new BuildForm(
                        place,
                        new FolderDialog(),
                        this::plan,
                        this::exchange,
                        session::explain,
                        session::build);
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
        acts = new BuildActs(session, show, file, text, log, failed, card);
        getStyleClass().add("build-tab");
        setTop(new VBox(header, banners));
        setCenter(body);
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
        return file.place();
    }

    private String name() {
        return form.tag().isEmpty() ? place().title() : form.tag();
    }

    private void refresh() {
        boolean running = show.status() == BuildShow.Status.RUNNING;
        header.setOpenable(session.hasBuilt());
        header.setBuildable(!body.showsForm());
        header.show(name(), show, engine.clock().instant());
        form.setRunning(running, !running && !header.hasPrimary());
        form.show(show.context());
        title.set("Build " + name());
    }

    /** What is asked here, and where it is told what came of it. */
    private final class Asking implements BuildSession.View {
        @Override
        public BuildSpec asked() {
            return form.spec(place().file(), text.text());
        }

        @Override
        public void refuse(String reason) {
            form.refuse(reason);
        }

        @Override
        public String tag() {
            return form.tag();
        }

        @Override
        public String name() {
            return BuildTab.this.name();
        }

        @Override
        public void found(List<Finding> findings, @Nullable DockerfileException wrong) {
            text.found(findings, wrong);
        }

        @Override
        public void declare(Declared by) {
            form.declare(by);
        }

        @Override
        public void begins() {
            log.followAgain();
            difference.close();
            body.showLog();
        }

        @Override
        public void ended() {
            refresh();
        }
    }

    @Override
    public void begin() {
        if (begun) {
            file.watch(true);
        } else {
            begun = true;
            form.showFile(fileName(), List.of());
            file.read();
        }
    }

    @Override
    public void leave() {
        file.watch(false);
    }

    private String fileName() {
        return String.valueOf(place().file().getFileName());
    }

    private void fill(BuildText read) {
        form.showFile(fileName(), read.names());
        if (!session.isRead()) {
            form.fill(read.tag(), read.epoch());
        }
        if (!given.isEmpty()) {
            text.replaceAll(given);
            given = "";
        }
        plan();
    }

    private void plan() {
        if (file.isRead()) {
            session.plan();
        }
    }

    private void save() {
        file.save();
    }

    private void exchange(String wanted) {
        file.exchange(
                wanted,
                this::refresh,
                why -> {
                    form.showFile(fileName(), form.files());
                    form.refuse(why);
                });
    }

    /** Builds; of a failed build what is not finished yet. */
    public void build() {
        session.build();
    }

    private void chosen(StepNow step) {
        log.reveal(step.step().number());
    }

    private void showDifference(StepNow step, Miss miss, Miss.Difference one) {
        BuildSpec spec = session.asked();
        if (spec != null) {
            body.showLog();
            difference.show(spec, step, miss, one);
        }
    }

    @Override
    public List<String> unsaved() {
        return text.unsavedProperty().get() ? List.of(place().file().toString()) : List.of();
    }

    @Override
    public void close() {
        file.watch(false);
        session.close();
        jobs.cancelAll();
    }

    @Override
    public void whenRead(Runnable action) {
        session.whenRead(action);
    }

    @Override
    public String summary() {
        return session.isRead() ? "Building with the built-in builder" : "";
    }

    @Override
    public boolean isComplete() {
        return session.isRead();
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
