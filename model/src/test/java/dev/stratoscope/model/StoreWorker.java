package dev.stratoscope.model;

import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.SaveFormat;
import dev.stratoscope.model.task.Progress;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A program of its own that works on a store until it is killed, or for so many steps: loads, tags,
 * opens, saves, removes and prunes at random.
 */
public final class StoreWorker {
    private final ImageStore store;
    private final Engine engine;
    private final Path out;
    private final Random random;

    private StoreWorker(Engine engine, Path out, Random random) {
        this.engine = engine;
        this.store = engine.store();
        this.out = out;
        this.random = random;
    }

    /**
     * Starts one.
     *
     * @param home the engine's home
     * @param archives where the archives to load lie
     * @param steps how many; negative for no end
     */
    static Process start(Path home, Path archives, long seed, int steps) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xshare:auto",
                                "-cp",
                                classPath(),
                                StoreWorker.class.getName(),
                                home.toString(),
                                archives.toString(),
                                String.valueOf(seed),
                                String.valueOf(steps)));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    /** Under Maven the engine's own classes and libraries are modules. */
    static String classPath() {
        String modules = System.getProperty("jdk.module.path");
        String classes = System.getProperty("java.class.path");
        return modules == null ? classes : modules + File.pathSeparator + classes;
    }

    /** Prints a line when it begins, then one for everything that should not have happened. */
    public static void main(String[] given) throws IOException {
        try (Engine engine = Engine.open(Path.of(given[0]), Clock.systemUTC())) {
            StoreWorker worker =
                    new StoreWorker(
                            engine, Path.of(given[1]), new Random(Long.parseLong(given[2])));
            System.out.println("begun");
            int steps = Integer.parseInt(given[3]);
            for (int i = 0; i != steps; i++) {
                worker.step();
            }
        } catch (RuntimeException e) {
            System.out.println("fault " + e);
            throw e;
        }
    }

    private void step() {
        String name = "name:" + random.nextInt(6);
        try {
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> load();
                case 3 -> store.tag(any(), Reference.parse(name));
                case 4 -> save();
                case 5 -> store.remove(name, false);
                case 6 -> store.prune(Progress.NONE);
                default -> read();
            }
        } catch (IOException e) {
            // With others at work, a name may be gone and an image in use; nothing else may happen.
            String message = String.valueOf(e.getMessage());
            if (!message.contains("no such image") && !message.contains("is in use")) {
                System.out.println("fault " + e);
            }
        }
    }

    private void load() throws IOException {
        Path file = out.resolve(random.nextInt(StoreCrashTest.ARCHIVES) + ".tar");
        store.load(ImageSource.of(file), null, Progress.NONE);
    }

    private void save() throws IOException {
        SaveFormat format =
                random.nextBoolean() ? SaveFormat.DOCKER_ARCHIVE : SaveFormat.OCI_ARCHIVE;
        store.save(List.of(any()), format, out.resolve("saved.tar"), Progress.NONE);
    }

    /** An image that somebody looks at is whole as long as it is open. */
    private void read() throws IOException {
        try (OpenImage image = engine.open(ImageSource.stored(any()), null, Progress.NONE)) {
            if (!image.verify(Progress.NONE).isEmpty()) {
                System.out.println("fault " + image.verify(Progress.NONE));
            }
        }
    }

    private String any() throws IOException {
        List<KeptImage> images = store.contents().images();
        return images.isEmpty()
                ? "nothing:1"
                : images.get(random.nextInt(images.size())).id().toString();
    }
}
