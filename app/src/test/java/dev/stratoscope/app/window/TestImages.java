package dev.stratoscope.app.window;

import dev.stratoscope.app.Drafts;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.image.Platform;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Image files for tests of the window. */
final class TestImages {
    private TestImages() {}

    /** Two layers and two empty steps: the upper layer adds, modifies, touches and deletes. */
    static Path layered(Engine engine) throws IOException {
        return engine.write(draft(), "layered.tar");
    }

    static ImageDraft draft() {
        LayerDraft base =
                Drafts.layer()
                        .directory("etc", 0755)
                        .file("etc/motd", 0644, "hello\nworld\n")
                        .file("etc/tool.conf", 0644, "colour = blue\n")
                        .directory("tmp", 01777)
                        .file("tmp/left.log", 0644, "x".repeat(3000));
        LayerDraft change =
                Drafts.layer()
                        .file("etc/motd", 0644, "hello again\n")
                        .file("etc/tool.conf", 0600, "colour = blue\n")
                        .directory("srv", 0755)
                        .file("srv/new.txt", 0644, "brand new\n")
                        .whiteout("tmp/left.log");
        return new ImageDraft(
                "demo/layered:1",
                new Platform("linux", "amd64", null),
                List.of("sh"),
                List.of("COLOUR=blue"),
                Map.of(),
                Drafts.TIME,
                List.of(
                        new Step("COPY base / # buildkit", base.items()),
                        new Step("ENV COLOUR=blue", List.of()),
                        new Step("RUN /bin/sh -c change things # buildkit", change.items()),
                        new Step("CMD [\"sh\"]", List.of())));
    }

    /**
     * An image of a base that all of these share, and of one layer of its own.
     *
     * @param name such as {@code demo/family:1}
     */
    static Path member(Engine engine, String name) throws IOException {
        LayerDraft base =
                Drafts.layer().directory("etc", 0755).file("etc/base", 0644, "b".repeat(60_000));
        LayerDraft own = Drafts.layer().file("etc/name", 0644, name.repeat(500));
        return engine.write(
                new ImageDraft(
                        name,
                        new Platform("linux", "amd64", null),
                        List.of("sh"),
                        List.of(),
                        Map.of("org.example.kind", "family"),
                        Drafts.TIME,
                        List.of(
                                new Step("COPY base / # buildkit", base.items()),
                                new Step("COPY own / # buildkit", own.items()))),
                name.replaceAll("[^a-z0-9]+", "-") + ".tar");
    }

    /** The base of {@link #member} alone. */
    static Path base(Engine engine, String name) throws IOException {
        LayerDraft base =
                Drafts.layer().directory("etc", 0755).file("etc/base", 0644, "b".repeat(60_000));
        return engine.write(
                Drafts.of(name, List.of(new Step("COPY base / # buildkit", base.items()))),
                name.replaceAll("[^a-z0-9]+", "-") + ".tar");
    }

    /** Many files beside each other. */
    static Path wide(Engine engine, int files) throws IOException {
        LayerDraft layer = Drafts.layer();
        for (int i = 0; i < files; i++) {
            layer.file(String.format("file%03d", i), 0644, "x");
        }
        return Drafts.write(engine, "wide", new Step("COPY files / # buildkit", layer.items()));
    }

    /** A log removed by a whiteout, a cache made opaque, and a folder that became a link. */
    static Path hidden(Engine engine) throws IOException {
        LayerDraft base =
                Drafts.layer()
                        .directory("etc", 0755)
                        .file("etc/motd", 0644, "hello\n")
                        .directory("var", 0755)
                        .directory("var/cache", 0755)
                        .file("var/cache/index", 0644, "x".repeat(5000))
                        .file("var/left.log", 0644, "secret\n".repeat(600))
                        .directory("lib", 0755)
                        .file("lib/tool.so", 0755, "so");
        LayerDraft clean =
                Drafts.layer()
                        .whiteout("var/left.log")
                        .opaque("var/cache")
                        .file("var/cache/new", 0644, "fresh\n")
                        .symlink("lib", "usr/lib")
                        .file("usr/lib/tool.so", 0755, "so");
        LayerDraft last = Drafts.layer().file("etc/motd", 0644, "bye\n");
        return Drafts.write(
                engine,
                "hidden",
                new Step("COPY base / # buildkit", base.items()),
                new Step("RUN /bin/sh -c clean up # buildkit", clean.items()),
                new Step("COPY motd /etc/ # buildkit", last.items()));
    }

    /** A sound upper layer over one that names a path twice. */
    static Path odd(Engine engine) throws IOException {
        LayerDraft base =
                Drafts.layer()
                        .directory("etc", 0755)
                        .file("etc/tool.conf", 0644, "first\n")
                        .file("etc/tool.conf", 0644, "second\n");
        LayerDraft upper = Drafts.layer().file("etc/motd", 0644, "hello\n");
        return Drafts.write(
                engine,
                "odd",
                new Step("COPY base / # buildkit", base.items()),
                new Step("COPY motd /etc/ # buildkit", upper.items()));
    }

    /** The layered image with one byte of its upper layer changed. */
    static Path damaged(Engine engine) throws IOException {
        Path file = engine.write(draft(), "damaged.tar");
        damage(file, "brand new");
        return file;
    }

    /** The layered image with one byte of each layer changed. */
    static Path allDamaged(Engine engine) throws IOException {
        Path file = engine.write(draft(), "all-damaged.tar");
        damage(file, "hello\nworld");
        damage(file, "brand new");
        return file;
    }

    private static void damage(Path file, String words) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        byte[] text = words.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + text.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + text.length, text, 0, text.length)) {
                bytes[at] = '!';
                Files.write(file, bytes);
                return;
            }
        }
        throw new IllegalStateException("the text is not in the file");
    }

    /** A folder of two images without layers. */
    static Path two(Engine engine) throws IOException {
        Path folder = Files.createDirectories(engine.home().resolve("two"));
        StringBuilder manifest = new StringBuilder();
        for (String name : List.of("one", "other")) {
            String config =
                    "{\"architecture\":\"amd64\",\"os\":\"linux\",\"author\":\"%s\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]},\"history\":[{\"created_by\":\"ENV NAME=%s\",\"empty_layer\":true}]}"
                            .formatted(name, name);
            Files.writeString(folder.resolve(name), config);
            manifest.append(manifest.isEmpty() ? "[" : ",")
                    .append(
                            "{\"Config\":\"%s\",\"RepoTags\":[\"demo/%s:1\"],\"Layers\":[]}"
                                    .formatted(name, name));
        }
        Files.writeString(folder.resolve("manifest.json"), manifest.append(']'));
        return folder;
    }

    /**
     * An archive whose one layer is {@code size} bytes of nothing, which takes no room on the disk
     * but long to read.
     */
    static Path slow(Engine engine, long size) throws IOException {
        String diffId = "0".repeat(64);
        String config =
                "{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\"sha256:"
                        + diffId
                        + "\"]}}";
        String manifest =
                "[{\"Config\":\"config.json\",\"RepoTags\":[\"demo/slow:1\"],\"Layers\":[\"layer.tar\"]}]";
        Path file = Files.createDirectories(engine.home()).resolve("slow.tar");
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            write(out, "manifest.json", manifest);
            write(out, "config.json", config);
            out.write(header("layer.tar", size));
            out.setLength(out.getFilePointer() + size + 1024);
        }
        return file;
    }

    private static void write(RandomAccessFile out, String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.write(header(name, bytes.length));
        out.write(bytes);
        out.write(new byte[-bytes.length & 511]);
    }

    private static byte[] header(String name, long size) {
        byte[] block = new byte[512];
        put(block, 0, name);
        put(block, 100, "0000644\0000000000\0000000000\000");
        put(block, 124, size < 1L << 33 ? String.format("%011o ", size) : "");
        put(block, 136, "00000000000 ");
        block[156] = '0';
        put(block, 257, "ustar\00000");
        Arrays.fill(block, 148, 156, (byte) ' ');
        int sum = 0;
        for (byte b : block) {
            sum += b & 0xff;
        }
        put(block, 148, String.format("%06o\0 ", sum));
        return block;
    }

    private static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }
}
