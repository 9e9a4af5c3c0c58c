package dev.stratoscope.app.compare;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.reading.ImageName;
import dev.stratoscope.app.reading.LimitRaise;
import dev.stratoscope.app.reading.Opening;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.image.Image;
import dev.stratoscope.model.image.Layer;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.Platform;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One side of a comparison: what stands there, and the image once it was read. On the JavaFX
 * thread.
 */
final class CompareSide {
    private final Engine engine;
    private final JobScope jobs;
    private @Nullable Subject subject;
    private @Nullable Opening opening;
    private @Nullable ReadSide read;
    private @Nullable Job reading;

    /** How a reading ended. */
    interface Outcome {
        /** Every layer was read. */
        void done();

        /** The image cannot be opened, or one of its layers cannot be read. */
        void failed(Throwable reason);
    }

    CompareSide(Engine engine, JobScope jobs) {
        this.engine = engine;
        this.jobs = jobs;
    }

    @Nullable Subject subject() {
        return subject;
    }

    /** The image; null before it was read. */
    @Nullable ReadSide read() {
        return read;
    }

    /** What it is called; empty where nothing stands here. */
    String title() {
        Subject known = subject;
        return known == null ? "" : known.title();
    }

    /** What tells it from the other side: its name, or its platform where both have one name. */
    String nameBeside(CompareSide other) {
        return isOtherPlatform(other) ? String.valueOf(platform()) : title();
    }

    /** What identifies it beside the other side, and the size on disk; empty before it was read. */
    String factsBeside(CompareSide other) {
        ReadSide known = read;
        if (known == null) {
            return "";
        }
        Image image = known.image().image();
        long stored = image.layers().stream().mapToLong(Layer::storedSize).sum();
        String which = isOtherPlatform(other) ? String.valueOf(platform()) : image.id().shortHex();
        return which + ", " + HumanSize.spaced(stored);
    }

    /** Whether both have one name and are for different platforms. */
    boolean isOtherPlatform(CompareSide other) {
        Platform own = platform();
        Platform others = other.platform();
        return own != null
                && others != null
                && !own.equals(others)
                && title().equals(other.title());
    }

    private @Nullable Platform platform() {
        ReadSide known = read;
        return known == null ? null : known.image().image().config().platform();
    }

    /** Puts another image here, which is not read yet. */
    void choose(@Nullable Subject chosen) {
        close();
        subject = chosen;
        opening = chosen == null ? null : new Opening(engine, chosen.source(), chosen.platform());
    }

    /** One of several images of the container is meant. */
    void choose(ListedImage listed, List<ListedImage> among) {
        Opening known = opening;
        Subject before = subject;
        if (known != null && before != null) {
            known.choose(listed, among);
            subject = new Subject(known.source(), before.platform(), before.title(), before.hint());
        }
    }

    /** Another try is to be made within a wider limit. */
    void raise(LimitRaise raise) {
        Opening known = opening;
        if (known != null) {
            known.raise(raise);
        }
    }

    /** Opens the image and reads its layers, unless that was done. */
    void read(Outcome outcome) {
        Opening wanted = opening;
        if (read != null) {
            outcome.done();
            return;
        }
        stop();
        if (wanted == null) {
            return;
        }
        reading =
                jobs.start(
                        "Reading " + title(),
                        progress -> ReadSide.of(wanted.open(progress), progress),
                        done -> {
                            if (wanted.equals(opening)) {
                                read = done;
                                name(done);
                                outcome.done();
                            }
                        },
                        failure -> {
                            if (wanted.equals(opening)) {
                                outcome.failed(failure);
                            }
                        });
    }

    /** Whether it is being read. */
    boolean isReading() {
        Job job = reading;
        return job != null && !job.isFinished();
    }

    private void name(ReadSide done) {
        Subject before = subject;
        if (before != null) {
            String file = Escapes.text(before.source().fileName());
            String name = ImageName.brief(done.image().image(), file);
            subject = new Subject(before.source(), before.platform(), name, before.hint());
        }
    }

    private void stop() {
        Job job = reading;
        reading = null;
        if (job != null) {
            job.cancel();
        }
    }

    /** Stops the reading and lets go of the image. */
    void close() {
        stop();
        read = null;
        Opening held = opening;
        opening = null;
        if (held != null) {
            jobs.start(
                    Brief.quiet("Closing " + title()),
                    progress -> {
                        held.close();
                        return held;
                    },
                    done -> {},
                    failure -> {
                        // Nothing more is asked of it.
                    });
        }
    }
}
