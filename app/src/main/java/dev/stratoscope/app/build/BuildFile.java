package dev.stratoscope.app.build;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Poll;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.view.ActDialog;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.app.view.Notices;

import org.jspecify.annotations.Nullable;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * The file behind the editor: read, written, exchanged for another one, and looked at for what
 * other programs write there. On the JavaFX thread.
 */
final class BuildFile {
    private static final long LOOK = 1_500;

    private final JobScope jobs;
    private final Clock clock;
    private final Banners banners;
    private final DockerfilePane pane;
    private final Consumer<BuildText> onRead;
    private final Poll<OnDisk> poll;
    private BuildPlace place;
    private Runnable answered = () -> {};

    /** What the file held when it was read, written or told of last; null where there is none. */
    private @Nullable String known;

    private boolean read;

    /** What a file holds; null where there is none. */
    private record OnDisk(Path file, @Nullable String text) {}

    /**
     * A file that is not read yet.
     *
     * @param onRead told when it was read, also after it was exchanged for another one
     */
    BuildFile(
            JobScope jobs,
            Clock clock,
            BuildPlace place,
            Banners banners,
            DockerfilePane pane,
            Consumer<BuildText> onRead) {
        this.jobs = jobs;
        this.clock = clock;
        this.place = place;
        this.banners = banners;
        this.pane = pane;
        this.onRead = onRead;
        poll = new Poll<>(jobs, "Looking at the Dockerfile", LOOK, p -> see(), this::seen, e -> {});
    }

    /** The file and its context. */
    BuildPlace place() {
        return place;
    }

    /** Whether its text is in the editor. */
    boolean isRead() {
        return read;
    }

    private String name() {
        return String.valueOf(place.file().getFileName());
    }

    /** Reads it. */
    void read() {
        BuildPlace wanted = place;
        jobs.start(
                "Reading " + name(),
                progress -> BuildText.read(wanted, clock),
                text -> {
                    read = true;
                    known = text.isThere() ? text.text() : null;
                    pane.fill(name(), text.text());
                    onRead.accept(text);
                    if (!text.isThere()) {
                        answered = banners.ask(missing(), "Save an empty one", this::save);
                    }
                    poll.start();
                },
                failure ->
                        banners.add(
                                Problems.of(place.file() + " cannot be read", failure),
                                null,
                                () -> {}));
    }

    private Problem missing() {
        return new Problem(
                "There is no " + name() + " in " + place.file().getParent(),
                "What you write here becomes that file when you save it.");
    }

    /** Looks again and again what others write there, or rests. */
    void watch(boolean wanted) {
        if (!wanted) {
            poll.stop();
        } else if (read) {
            poll.start();
        }
    }

    private OnDisk see() throws java.io.IOException {
        Path file = place.file();
        return new OnDisk(file, BuildText.onDisk(file));
    }

    private void seen(OnDisk now) {
        String text = now.text();
        if (!read || !now.file().equals(place.file()) || Objects.equals(text, known)) {
            return;
        }
        boolean edited = pane.unsavedProperty().get();
        known = text;
        answered.run();
        if (text != null && !edited) {
            take(text);
            Notices.from(pane).say(name() + " was changed on disk, and read again");
        } else if (text != null && !text.equals(pane.text())) {
            answered =
                    banners.ask(
                            new Problem(
                                    name() + " was changed on disk",
                                    "Another program wrote it while your edit was not saved."
                                            + " Saving replaces what it wrote."),
                            "Read it again",
                            () -> take(text));
        } else if (text != null) {
            pane.wrote(text);
        } else {
            pane.wrote("");
            answered = banners.ask(missing(), "Save it again", this::save);
        }
    }

    private void take(String text) {
        pane.replaceAll(text);
        pane.wrote(text);
    }

    /** Writes what is in the editor; asks first where another program wrote the file meanwhile. */
    void save() {
        String text = pane.text();
        String expected = known;
        Path file = place.file();
        if (!read) {
            return;
        }
        jobs.start(
                "Saving " + name(),
                progress -> new Saved(BuildText.write(file, text, expected)),
                saved -> saved(text, saved.other()),
                failure ->
                        banners.add(
                                Problems.of(file + " cannot be written", failure),
                                "Try again",
                                this::save));
    }

    private record Saved(BuildText.@Nullable Other other) {}

    private void saved(String text, BuildText.@Nullable Other other) {
        answered.run();
        if (other == null) {
            known = text;
            pane.wrote(text);
            return;
        }
        answered =
                banners.ask(
                        new Problem(
                                name() + " was changed on disk, and not saved",
                                "Another program wrote it since it was read here."),
                        "Replace it",
                        () -> {
                            known = other.text();
                            save();
                        });
    }

    /**
     * Takes another Dockerfile of the same folder, once a person said so where that loses an edit.
     *
     * @param changed told when it is another one, before it is read
     * @param kept told when it stays as it is
     */
    void exchange(String wanted, Runnable changed, Consumer<String> kept) {
        BuildPlace next;
        try {
            next = place.named(wanted);
        } catch (InvalidPathException e) {
            kept.accept(wanted + " is no name of a file");
            return;
        }
        if (next.equals(place)) {
            kept.accept("");
        } else if (pane.unsavedProperty().get()) {
            ActDialog dialog = new ActDialog(pane, "Build " + wanted, "Leave and lose 1 edit");
            dialog.getDialogPane().setId("unsaved-dialog");
            dialog.say("Typed and not saved: " + place.file() + ".");
            dialog.ask(() -> to(next, changed));
            kept.accept("");
        } else {
            to(next, changed);
        }
    }

    private void to(BuildPlace next, Runnable changed) {
        answered.run();
        poll.stop();
        place = next;
        read = false;
        changed.run();
        read();
    }
}
