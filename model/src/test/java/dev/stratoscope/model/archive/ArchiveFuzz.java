package dev.stratoscope.model.archive;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.Packing;
import dev.stratoscope.model.Refusals;
import dev.stratoscope.model.TestArchive;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fuzz target: a file is opened and everything in it read, or refused. The input is a whole tar, or
 * the parts of an archive, so that digests hold: a part may say {@code @2} and {@code #2} for the
 * digest and the size of part 2.
 */
public final class ArchiveFuzz {
    /** Stands between the parts. */
    public static final String SEPARATOR = "\n--\n";

    private static final Limits LIMITS = Limits.DEFAULT.with("expandedBytes", 16 << 20);
    private static final Path FILE = file();

    private ArchiveFuzz() {}

    /** Called by the fuzzer. The first byte says how the archive is packed. */
    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        if (data.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(data, 1, data.length);
        List<String> parts =
                List.of(new String(rest, StandardCharsets.ISO_8859_1).split(SEPARATOR, -1));
        Packing packing =
                switch (data[0] & 3) {
                    case 1 -> Packing.GZIP;
                    case 2 -> Packing.ZSTD;
                    default -> Packing.NONE;
                };
        if (parts.size() == 1) {
            Files.write(FILE, packing.pack(FuzzBytes.sealed(rest)));
        } else {
            TestArchive.of(members(parts)).tar(FILE, packing);
        }
        open();
    }

    private static void open() {
        try (Engine engine = Engine.open(FILE.resolveSibling("home"), Clock.systemUTC(), LIMITS)) {
            OpenImage image = engine.open(ImageSource.of(FILE), null, Progress.NONE);
            image.verify(Progress.NONE);
            image.tree(Progress.NONE).totals();
            image.history(Progress.NONE);
        } catch (IOException e) {
            Refusals.check(e);
        }
    }

    /** The first part is the index or docker's manifest, the others are blobs. */
    private static Map<String, byte[]> members(List<String> parts) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        List<byte[]> blobs = new ArrayList<>();
        for (int i = parts.size() - 1; i >= 0; i--) {
            String part = parts.get(i);
            for (int at = 0; at < blobs.size(); at++) {
                int number = parts.size() - 1 - at;
                part = part.replace("@" + number, Digest.sha256(blobs.get(at)).toString());
                part = part.replace("#" + number, Integer.toString(blobs.get(at).length));
            }
            byte[] bytes = part.getBytes(StandardCharsets.ISO_8859_1);
            blobs.add(i > 0 ? FuzzBytes.sealed(bytes) : bytes);
        }
        byte[] first = blobs.removeLast();
        boolean docker = first.length > 0 && first[0] == '[';
        members.put(docker ? DockerArchive.MANIFEST : OciLayout.INDEX, first);
        for (int at = 0; at < blobs.size(); at++) {
            members.put(
                    docker ? "m" + (parts.size() - 1 - at) : path(blobs.get(at)), blobs.get(at));
        }
        return members;
    }

    private static String path(byte[] blob) {
        return OciLayout.path(Digest.sha256(blob));
    }

    private static Path file() {
        try {
            return Files.createTempDirectory("fuzz").resolve("image.tar");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
