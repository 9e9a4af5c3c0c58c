package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.app.view.Page;
import dev.stratoscope.model.Engine;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The list of containers. On the JavaFX thread. */
public final class ContainersTab extends BorderPane implements Page {
    /** How often ages are counted anew. */
    private static final Duration OFTEN = Duration.ofSeconds(5);

    private final Engine engine;
    private final JobScope jobs;
    private final Doors doors;
    private final ContainerList list;
    private final Banners banners = new Banners();
    private final ContainersView view;
    private Instant aged = Instant.EPOCH;

    /** A list of what {@code list} sees. */
    public ContainersTab(Engine engine, Jobs jobs, Doors doors, ContainerList list) {
        this.engine = engine;
        this.jobs = new JobScope(jobs);
        this.doors = doors;
        this.list = list;
        ContainerActs acts = new ContainerActs(this.jobs, doors, new Asking());
        view = new ContainersView(this.jobs, doors, acts);
        getStyleClass().add("containers-tab");
        setTop(new VBox(view.header(), banners));
        setCenter(view);
        list.listingProperty().addListener((property, before, now) -> show(now));
        list.looksProperty().addListener((property, before, now) -> age());
        show(list.listingProperty().get());
    }

    private void age() {
        Instant now = engine.clock().instant();
        if (Duration.between(aged, now).compareTo(OFTEN) >= 0 && getScene() != null) {
            aged = now;
            view.age(now);
        }
    }

    private final class Asking implements Asker {
        @Override
        public void warn(Problem problem) {
            banners.add(problem, null, () -> {});
        }

        @Override
        public Runnable offer(Problem wait, String act, Runnable action) {
            return banners.ask(wait, act, action);
        }

        @Override
        public void forgetWarnings() {
            banners.clear();
        }

        @Override
        public void changed() {
            list.look();
        }

        @Override
        public Node owner() {
            return ContainersTab.this;
        }
    }

    private void show(Listing listing) {
        Throwable failure = listing.failure();
        if (failure != null) {
            banners.clear();
            banners.add(
                    Problems.of("The containers cannot be looked at", failure),
                    "Try again",
                    list::look);
        }
        view.show(listing, engine.clock().instant());
    }

    @Override
    public void begin() {
        list.look();
    }

    @Override
    public void close() {
        jobs.cancelAll();
    }

    @Override
    public void whenRead(Runnable action) {
        action.run();
    }

    @Override
    public String summary() {
        return "";
    }

    @Override
    public boolean isComplete() {
        return list.listingProperty().get().failure() == null;
    }

    @Override
    public List<Act> acts() {
        return List.of(
                Act.of("Filter containers", MaterialDesignM.MAGNIFY, view::focusFilter)
                        .keys("Shortcut+F"),
                Act.of("Run an image…", MaterialDesignP.PLAY, () -> doors.run("")));
    }

    @Override
    public List<Node> panes() {
        return banners.getChildren().isEmpty()
                ? List.of(view.header(), view)
                : List.of(view.header(), banners, view);
    }

    @Override
    public String path() {
        return "containers";
    }
}
