package dev.stratoscope.app.reading;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.Instruction;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.app.view.stack.Stratum;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.image.History;
import dev.stratoscope.model.image.Layer;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns an image's history and layers into the steps of the stack, bottom first. */
public final class Steps {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH)
                    .withZone(ZoneId.systemDefault());

    /** What the classic builder notes of COPY's sources, with an option before it glued to it. */
    private static final Pattern NAMELESS =
            Pattern.compile("(?:file|dir|multi):[0-9a-f]{12,64} in ");

    private Steps() {}

    /** The steps as far as the documents tell: layers stand as not read yet. */
    public static List<Step> of(OpenImage image) {
        List<Step> steps = new ArrayList<>();
        int layer = 0;
        List<History> history = image.image().config().history();
        for (int i = 0; i < history.size(); i++) {
            History told = history.get(i);
            boolean none = told.emptyLayer() || layer == image.layerCount();
            steps.add(unread(image, i, none ? -1 : layer++, told));
        }
        for (; layer < image.layerCount(); layer++) {
            steps.add(unread(image, -1, layer, null));
        }
        return steps;
    }

    /** A step whose layer was read; without a core there is more to come. */
    public static Step read(
            Step step,
            LayerFacts facts,
            @Nullable ChangeCounts changes,
            @Nullable List<Stratum> core) {
        return new Step(
                step.history(),
                step.layer(),
                step.keyword(),
                step.command(),
                step.fullCommand(),
                facts.tarSize(),
                false,
                facts.contentSize(),
                step.diffId(),
                changes,
                core == null ? List.of() : core,
                step.pills(),
                core == null ? Step.State.INDEXING : Step.State.READY,
                1,
                step.created());
    }

    /** A step whose layer will not be read on. */
    public static Step stopped(Step step) {
        return step.state() == Step.State.INDEXING ? step.withState(Step.State.UNREAD) : step;
    }

    /** A step whose layer cannot be read. */
    public static Step failed(Step step, boolean missing, IOException reason) {
        return new Step(
                step.history(),
                step.layer(),
                step.keyword(),
                step.command(),
                step.fullCommand(),
                step.size(),
                step.compressedSize(),
                step.contentSize(),
                step.diffId(),
                null,
                List.<Stratum>of(),
                step.pills(),
                missing
                        ? Step.State.MISSING
                        : reason instanceof DigestMismatchException
                                ? Step.State.MISMATCH
                                : Step.State.UNREADABLE,
                1,
                step.created());
    }

    /**
     * The layer above the base that changes most, one that modifies files before others; -1 when
     * there is none.
     */
    public static int telling(List<Step> steps) {
        int best = -1;
        int most = -1;
        for (int i = 0; i < steps.size(); i++) {
            var counts = steps.get(i).counts();
            if (counts != null && steps.get(i).layer() > 0) {
                int changes =
                        1000 * (counts.modified() > 0 ? 1 : 0)
                                + Math.min(999, counts.added() + counts.deleted());
                if (changes > most) {
                    most = changes;
                    best = i;
                }
            }
        }
        return best;
    }

    /** The step that made a layer. */
    public static int ofLayer(List<Step> steps, int layer) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).layer() == layer) {
                return i;
            }
        }
        throw new IllegalArgumentException("no step made layer " + layer);
    }

    /** The step that made the topmost layer; the last step where there are no layers. */
    public static int topmost(List<Step> steps) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).layer() >= 0) {
                return i;
            }
        }
        return steps.size() - 1;
    }

    /** A time for a person, in the local zone; empty for none and for the beginning of time. */
    public static String date(@Nullable Instant time) {
        return time == null || time.getEpochSecond() == 0 ? "" : DATE.format(time);
    }

    /** A command in one line, without the sums that stand for names the history does not have. */
    private static String brief(String command) {
        return NAMELESS.matcher(command).replaceAll(" … ").strip().replaceAll("\\s+", " ");
    }

    private static Step unread(OpenImage image, int history, int layer, @Nullable History told) {
        Instruction instruction = Instruction.of(told == null ? "" : told.createdBy(), layer);
        Layer stored = layer < 0 ? null : image.image().layers().get(layer);
        boolean missing = stored != null && stored.isMissing();
        String comment = told == null ? "" : told.comment();
        String command = instruction.text().isEmpty() ? comment : instruction.text();
        return new Step(
                history,
                layer,
                instruction.keyword(),
                Escapes.text(brief(command)),
                Escapes.text(
                        told == null ? "history does not tell of this layer" : told.createdBy()),
                stored == null ? 0 : stored.storedSize(),
                stored != null,
                0,
                stored == null ? "" : stored.diffId().toString(),
                null,
                List.of(),
                List.of(),
                missing
                        ? Step.State.MISSING
                        : stored == null ? Step.State.READY : Step.State.INDEXING,
                0,
                date(told == null ? null : told.created()));
    }
}
