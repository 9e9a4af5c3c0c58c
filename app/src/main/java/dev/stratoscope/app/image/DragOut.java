package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.reading.TemporaryFolder;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Notices;
import dev.stratoscope.app.view.files.Below;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.Changeset;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Makes real files of parts of an image, in a private folder, since a drag to another program
 * carries nothing else. What is small is there when the drag begins; what is large is made ready
 * for the next drag. On the JavaFX thread.
 */
final class DragOut implements AutoCloseable {
    private static final long MOST_BYTES = 16_000_000;
    private static final int MOST_PATHS = 1_000;
    private static final long MOST_MILLIS = 300;

    private final JobScope jobs;
    private final Notices notices;
    private final TemporaryFolder folder = new TemporaryFolder();
    private @Nullable Made made;
    private boolean saidToWait;
    private boolean closed;

    /** Files being made, or made. */
    private record Made(
            OpenImage image, ImageParts parts, CompletableFuture<List<Path>> files, Job job) {
        boolean isOf(OpenImage other, ImageParts wanted) {
            return image.equals(other) && parts.equals(wanted) && !files.isCompletedExceptionally();
        }
    }

    DragOut(JobScope jobs, Notices notices) {
        this.jobs = jobs;
        this.notices = notices;
    }

    /** The files; none while they are being made. */
    List<Path> files(OpenImage image, ImageParts parts, List<FileSelection> selected) {
        Made last = made;
        if (last == null || !last.isOf(image, parts)) {
            if (last != null) {
                last.job().cancel();
            }
            last = make(image, parts);
            made = last;
        }
        Load load = Load.of(selected);
        List<Path> files = take(last, load.isSmall() ? MOST_MILLIS : 0);
        if (files.isEmpty() && last.files().isDone()) {
            notices.say(parts.words() + " cannot be a file of this machine");
        } else if (files.isEmpty()) {
            saidToWait = true;
            notices.say(load.words() + ": preparing. Drag again when it is ready.");
        }
        return files;
    }

    private Made make(OpenImage image, ImageParts parts) {
        CompletableFuture<List<Path>> files = new CompletableFuture<>();
        Job job =
                jobs.start(
                        "Preparing " + parts.words() + " to be dragged",
                        progress -> {
                            try {
                                Path place = folder.fresh();
                                parts.into(place, image, progress);
                                List<Path> there =
                                        parts.places(place).stream()
                                                .filter(DragOut::isThere)
                                                .toList();
                                files.complete(there);
                                return there;
                            } catch (IOException | RuntimeException e) {
                                files.completeExceptionally(e);
                                throw e;
                            }
                        },
                        done -> sayReady(parts),
                        failure -> {
                            files.completeExceptionally(failure);
                            if (closed) {
                                folder.close();
                            }
                            if (!(failure instanceof CancellationException)) {
                                notices.say(Problems.of("", failure).reason());
                            }
                        });
        return new Made(image, parts, files, job);
    }

    private static boolean isThere(Path place) {
        return Files.exists(place, LinkOption.NOFOLLOW_LINKS);
    }

    private void sayReady(ImageParts parts) {
        if (saidToWait) {
            saidToWait = false;
            notices.say(parts.words() + " is ready to be dragged");
        }
    }

    private static List<Path> take(Made from, long millis) {
        try {
            return from.files().get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** Removes the files. */
    @Override
    public void close() {
        closed = true;
        folder.close();
    }

    /** How much a selection is. */
    private record Load(int paths, long bytes) {
        static Load of(List<FileSelection> selected) {
            BitSet nodes = new BitSet();
            long bytes = 0;
            for (FileSelection one : selected) {
                Changeset changes = one.changes();
                bytes +=
                        nodes.get(one.node())
                                ? 0
                                : Math.max(
                                        changes.total(one.node()), changes.totalBefore(one.node()));
                nodes.or(Below.of(changes, one.node()));
            }
            return new Load(nodes.cardinality(), bytes);
        }

        boolean isSmall() {
            return paths <= MOST_PATHS && bytes <= MOST_BYTES;
        }

        String words() {
            return String.format(
                    "%,d %s, %s", paths, paths == 1 ? "file" : "files", HumanSize.spaced(bytes));
        }
    }
}
