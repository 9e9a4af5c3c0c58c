package dev.stratoscope.model;

import dev.stratoscope.model.build.BuildSpec;
import dev.stratoscope.model.build.BuildSpecBuilder;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;

/**
 * A program of its own that builds until it is killed, or for so many steps, and forgets what it
 * built at random.
 */
public final class BuildWorker {
    /** How many different builds there are. */
    static final int KINDS = 4;

    private static final int FILES = 40;
    private static final int BYTES = 20_000;

    private final Engine engine;
    private final Path context;
    private final Random random;

    BuildWorker(Engine engine, Path context, Random random) {
        this.engine = engine;
        this.context = context;
        this.random = random;
    }

    /** Makes the context of all builds. */
    static Path context(Path folder) throws IOException {
        Path context = Files.createDirectory(folder);
        Random random = new Random(1);
        for (int i = 0; i < FILES; i++) {
            byte[] noise = new byte[BYTES];
            random.nextBytes(noise);
            Files.write(context.resolve("file-" + i), noise);
        }
        return context;
    }

    /**
     * One of the builds; each gives the same image wherever it is built.
     *
     * @param commands whether commands are run too
     */
    static BuildSpec spec(Path context, int kind, boolean commands) {
        String run = commands ? "RUN echo %d > /made; rm /data/old\n".formatted(kind) : "";
        String cached = commands ? "RUN --mount=type=cache,target=/c touch /c/x\n" : "";
        String text =
                "FROM scratch AS files\nCOPY file-%d file-%d /f/\nCOPY . /all/\n"
                                .formatted(kind, kind + 7)
                        + "FROM %s AS made\nCOPY file-1%d /one\n"
                                .formatted(ContainerFixture.IMAGE, kind)
                        + run
                        + "FROM made\nCOPY --from=files /f /f\n"
                        + cached
                        + "LABEL kind="
                        + kind;
        return new BuildSpecBuilder(context, context.resolve("Dockerfile"))
                .text(text)
                .epoch(Instant.ofEpochSecond(1_700_000_000))
                .build();
    }

    /**
     * Starts one.
     *
     * @param home the engine's home, with the image the builds begin with
     * @param steps how many; negative for no end
     */
    static Process start(Path home, Path context, long seed, int steps) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        StoreWorker.classPath(),
                        BuildWorker.class.getName(),
                        home.toString(),
                        context.toString(),
                        String.valueOf(seed),
                        String.valueOf(steps))
                .redirectErrorStream(true)
                .start();
    }

    /** Prints a line when it begins, then one for everything that should not have happened. */
    public static void main(String[] given) throws IOException {
        try (Engine engine = Engine.open(Path.of(given[0]), Clock.systemUTC())) {
            Random random = new Random(Long.parseLong(given[2]));
            BuildWorker worker = new BuildWorker(engine, Path.of(given[1]), random);
            System.out.println("begun");
            worker.work(Integer.parseInt(given[3]));
        } catch (IOException | RuntimeException e) {
            System.out.println("fault " + e);
            throw e;
        }
    }

    /** Builds and forgets. */
    void work(int steps) throws IOException {
        for (int i = 0; i != steps; i++) {
            KeptImage built =
                    engine.builds()
                            .run(
                                    spec(context, random.nextInt(KINDS), random.nextBoolean()),
                                    _ -> {},
                                    Progress.NONE);
            if (random.nextInt(3) == 0) {
                remove(built);
                engine.builds().prune(random.nextBoolean());
                engine.store().prune(Progress.NONE);
            }
        }
    }

    /** Somebody else may have removed it, or builds on it at this moment. */
    private void remove(KeptImage built) throws IOException {
        try {
            engine.store().remove(built.id().toString(), true);
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            if (!message.contains("no such image") && !message.contains("is in use")) {
                throw e;
            }
        }
    }

    /** What a process said after it began. */
    static String said(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
