package dev.stratoscope.model;

import dev.stratoscope.model.container.CommitSpec;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.ContainerStateException;
import dev.stratoscope.model.container.Containers;
import dev.stratoscope.model.container.RunSpec;
import dev.stratoscope.model.container.RunSpecBuilder;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.snapshot.Codec;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * A program of its own that works with containers until it is killed: makes, starts, stops, forks,
 * commits, reverts and removes at random.
 */
public final class ContainerWorker {
    private static final int MOST = 6;

    private final Containers containers;
    private final Containers still;
    private final Random random;

    private ContainerWorker(Engine engine, Random random) {
        this.containers = engine.containers();
        this.still = engine.with(Codec.JOURNAL).containers();
        this.random = random;
    }

    /**
     * Starts one.
     *
     * @param home the engine's home, with the image
     */
    static Process start(Path home, long seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        StoreWorker.classPath(),
                        ContainerWorker.class.getName(),
                        home.toString(),
                        String.valueOf(seed))
                .redirectErrorStream(true)
                .start();
    }

    /** Prints a line when it begins, then one for everything that should not have happened. */
    public static void main(String[] given) throws IOException {
        try (Engine engine = Engine.open(Path.of(given[0]), Clock.systemUTC())) {
            ContainerWorker worker =
                    new ContainerWorker(engine, new Random(Long.parseLong(given[1])));
            worker.create();
            System.out.println("begun");
            while (true) {
                worker.step();
            }
        } catch (IOException | RuntimeException e) {
            System.out.println("fault " + e);
            throw e;
        }
    }

    private void create() throws IOException {
        RunSpec spec =
                new RunSpecBuilder(ContainerFixture.IMAGE)
                        .command("sh", "-c", "echo new >/data/new; rm /data/old; exec sleep 30")
                        .build();
        // One that is made for where nothing starts is converted when it is started.
        (random.nextBoolean() ? containers : still).create(spec, Progress.NONE);
    }

    private void step() throws IOException {
        List<Container> all = containers.list();
        if (all.isEmpty()) {
            create();
            return;
        }
        Container one = all.get(random.nextInt(all.size()));
        try {
            step(one, all.size());
        } catch (ContainerStateException e) {
            // One that was killed while it made it has no layer.
            if (!String.valueOf(e.getMessage()).contains("is not made to its end")) {
                throw e;
            }
            one.remove(true);
        }
    }

    private void step(Container one, int count) throws IOException {
        boolean live = one.state().isLive();
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> {
                if (live) {
                    one.stop(Duration.ZERO);
                } else {
                    one.start(Progress.NONE);
                }
            }
            case 3 -> {
                if (count < MOST) {
                    create();
                }
            }
            case 4 -> one.commit(spec(), Progress.NONE);
            case 5 -> {
                if (count < MOST) {
                    one.fork(null, Progress.NONE);
                }
            }
            case 6 -> one.write(ByteString.of("data/other"), new byte[50_000]);
            default -> one.remove(true);
        }
    }

    private CommitSpec spec() throws IOException {
        Reference name = Reference.parse("made:" + random.nextInt(3));
        return new CommitSpec(name, null, "", "", List.of(), true);
    }
}
