package dev.stratoscope.model.bench;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.compare.Comparison;
import dev.stratoscope.model.compare.Ignored;
import dev.stratoscope.model.compare.Side;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;

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
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Twenty layers against others; a quarter of each shows how the cost grows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CompareBench {
    private static final int LAYERS = 20;
    private static final Side NOTHING = new Side(List.of(), List.of(), 0);

    @Param({"12500", "50000"})
    private int each;

    private Side whole = NOTHING;
    private Side otherTop = NOTHING;
    private Side withoutOne = NOTHING;
    private Side rebuilt = NOTHING;

    /** Reads the layers once. */
    @Setup
    public void read() throws IOException {
        Path home = Files.createTempDirectory("bench");
        ImageSource source = ImageSource.of(ManyFiles.layers(home, LAYERS, each));
        try (Engine engine = Engine.open(home, Clock.systemUTC());
                OpenImage image = engine.open(source, null, Progress.NONE)) {
            whole = image.side(Progress.NONE);
        }
        otherTop = renamed(whole, LAYERS - 1);
        rebuilt = renamed(whole, 0);
        withoutOne = without(whole, LAYERS / 2);
    }

    /** The same layers, of which those from one up are told to be others. */
    private static Side renamed(Side side, int from) {
        List<Digest> diffIds = new ArrayList<>(side.diffIds());
        for (int layer = from; layer < diffIds.size(); layer++) {
            byte[] hash = ByteBuffer.allocate(32).putInt(layer).array();
            diffIds.set(layer, Digest.ofSha256(hash));
        }
        return new Side(side.layers(), diffIds, 0);
    }

    private static Side without(Side side, int layer) {
        List<Digest> diffIds = new ArrayList<>(side.diffIds());
        var layers = new ArrayList<>(side.layers());
        diffIds.remove(layer);
        layers.remove(layer);
        return new Side(layers, diffIds, 0);
    }

    /** All layers but the topmost are those of both. */
    @Benchmark
    public int topRebuilt() throws IOException {
        return compare(whole, otherTop);
    }

    /** A layer in the middle is gone. */
    @Benchmark
    public int layerTakenOut() throws IOException {
        return compare(whole, withoutOne);
    }

    /** Every layer was made again, with the same files. */
    @Benchmark
    public int allRebuilt() throws IOException {
        return compare(whole, rebuilt);
    }

    /** Every path differs. */
    @Benchmark
    public int nothingInCommon() throws IOException {
        return compare(NOTHING, whole);
    }

    /** What a window asks for in the background. */
    @Benchmark
    public long totals() throws IOException {
        Comparison found = Comparison.of(whole, withoutOne, Ignored.NOTHING, Progress.NONE);
        found.prepare();
        return found.total(0);
    }

    private static int compare(Side before, Side after) throws IOException {
        return Comparison.of(before, after, Ignored.NOTHING, Progress.NONE).size();
    }
}
