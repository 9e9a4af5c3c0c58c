package dev.stratoscope.app.build;

import dev.stratoscope.model.image.Reference;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The text of a Dockerfile, and what a form begins with. Immutable.
 *
 * @param isThere whether there is such a file
 * @param tag a name for the image, after the folder; empty where that cannot be one
 * @param epoch the time that is said of everything made: of the environment, else of the file
 * @param names the Dockerfiles of the same folder
 */
record BuildText(String text, boolean isThere, String tag, long epoch, List<String> names) {
    private static final long MOST = 1 << 20;

    /** Copies the list. */
    BuildText {
        names = List.copyOf(names);
    }

    /** Reads a file; one that is not there is empty. Not on the JavaFX thread. */
    static BuildText read(BuildPlace place, Clock clock) throws IOException {
        Path file = place.file();
        long now = clock.instant().getEpochSecond();
        String text = onDisk(file);
        long written = text == null ? now : Files.getLastModifiedTime(file).toMillis() / 1000;
        return new BuildText(
                text == null ? "" : text,
                text != null,
                tag(place),
                Math.min(written, now),
                place.names());
    }

    /** What a file holds, with plain ends of lines; null where there is none. */
    static @Nullable String onDisk(Path file) throws IOException {
        try {
            if (Files.size(file) > MOST) {
                throw new FileSystemException(
                        file.toString(), null, "is larger than 1 MiB and so no Dockerfile");
            }
            return Files.readString(file).replace("\r\n", "\n");
        } catch (NoSuchFileException e) {
            return null;
        } catch (CharacterCodingException e) {
            throw new FileSystemException(file.toString(), null, "is not a text in UTF-8");
        }
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

    /**
     * Writes a text in the place of a file; another program sees the old one or the new one.
     *
     * @param known what the file held when it was read last; null where there was none
     * @return what it holds instead, and nothing was written; null where it was
     */
    static @Nullable Other write(Path file, String text, @Nullable String known)
            throws IOException {
        String there = onDisk(file);
        if (!Objects.equals(there, known) && !text.equals(there)) {
            return new Other(there);
        }
        write(file, text);
        return null;
    }

    /** What another program wrote; null where it removed the file. */
    record Other(@Nullable String text) {}

    private static void write(Path file, String text) throws IOException {
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
            Files.move(fresh, real, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
