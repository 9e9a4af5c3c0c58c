package dev.stratoscope.model.bench;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Timeline;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Twenty layers merged, compared and searched; a quarter of each shows how the cost grows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TreeBench {
    private static final int LAYERS = 20;
    private static final byte[] ENDING = "99.txt".getBytes(StandardCharsets.US_ASCII);

    @Param({"12500", "50000"})
    private int each;

    private List<LayerIndex> layers = List.of();
    private FileTree whole = FileTree.EMPTY;
    private FileTree below = FileTree.EMPTY;
    private @Nullable Timeline timeline;
    private int layer;
    private final Pattern pattern = Pattern.compile("file-0?.*99\\.txt$");

    /** Reads the layers once. */
    @Setup
    public void read() throws IOException {
        Path home = Files.createTempDirectory("bench");
        ImageSource source = ImageSource.of(ManyFiles.layers(home, LAYERS, each));
        try (Engine engine = Engine.open(home, Clock.systemUTC());
                OpenImage image = engine.open(source, null, Progress.NONE)) {
            layers = image.layers(Progress.NONE).stream().map(LayerFacts::index).toList();
        }
        whole = FileTree.merge(layers);
        below = FileTree.merge(layers.subList(0, LAYERS - 1));
        timeline = Timeline.of(layers, Progress.NONE);
    }

    /** All layers to one tree. */
    @Benchmark
    public FileTree merge() throws IOException {
        return FileTree.merge(layers);
    }

    /** What the topmost layer changes. */
    @Benchmark
    public ChangeCounts diff() {
        return TreeDiff.between(below, whole).counts();
    }

    /** The names that a regular expression finds. */
    @Benchmark
    public int search() {
        int found = 0;
        for (int at = 0; at < whole.size(); at++) {
            if (pattern.matcher(whole.nameText(at)).find()) {
                found++;
            }
        }
        return found;
    }

    /** The history of all layers, once an image. */
    @Benchmark
    public Timeline timeline() throws IOException {
        return Timeline.of(layers, Progress.NONE);
    }

    /** Another layer with its marks and sums, by trees. */
    @Benchmark
    public long travelByTrees() throws IOException {
        layer = layer % (LAYERS - 1) + 1;
        return look(
                TreeDiff.between(
                        FileTree.merge(layers.subList(0, layer)),
                        FileTree.merge(layers.subList(0, layer + 1))));
    }

    /** Another layer with its marks and sums, by the timeline. */
    @Benchmark
    public long travel() throws IOException {
        layer = layer % (LAYERS - 1) + 1;
        return look(Objects.requireNonNull(timeline).upTo(layer));
    }

    /** The same without the paths that the layer does not speak of. */
    @Benchmark
    public long travelToOwn() throws IOException {
        layer = layer % (LAYERS - 1) + 1;
        return look(Objects.requireNonNull(timeline).only(layer));
    }

    /** The names that end in a text, copied as they lie. */
    @Benchmark
    public int searchNames() throws IOException {
        Changeset changes = Objects.requireNonNull(timeline).upTo(LAYERS - 1);
        byte[] names = new byte[1 << 16];
        int[] ends = new int[1 << 12];
        int found = 0;
        for (int at = 0; at < changes.size(); ) {
            int copied = changes.copyNames(at, changes.size(), names, ends);
            for (int i = 0; i < copied; i++) {
                int start = i == 0 ? 0 : ends[i - 1];
                int from = Math.max(start, ends[i] - ENDING.length);
                found += Arrays.equals(names, from, ends[i], ENDING, 0, ENDING.length) ? 1 : 0;
            }
            at += copied;
        }
        return found;
    }

    private static long look(Changeset changes) {
        return changes.total(0)
                + changes.totalBefore(0)
                + changes.counts().added()
                + changes.paths()
                + (changes.leadsToChange(0) ? 1 : 0);
    }
}
