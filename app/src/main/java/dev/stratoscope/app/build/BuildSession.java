package dev.stratoscope.app.build;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.build.BuildPlan;
import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.dockerfile.DockerfileException;
import dev.stratoscope.model.dockerfile.Finding;
import dev.stratoscope.model.image.KeptImage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * What is done with a Dockerfile that is shown: it is read as it is typed, built, and told of what
 * would be built. On the JavaFX thread.
 */
final class BuildSession {
    private final BuildDoors doors;
    private final BuildShow show;
    private final Banners banners;
    private final View view;
    private final BuildWork work;
    private final PlanWork plans;
    private final List<Runnable> whenRead = new ArrayList<>();
    private @Nullable KeptImage built;
    private String tagOfBuild = "";
    private boolean planned;

    /** Where a person asks, and is told. */
    interface View {
        /**
         * What is asked.
         *
         * @throws IllegalArgumentException with the words for a person, when it cannot be meant
         */
        BuildSpec asked();

        /** Says why nothing was begun. */
        void refuse(String reason);

        /** What the image will be called; empty for nothing. */
        String tag();

        /** What the build is called. */
        String name();

        /** Shows what was found in the text, or why it cannot be read. */
        void found(List<Finding> findings, @Nullable DockerfileException wrong);

        /** Shows what the text declares. */
        void declare(Declared by);

        /** A build begins. */
        void begins();

        /** A build ended. */
        void ended();
    }

    BuildSession(
            Engine engine,
            JobScope jobs,
            BuildDoors doors,
            BuildShow show,
            Banners banners,
            View view) {
        this.doors = doors;
        this.show = show;
        this.banners = banners;
        this.view = view;
        work = new BuildWork(engine, jobs, show, new Hearing());
        plans = new PlanWork(engine, jobs, new Plans());
    }

    /** Reads the text again, in the background. */
    void plan() {
        BuildSpec spec = asked();
        if (spec != null) {
            plans.plan(spec);
        }
    }

    private final class Plans implements PlanWork.Listener {
        @Override
        public void planned(BuildPlan plan) {
            view.found(plan.dockerfile().findings(), null);
            view.declare(Declared.by(plan.dockerfile()));
            show.plan(plan);
            read();
        }

        @Override
        public void wrong(DockerfileException where) {
            view.found(List.of(), where);
            read();
        }

        @Override
        public void failed(Throwable failure) {
            banners.clear();
            warn(Problems.of("The Dockerfile cannot be read", failure));
        }
    }

    private void warn(Problem problem) {
        banners.add(problem, null, () -> {});
    }

    private void read() {
        planned = true;
        List<Runnable> waiting = List.copyOf(whenRead);
        whenRead.clear();
        waiting.forEach(Runnable::run);
    }

    /** Whether the text was read once. */
    boolean isRead() {
        return planned;
    }

    /** Runs an action once the text was read; at once if it was. */
    void whenRead(Runnable action) {
        if (planned) {
            action.run();
        } else {
            whenRead.add(action);
        }
    }

    /** What is asked; null where that cannot be meant, which is said then. */
    @Nullable BuildSpec asked() {
        try {
            return view.asked();
        } catch (IllegalArgumentException e) {
            view.refuse(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private boolean isRunning() {
        return show.status() == BuildShow.Status.RUNNING;
    }

    /** Builds; of a failed build what is not finished yet. */
    void build() {
        BuildSpec spec = asked();
        if (spec == null || isRunning()) {
            return;
        }
        banners.clear();
        built = null;
        tagOfBuild = view.tag();
        view.begins();
        work.build(spec, view.name());
    }

    /** Stops the build; what is finished stays in the cache. */
    void stop() {
        work.stop();
    }

    /** Tells what would be built. */
    void explain() {
        BuildSpec spec = asked();
        if (spec != null && !isRunning()) {
            work.explain(spec);
        }
    }

    private final class Hearing implements BuildWork.Listener {
        @Override
        public void wrong(DockerfileException where) {
            view.found(List.of(), where);
        }

        @Override
        public void failed(Problem problem) {
            warn(problem);
        }

        @Override
        public void ended(@Nullable KeptImage image) {
            built = image;
            view.ended();
            doors.buildsChanged();
            if (image != null) {
                doors.imagesChanged();
            }
        }
    }

    /** Whether the image of the last build can be opened. */
    boolean hasBuilt() {
        return built != null;
    }

    /** Opens the image of the last build; nothing where there is none. */
    void openBuilt() {
        KeptImage image = built;
        if (image != null) {
            String name = tagOfBuild.isEmpty() ? image.id().toString() : tagOfBuild;
            doors.openImage(ImageSource.stored(name));
        }
    }

    /** The tab is closed. */
    void close() {
        work.close();
    }
}
