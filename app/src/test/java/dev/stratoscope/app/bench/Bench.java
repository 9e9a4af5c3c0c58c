package dev.stratoscope.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The whole program beside its peers and its limits, on the same bytes and in turns. Prints a
 * Markdown table of medians, and writes it and every single run below {@code target/bench}.
 */
public final class Bench {
    private static final Pattern NAME =
            Pattern.compile("\"org.opencontainers.image.ref.name\"\\s*:\\s*\"([^\"]+)\"");

    private static final int FILES = 50_000;
    private static final int IMAGES = 10;
    private static final String PAINTED = "Painting";

    private final Path program;
    private final Path folder;
    private final int rounds;
    private final List<Contest> contests = new ArrayList<>();
    private String disk = "";
    private String trees = "";

    private Bench(Path program, Path folder, int rounds) {
        this.program = program;
        this.folder = folder;
        this.rounds = rounds;
    }

    /**
     * Measures.
     *
     * @param args the program's folder, a folder to write to, the number of rounds, and perhaps a
     *     folder of images as {@code .ci/images} makes them
     */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]).toAbsolutePath();
        Work.remove(folder);
        Files.createDirectories(folder);
        Bench bench =
                new Bench(Path.of(args[0]).toAbsolutePath(), folder, Integer.parseInt(args[2]));
        bench.start();
        Path samples = folder.resolve("samples");
        bench.growth(samples);
        if (args.length > 3 && !args[3].isEmpty()) {
            for (Path image : children(Path.of(args[3]))) {
                bench.image(image);
            }
        } else {
            bench.archive("sample", Samples.image(samples, "sample", FILES));
        }
        bench.sharing(samples);
        bench.window();
        bench.builds();
        if (args.length > 3 && !args[3].isEmpty()) {
            bench.tree(Path.of(args[3]).resolve("big/docker-save.tar"), 13);
            bench.tree(Path.of(args[3]).resolve("million/docker-save.tar"), 20);
            bench.containers(
                    Path.of(args[3]).resolve("nginx/docker-save.tar"),
                    Path.of(args[3]).resolve("big/docker-save.tar"));
        }
        System.out.println(Files.readString(folder.resolve("table.md")));
    }

    private void start() throws IOException, InterruptedException {
        measure(
                new Contest("1 start", ours("--version", "--version"))
                        .against(Work.of("java -version", java(), "-version")));
    }

    private void growth(Path samples) throws IOException, InterruptedException {
        Path four = Samples.image(samples, "four", 4 * FILES);
        Path one = Samples.image(samples, "one", FILES);
        Path otherFour = Samples.image(samples, "other-four", 4 * FILES);
        Path otherOne = Samples.image(samples, "other-one", FILES);
        measure(
                new Contest("growth, layers of 4n entries", cold("4n", four))
                        .against(cold("n", one)));
        measure(
                new Contest(
                                "compare again, another top layer over 4n entries",
                                compare("4n", four, otherFour))
                        .against(compare("n", one, otherOne))
                        .against(ours("--version", "--version")));
    }

    /**
     * The rows of one image: a folder with {@code docker-save.tar}, the same gzipped, {@code oci}.
     */
    private void image(Path image) throws IOException, InterruptedException {
        for (String name : List.of("docker-save.tar.gz", "docker-save.tar")) {
            if (Files.exists(image.resolve(name))) {
                archive(image.getFileName() + " " + name, image.resolve(name));
            }
        }
        Path layout = image.resolve("oci");
        if (!Files.exists(layout)) {
            return;
        }
        String title = image.getFileName() + " oci";
        Path copy = folder.resolve("copy");
        Path bundle = folder.resolve("bundle");
        List<String> inflate = new ArrayList<>(List.of("gzip", "-dc"));
        inflate.addAll(gzipped(layout.resolve("blobs/sha256")));
        Contest contest =
                new Contest("1 cold layers of " + title, cold("stratoscope layers", layout))
                        .against(
                                Work.of(
                                                "skopeo copy",
                                                "skopeo",
                                                "copy",
                                                "oci:" + layout,
                                                "oci:" + copy)
                                        .fresh(copy))
                        .against(
                                Work.of(
                                                "umoci unpack",
                                                "umoci",
                                                "unpack",
                                                "--image",
                                                layout + ":" + tag(layout),
                                                bundle.toString())
                                        .fresh(bundle));
        if (inflate.size() > 2) {
            contest.against(Work.of("gzip -dc", inflate));
        }
        measure(contest);
        reopened(title, layout);
    }

    private void archive(String title, Path file) throws IOException, InterruptedException {
        Path copy = folder.resolve("copy");
        Path root = folder.resolve("podman");
        Contest contest =
                new Contest("1 cold layers of " + title, cold("stratoscope layers", file))
                        .against(
                                Work.of(
                                                "skopeo copy",
                                                "skopeo",
                                                "copy",
                                                "docker-archive:" + file,
                                                "oci:" + copy)
                                        .fresh(copy))
                        .against(
                                Work.of(
                                                "podman load",
                                                "podman",
                                                "--root",
                                                root.toString(),
                                                "--runroot",
                                                root + "-run",
                                                "--storage-driver",
                                                "vfs",
                                                "load",
                                                "-i",
                                                file.toString())
                                        .fresh(root))
                        .against(
                                Work.of(
                                        "docker load, layers known to it",
                                        "docker",
                                        "load",
                                        "-i",
                                        file.toString()));
        if (file.toString().endsWith(".gz")) {
            contest.against(Work.of("pigz -dc", "pigz", "-dc", file.toString()))
                    .against(Work.of("gzip -dc", "gzip", "-dc", file.toString()));
        } else {
            contest.against(Work.of("sha256sum", "sha256sum", file.toString()));
        }
        measure(contest);
        reopened(title, file);
    }

    private void reopened(String title, Path source) throws IOException, InterruptedException {
        measure(
                new Contest(
                                "2 layers again of " + title,
                                ours(
                                        "stratoscope layers",
                                        "layers",
                                        source.toString(),
                                        "--home",
                                        folder.resolve("kept").toString()))
                        .against(ours("--version", "--version")));
    }

    private void sharing(Path samples) throws IOException, InterruptedException {
        Path home = folder.resolve("store");
        for (int i = 0; i < IMAGES; i++) {
            Path file = Samples.image(samples, "shared" + i, FILES);
            ours("load", "load", file.toString(), "--home", home.toString()).run(folder);
        }
        double blobs = size(home.resolve("store/blobs"));
        disk =
                String.format(
                        Locale.ROOT,
                        "| 13 disk: %d images over one base | all that is kept / the blobs | | %.3f"
                                + " | |%n",
                        IMAGES,
                        size(home) / blobs);
        write();
    }

    /** Until the first frame is painted, headless and in software. */
    private void window() throws IOException, InterruptedException {
        List<String> drawing =
                List.of(
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Djavafx.pulseLogger=true",
                        "-Djavafx.pulseLogger.threshold=0");
        Path home = folder.resolve("window");
        UnaryOperator<String> option = text -> "STRATOSCOPE_JAVA_OPTIONS=" + text;
        Work ours =
                Work.of(
                                "stratoscope",
                                "env",
                                option.apply(String.join(" ", drawing)),
                                launcher(),
                                "--home",
                                home.toString())
                        .until(PAINTED);
        HelloProgram hello = new HelloProgram(program, folder, java(), drawing);
        measure(
                new Contest("6 first frame", ours)
                        .against(hello.withCache().until(PAINTED))
                        .against(hello.bare().until(PAINTED)));
    }

    /** Travelling, searching, scrolling and folding in the window, where that image is there. */
    private void tree(Path image, int layers) throws IOException, InterruptedException {
        if (Files.exists(image)) {
            String name = String.valueOf(image.getName(image.getNameCount() - 2));
            List<String> drawing = List.of("-Dglass.platform=Headless", "-Dprism.order=sw");
            Path home = folder.resolve("window-" + name);
            trees += TreeRun.lines(java(), drawing, name, image, home, layers);
            write();
        }
    }

    /** Running an image and unpacking another one, where both are there and we are root. */
    private void containers(Path run, Path unpack) throws IOException, InterruptedException {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!root || !Files.exists(run) || !Files.exists(unpack)) {
            return;
        }
        trees +=
                RowsRun.lines(
                        java(),
                        ContainerRows.class,
                        folder,
                        Integer.toString(rounds),
                        run.toString(),
                        unpack.toString(),
                        launcher());
        write();
    }

    /** Building images. */
    private void builds() throws IOException, InterruptedException {
        String count = Integer.toString(rounds);
        trees += RowsRun.lines(java(), BuildRows.class, folder, count, launcher());
        write();
    }

    /** What is measured is written at once: a long run may be ended early. */
    private void measure(Contest contest) throws IOException, InterruptedException {
        contests.add(contest.run(rounds, folder));
        write();
    }

    private void write() throws IOException {
        StringBuilder table =
                new StringBuilder(
                        """
                        | work | program | seconds | ours / this | peak MiB |
                        |---|---|---|---|---|
                        """);
        StringBuilder values = new StringBuilder("work,program,nanoseconds,kib\n");
        for (Contest contest : contests) {
            table.append(contest.lines());
            values.append(contest.values());
        }
        table.append(disk).append(trees);
        Files.writeString(folder.resolve("table.md"), table);
        Files.writeString(folder.resolve("runs.csv"), values);
    }

    private Work cold(String name, Path source) {
        Path home = folder.resolve("cold");
        return ours(name, "layers", source.toString(), "--home", home.toString()).fresh(home);
    }

    private Work compare(String name, Path before, Path after) {
        String home = folder.resolve("kept").toString();
        String[] args = {"compare", before.toString(), after.toString(), "--home", home};
        return ours(name, args).endingWith(1);
    }

    private Work ours(String name, String... args) {
        List<String> command = new ArrayList<>(List.of(launcher()));
        command.addAll(List.of(args));
        return Work.of(name, command);
    }

    private String launcher() {
        return program.resolve("bin/stratoscope").toString();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin/java").toString();
    }

    private static List<String> gzipped(Path blobs) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path blob : children(blobs)) {
            try (var in = Files.newInputStream(blob)) {
                if (in.read() == 0x1f && in.read() == 0x8b) {
                    found.add(blob.toString());
                }
            }
        }
        return found;
    }

    /** The first name in a layout. */
    private static String tag(Path layout) throws IOException {
        Matcher name = NAME.matcher(Files.readString(layout.resolve("index.json")));
        return name.find() ? name.group(1) : "latest";
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static long size(Path folder) throws IOException {
        long total = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                total += Files.size(file);
            }
        }
        return total;
    }
}
