package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.reading.TemporaryFolder;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.FolderChoice;
import dev.stratoscope.app.view.FolderDialog;
import dev.stratoscope.app.view.Notices;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.tree.ByteString;

import javafx.scene.Node;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Copies files between a container and this machine. On the JavaFX thread. */
final class Moving implements AutoCloseable {
    private static final long MOST_MILLIS = 400;

    private final ContainerShow show;
    private final Node owner;
    private final TemporaryFolder folder = new TemporaryFolder();
    private FolderChoice choice = new FolderDialog();
    private @Nullable Made made;

    /** Copies that are being made for a drag, or were. */
    private record Made(List<ByteString> paths, CompletableFuture<List<Path>> files, Job job) {}

    Moving(ContainerShow show, Node owner) {
        this.show = show;
        this.owner = owner;
    }

    /** Sets who is asked for folders, in the place of the platform's dialog. */
    void setChoice(FolderChoice asked) {
        choice = asked;
    }

    /** What letting go of files over a folder does. */
    String words(ByteString into, List<Path> files) {
        Path first = files.getFirst().getFileName();
        String what =
                files.size() == 1 ? Escapes.text(String.valueOf(first)) : files.size() + " items";
        return "Copy " + what + " into /" + Escapes.text(into);
    }

    /** Copies files of this machine into a folder of the container. */
    void in(ByteString into, List<Path> files) {
        Container container = show.container();
        if (container == null || isUnnameable(into)) {
            return;
        }
        String what = words(into, files).replaceFirst("^Copy ", "");
        show.act(
                "Copying " + what,
                "The files were not copied",
                progress -> {
                    for (Path file : files) {
                        container.copyIn(file, "/" + into, progress);
                    }
                    return what;
                },
                done -> Notices.from(owner).say("Copied " + done));
    }

    /** Asks for a folder of this machine, and copies paths of the container there. */
    void out(List<ByteString> paths) {
        Path into = choice.ask("Save " + words(paths) + " out into");
        if (into == null) {
            return;
        }
        List<Path> there =
                paths.stream()
                        .map(path -> into.resolve(name(path)))
                        .filter(place -> Files.exists(place, LinkOption.NOFOLLOW_LINKS))
                        .toList();
        if (there.isEmpty()) {
            out(paths, into);
        } else {
            show.banners()
                    .ask(
                            new Problem(
                                    words(paths) + " was not saved out",
                                    Escapes.text(there.getFirst().toString())
                                            + " is there already. Nothing was changed."),
                            "Replace",
                            () -> out(paths, into));
        }
    }

    private void out(List<ByteString> paths, Path into) {
        Container container = show.container();
        if (container == null || paths.stream().anyMatch(this::isUnnameable)) {
            return;
        }
        show.act(
                "Saving " + words(paths) + " out",
                words(paths) + " was not saved out",
                progress -> {
                    for (ByteString path : paths) {
                        container.copyOut("/" + path, into, progress);
                    }
                    return words(paths);
                },
                done ->
                        Notices.from(owner)
                                .say("Saved " + done + " to " + Escapes.text(into.toString())));
    }

    /** Copies of paths for another program to take; none while they are being made. */
    List<Path> files(List<ByteString> paths) {
        Container container = show.container();
        if (container == null || paths.stream().anyMatch(this::isUnnameable)) {
            return List.of();
        }
        Made last = made;
        if (last == null || !last.paths().equals(paths) || last.files().isDone()) {
            last = make(container, paths);
            made = last;
        }
        List<Path> files = take(last);
        if (files.isEmpty() && !last.files().isDone()) {
            Notices.from(owner).say(words(paths) + ": preparing. Drag again when it is ready.");
        } else {
            made = null;
        }
        return files;
    }

    private Made make(Container container, List<ByteString> paths) {
        CompletableFuture<List<Path>> files = new CompletableFuture<>();
        Job job =
                show.act(
                        "Preparing " + words(paths) + " to be dragged",
                        words(paths) + " cannot be dragged",
                        progress -> {
                            try {
                                Path place = folder.fresh();
                                List<Path> copies = new ArrayList<>();
                                for (ByteString path : paths) {
                                    container.copyOut("/" + path, place, progress);
                                    copies.add(place.resolve(name(path)));
                                }
                                files.complete(copies);
                                return copies;
                            } catch (IOException | RuntimeException e) {
                                files.completeExceptionally(e);
                                throw e;
                            }
                        },
                        done -> {});
        return new Made(paths, files, job);
    }

    private static List<Path> take(Made from) {
        try {
            return from.files().get(MOST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Names that are no text cannot be told to the platform; says so. */
    private boolean isUnnameable(ByteString path) {
        if (path.isUtf8()) {
            return false;
        }
        show.warn(
                new Problem(
                        "/" + Escapes.text(path) + " was not copied",
                        "Its name is not text in UTF-8, which files of this machine need."));
        return true;
    }

    static String words(List<ByteString> paths) {
        return paths.size() == 1 ? "/" + Escapes.text(paths.getFirst()) : paths.size() + " paths";
    }

    private static String name(ByteString path) {
        String whole = path.toString();
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        Made last = made;
        if (last != null) {
            last.job().cancel();
        }
        folder.close();
    }
}
