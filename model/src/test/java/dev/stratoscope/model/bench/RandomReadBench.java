package dev.stratoscope.model.bench;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.FileTree;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** 4 KiB at random places of a file in a gzipped image that was read before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "--enable-native-access=ALL-UNNAMED")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RandomReadBench {
    private static final int SIZE = 128 << 20;
    private static final int READ = 4096;

    private final Random random = new Random(2);
    private Engine engine = Engine.open(Path.of(""), Clock.systemUTC());
    private OpenImage image;
    private Contents contents;
    private Entry entry;

    /** Reads the image once. */
    @Setup
    public void open() throws IOException {
        Path home = Files.createTempDirectory("bench");
        ImageSource source = ImageSource.of(ManyFiles.gzipped(ManyFiles.big(home, SIZE)));
        engine = Engine.open(home, Clock.systemUTC());
        image = engine.open(source, null, Progress.NONE);
        FileTree tree = image.tree(Progress.NONE);
        entry = Objects.requireNonNull(tree.entry(tree.find(ByteString.of(ManyFiles.BIG))));
        contents = image.contents();
    }

    /** Lets go of the image. */
    @TearDown
    public void close() throws IOException {
        image.close();
        engine.close();
    }

    /** One read. */
    @Benchmark
    public byte[] read() throws IOException {
        try (InputStream in = contents.open(entry, random.nextInt(SIZE - READ))) {
            return in.readNBytes(READ);
        }
    }
}
