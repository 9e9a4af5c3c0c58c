package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.FolderChoice;
import dev.stratoscope.app.view.stack.StackColumn;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.task.Progress;

import javafx.animation.PauseTransition;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * What a container's tab shows of its layers: the stack with the writable layer on top, the files,
 * and the changes. On the JavaFX thread.
 */
final class LayerParts {
    private final ContainerShow show;
    private final Doors doors;
    private final Consumer<ContainerPart> toPart;
    private final JobScope jobs;
    private final ContainerStack stack;
    private final FilesPart files;
    private final ChangesPart changes;
    private final PauseTransition aging =
            new PauseTransition(Duration.millis(WrittenChanges.JUST_NOW_MS + 50));
    private @Nullable Writing writing;
    private @Nullable OpenImage image;
    private boolean inView;
    private boolean closed;
    private boolean told;

    /**
     * The parts of a container.
     *
     * @param doors what they ask of the window
     * @param toPart brings a part into view
     */
    LayerParts(ContainerShow show, Doors doors, Consumer<ContainerPart> toPart) {
        this.show = show;
        this.doors = doors;
        this.toPart = toPart;
        jobs = show.jobs().part();
        stack = new ContainerStack(show.engine().clock());
        files = new FilesPart(show, stack);
        changes = new ChangesPart(show, doors);
        aging.setOnFinished(event -> changes.age());
        show.seenProperty().addListener((property, before, now) -> see(now));
        stack.stack().selectedProperty().addListener((property, before, now) -> turn());
    }

    private void see(@Nullable Seen seen) {
        if (seen == null || closed) {
            return;
        }
        stack.show(seen);
        changes.show(seen);
        if (writing == null) {
            begin(seen.container());
        }
    }

    private void begin(Container container) {
        Writing now = new Writing(jobs, container, this::missed);
        writing = now;
        now.latestProperty().addListener((property, before, next) -> stack.show(next));
        now.shownProperty()
                .addListener(
                        (property, before, next) -> {
                            if (next != null) {
                                told = false;
                                files.show(next);
                                aging.playFromStart();
                            }
                        });
        changes.follow(now);
        if (inView) {
            now.start();
        }
        jobs.start(
                Brief.quiet("Reading the image of a container"),
                progress -> read(container, progress),
                this::show,
                failure -> {
                    if (!(failure instanceof CancellationException)) {
                        show.warn(
                                Problems.of("The image of the container cannot be read", failure));
                    }
                });
    }

    private ImageBelow read(Container container, Progress progress) throws IOException {
        OpenImage opened = show.engine().imageOf(container);
        try {
            return ImageBelow.of(opened, progress);
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private void show(ImageBelow below) {
        if (closed) {
            close(below.image());
            return;
        }
        image = below.image();
        stack.show(below);
        files.show(below);
        changes.show(below);
    }

    /** What fails once fails again with every look; once is enough to be told of it. */
    private void missed(Throwable failure) {
        if (!told && show.presenceProperty().get() == Presence.HERE) {
            told = true;
            show.warn(Problems.of("What the container writes cannot be followed", failure));
        }
    }

    /** A layer of the image has files to be looked at, and no changes of the container. */
    private void turn() {
        if (!stack.isSelecting() && !stack.isWritableSelected()) {
            toPart.accept(files);
        }
    }

    /** The column at the left. */
    StackColumn stack() {
        return stack.column();
    }

    /** The files of image and writable layer together. */
    ContainerPart files() {
        return files;
    }

    /** What the container wrote. */
    ContainerPart changes() {
        return changes;
    }

    /** Sets who is asked for folders to copy out into, in the place of the platform's dialog. */
    void setFolderChoice(FolderChoice asked) {
        files.moving().setChoice(asked);
    }

    /** The tab came into view. */
    void shown() {
        inView = true;
        stack.shown();
        Writing now = writing;
        if (now != null) {
            now.start();
        }
    }

    /** The tab is not in view any more. */
    void hidden() {
        inView = false;
        stack.hidden();
        Writing now = writing;
        if (now != null) {
            now.stop();
        }
    }

    /** The tab is closed. */
    void close() {
        closed = true;
        aging.stop();
        Writing now = writing;
        if (now != null) {
            now.close();
        }
        OpenImage opened = image;
        if (opened != null) {
            close(opened);
        }
    }

    private void close(OpenImage opened) {
        show.jobs()
                .follow(
                        "Closing the image of a container",
                        progress -> {
                            opened.close();
                            return true;
                        },
                        done -> {},
                        failure -> {
                            // It is let go of at the end of the program at the latest.
                        });
    }

    /** Makes another container of the same image, on a copy of what this one wrote. */
    void fork() {
        Seen seen = show.seen();
        if (seen == null) {
            return;
        }
        Writing now = writing;
        ForkDialog dialog = new ForkDialog(stack.column(), seen, now == null ? null : now.latest());
        dialog.ask(
                () ->
                        show.act(
                                "Forking " + seen.name(),
                                seen.name() + " was not forked",
                                progress -> {
                                    Container fork = seen.container().fork(dialog.name(), progress);
                                    return new Forked(fork.id(), fork.name());
                                },
                                fork -> {
                                    doors.containersChanged();
                                    doors.openContainer(fork.id(), fork.name());
                                }));
    }

    private record Forked(String id, String name) {}

    /** What can be done with the layers wherever the keyboard is. */
    List<Act> acts() {
        return List.of(
                Act.of("Fork…", MaterialDesignS.SOURCE_FORK, this::fork),
                Act.of(
                        "Select the writable layer",
                        MaterialDesignL.LAYERS_OUTLINE,
                        stack::selectWritable));
    }
}
