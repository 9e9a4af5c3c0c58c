package dev.stratoscope.app.images;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Notices;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.StoreContents;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.layout.BorderPane;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * The images of the engine's store. It asks the store in the background whenever it is told to, and
 * after each of its own acts. Lives on the JavaFX thread.
 */
public final class ImagesTab extends BorderPane {
    private final Engine engine;
    private final JobScope jobs;
    private final StoreActs acts;
    private final ImagesView view;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<StoreContents> held =
            new ReadOnlyObjectWrapper<>(new StoreContents(List.of(), 0, 0, 0));
    private boolean asking;
    private boolean again;
    private boolean broken;

    /** A view that was not told yet what the store holds; {@link #refresh()} asks it. */
    public ImagesTab(Engine engine, Jobs jobs, Opener opener) {
        this.engine = engine;
        this.jobs = new JobScope(jobs);
        acts = new StoreActs(engine, this.jobs, opener, this);
        view = new ImagesView(opener, acts);
        setCenter(view);
        show(new StoreContents(List.of(), 0, 0, 0));
    }

    /** Asks the store what it holds; while it is being asked, once more afterwards. */
    public void refresh() {
        if (asking) {
            again = true;
            return;
        }
        asking = true;
        jobs.start(
                Brief.quiet("Looking at the store"),
                progress -> engine.store().contents(),
                contents -> {
                    readable();
                    answered();
                    if (contents.equals(view.contents())) {
                        view.age(engine.clock().instant());
                    } else {
                        show(contents);
                    }
                },
                failure -> {
                    answered();
                    if (!(failure instanceof CancellationException)) {
                        broken = true;
                        view.warn(
                                Problems.of("The store cannot be read", failure),
                                "Try again",
                                this::refresh);
                    }
                });
    }

    private void readable() {
        if (broken) {
            forgetWarnings();
        }
    }

    private void answered() {
        asking = false;
        if (again) {
            again = false;
            refresh();
        }
    }

    /** Shows what a store holds. */
    public void show(StoreContents contents) {
        readable();
        view.show(contents, engine.clock().instant());
        held.set(contents);
    }

    /** Shows what was opened lately. */
    public void showRecent(List<Recent> sources) {
        view.showRecent(sources);
    }

    /** Copies what a file or folder holds into the store. */
    public void load(Path source) {
        acts.load(source);
    }

    /**
     * Copies an image into the store.
     *
     * @param name what it is called meanwhile
     * @param done what to do once it is there
     */
    public void keep(ImageSource source, String name, Runnable done) {
        acts.load(source, name, done);
    }

    /** The images that are selected, by their names or ids, from top to bottom. */
    public List<String> selected() {
        return view.selected().stream().map(ImageRow::source).toList();
    }

    /** Puts the keyboard on the filter. */
    public void focusFilter() {
        view.focusFilter();
    }

    /** The last thing that was done, one line. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** What the store held when it was asked last. */
    public ReadOnlyObjectProperty<StoreContents> contentsProperty() {
        return held.getReadOnlyProperty();
    }

    /** Stops what it still does. */
    public void close() {
        jobs.cancelAll();
    }

    StoreContents contents() {
        return view.contents();
    }

    void select(ImageRow row) {
        view.select(row);
    }

    void say(String done) {
        summary.set(Escapes.text(done));
    }

    /** What an earlier act said no longer matters. */
    void forgetWarnings() {
        broken = false;
        view.clearWarnings();
    }

    void warn(Problem problem) {
        warn(problem, null, () -> {});
    }

    /** Tells of trouble, and offers a way out of it where there is one. */
    void warn(Problem problem, @Nullable String cure, Runnable action) {
        say(problem.title());
        view.warn(problem, cure, action);
    }

    void offerUndo(String done, Runnable back) {
        Notices.from(this).offerUndo(done, back);
    }
}
