package dev.stratoscope.model.bench;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
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

    @Param({"12500", "50000"})
    private int each;

    private List<LayerIndex> layers = List.of();
    private FileTree whole = FileTree.EMPTY;
    private FileTree below = FileTree.EMPTY;
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
}
