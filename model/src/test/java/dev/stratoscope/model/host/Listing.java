package dev.stratoscope.model.host;

import dev.stratoscope.model.image.Digest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies below a folder of the disk, as text. */
final class Listing {
    private Listing() {}

    /** Of each path its kind, mode, time in seconds, and contents or target; the folder as ".". */
    static Map<String, String> of(Path folder) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path name = folder.relativize(file);
                all.put(name.toString().isEmpty() ? "." : name.toString(), line(file));
            }
        }
        return all;
    }

    private static String line(Path file) throws IOException {
        Map<String, Object> found =
                Files.readAttributes(
                        file, "unix:mode,lastModifiedTime,isDirectory", LinkOption.NOFOLLOW_LINKS);
        String mode = Integer.toOctalString((Integer) found.get("mode") & 07777);
        String time =
                Long.toString(
                        Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis()
                                / 1000);
        if (Files.isSymbolicLink(file)) {
            return "l " + time + " " + Files.readSymbolicLink(file);
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return "d " + mode + " " + time;
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return "p " + mode + " " + time;
        }
        return "f " + mode + " " + time + " " + Digest.sha256(Files.readAllBytes(file)).shortHex();
    }
}
