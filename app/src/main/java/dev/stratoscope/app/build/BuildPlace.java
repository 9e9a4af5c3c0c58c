package dev.stratoscope.app.build;

import dev.stratoscope.model.dockerfile.Dockerfile;
import dev.stratoscope.model.dockerfile.DockerfileException;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * A Dockerfile and the folder that its COPYs read. Immutable.
 *
 * @param context the folder
 * @param file the Dockerfile
 */
public record BuildPlace(Path context, Path file) {
    private static final List<String> NAMES = List.of("Dockerfile", "Containerfile");
    private static final List<String> IMAGES = List.of("oci-layout", "manifest.json", "index.json");
    private static final int LONGEST = 1 << 16;
    private static final int MOST_NAMES = 50;

    /**
     * What a file or folder is to a builder: told by names, and by what is in a file whose name
     * does not tell. Reads, so it belongs to the background.
     *
     * @return null where it is no Dockerfile and holds none, or holds an image
     */
    public static @Nullable BuildPlace of(Path path) throws IOException {
        Path whole = path.toAbsolutePath().normalize();
        if (Files.isDirectory(whole)) {
            boolean image = IMAGES.stream().anyMatch(name -> Files.exists(whole.resolve(name)));
            return image ? null : within(whole);
        }
        Path folder = whole.getParent();
        if (folder == null || !Files.isRegularFile(whole)) {
            return null;
        }
        return isNamed(String.valueOf(whole.getFileName())) || reads(whole)
                ? new BuildPlace(folder, whole)
                : null;
    }

    private static @Nullable BuildPlace within(Path folder) {
        return NAMES.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> new BuildPlace(folder, file))
                .orElse(null);
    }

    /** Whether a file's name alone says that it is a Dockerfile. */
    public static boolean isNamed(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return NAMES.stream()
                .map(known -> known.toLowerCase(Locale.ROOT))
                .anyMatch(
                        known ->
                                lower.equals(known)
                                        || lower.endsWith("." + known)
                                        || (lower.startsWith(known + ".")
                                                && !lower.endsWith(".dockerignore")
                                                && !lower.endsWith(".tar")
                                                && !lower.endsWith(".gz")));
    }

    private static boolean reads(Path file) throws IOException {
        if (Files.size(file) > LONGEST) {
            return false;
        }
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(LONGEST);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0 || !text.toLowerCase(Locale.ROOT).contains("from ")) {
            return false;
        }
        try {
            return !Dockerfile.parse("Dockerfile", text).stages().isEmpty();
        } catch (DockerfileException e) {
            return false;
        }
    }

    /** The Dockerfiles beside this one, and it, by their names. Reads, as {@link #of}. */
    List<String> names() throws IOException {
        Set<String> names = new TreeSet<>(Set.of(String.valueOf(file.getFileName())));
        Path folder = file.getParent();
        if (folder != null && Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
                for (Path one : all) {
                    String name = String.valueOf(one.getFileName());
                    if (isNamed(name) && Files.isRegularFile(one)) {
                        names.add(name);
                    }
                }
            }
        }
        return names.stream().limit(MOST_NAMES).toList();
    }

    /** As this, of another file of the same folder. */
    BuildPlace named(String name) {
        return new BuildPlace(context, file.resolveSibling(name).normalize());
    }

    /** What it is called for a person: the folder's name, or the file's where that is special. */
    public String title() {
        String name = String.valueOf(file.getFileName());
        Path last = context.getFileName();
        return NAMES.contains(name) && last != null ? last.toString() : name;
    }
}
