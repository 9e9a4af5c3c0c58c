package dev.stratoscope.model.bench;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A gzipped image read for the first time: inflated, digested, indexed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class LayerBench {
    @Param({"12500", "50000"})
    private int entries;

    private Path archive = Path.of("");

    /** Writes the image. */
    @Setup
    public void write() throws IOException {
        Path home = Files.createTempDirectory("bench");
        archive = ManyFiles.gzipped(ManyFiles.layers(home, 1, entries));
    }

    /** A fresh home each time, which knows nothing of the layer. */
    @Benchmark
    public List<LayerFacts> scan() throws IOException {
        Path home = Files.createTempDirectory("bench");
        try (Engine engine = Engine.open(home, Clock.systemUTC());
                OpenImage image = engine.open(ImageSource.of(archive), null, Progress.NONE)) {
            return image.layers(Progress.NONE);
        }
    }
}
