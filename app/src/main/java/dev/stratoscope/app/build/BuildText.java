package dev.stratoscope.app.build;

import dev.stratoscope.model.image.Reference;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Locale;

/**
 * The text of a Dockerfile, and what a form begins with. Immutable.
 *
 * @param tag a name for the image, after the folder; empty where that cannot be one
 * @param epoch the time that is said of everything made: of the environment, else of the file
 */
record BuildText(String text, String tag, long epoch) {
    private static final long MOST = 1 << 20;

    /** Reads a file; not on the JavaFX thread. */
    static BuildText read(BuildPlace place, Clock clock) throws IOException {
        Path file = place.file();
        if (Files.size(file) > MOST) {
            throw new FileSystemException(
                    file.toString(), null, "is larger than 1 MiB and so no Dockerfile");
        }
        String text;
        try {
            text = Files.readString(file).replace("\r\n", "\n");
        } catch (CharacterCodingException e) {
            throw new FileSystemException(file.toString(), null, "is not a text in UTF-8");
        }
        long modified = Files.getLastModifiedTime(file).toMillis() / 1000;
        return new BuildText(
                text, tag(place), Math.min(modified, clock.instant().getEpochSecond()));
    }

    private static String tag(BuildPlace place) {
        Path folder = place.context().getFileName();
        String name =
                folder == null
                        ? ""
                        : folder.toString()
                                .toLowerCase(Locale.ROOT)
                                .replaceAll("[^a-z0-9]+", "-")
                                .replaceAll("^-+|-+$", "");
        try {
            return name.isEmpty() ? "" : Reference.parse(name).withDefaultTag().familiar();
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Writes a text in the place of a file; another program sees the old one or the new one. */
    static Path write(Path file, String text) throws IOException {
        Path real = Files.exists(file) ? file.toRealPath() : file;
        boolean carried = Files.exists(real) && Files.readString(real).contains("\r\n");
        String lines = carried ? text.replace("\n", "\r\n") : text;
        Path folder = real.toAbsolutePath().getParent();
        Path fresh = Files.createTempFile(folder, "Dockerfile", ".part");
        try {
            Files.write(fresh, lines.getBytes(StandardCharsets.UTF_8));
            if (Files.exists(real) && Files.getFileStore(real).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(real));
            }
            return Files.move(fresh, real, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
