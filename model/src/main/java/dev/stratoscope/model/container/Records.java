package dev.stratoscope.model.container;

import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.Printable;
import dev.stratoscope.model.task.Turn;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The records of containers: a folder each, named by the container's id, with the document {@code
 * container.json}, the file {@code lock}, and what the runtime keeps. A folder appears and goes
 * whole, by renaming. Safe for use by many threads and processes.
 */
final class Records {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.-]*");
    private static final int LONGEST_NAME = 128;
    private static final String DOCUMENT = "container.json";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** How many digits of an id are shown. */
    static final int SHORT = 12;

    private static final String LITTER = ".litter-";

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path root;
    private final Documents documents;
    private final SecureRandom random = new SecureRandom();

    /** Records below a folder, which is made with the first. */
    Records(Path root, Limits limits) {
        this.root = root;
        this.documents = new Documents(limits);
    }

    /**
     * What was read of a container.
     *
     * @param record null when it cannot be read
     * @param problem why not, in a line; null when it can
     */
    record Found(String id, @Nullable ContainerRecord record, @Nullable String problem) {}

    /** The folder of a container. */
    Path folder(String id) {
        return root.resolve(id);
    }

    /** Whether a container of this id is there at this moment, damaged or not. */
    boolean exists(String id) {
        return Files.isDirectory(folder(id));
    }

    /** All of them, in no order. */
    List<Found> all() throws IOException {
        List<Found> found = new ArrayList<>();
        try (Stream<Path> folders = Files.list(root)) {
            for (Path folder : folders.toList()) {
                String id = folder.getFileName() + "";
                if (ID.matcher(id).matches()) {
                    try {
                        found.add(found(id));
                    } catch (NoSuchContainerException e) {
                        // It was removed just now.
                    }
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return found;
        }
        return found;
    }

    /** What there is of an id. */
    Found found(String id) throws NoSuchContainerException {
        try {
            return new Found(id, read(id), null);
        } catch (NoSuchContainerException e) {
            throw e;
        } catch (IOException e) {
            return new Found(id, null, String.valueOf(e.getMessage()));
        }
    }

    /**
     * The record of an id as it is now.
     *
     * @throws NoSuchContainerException when it is gone
     * @throws IOException when it is damaged
     */
    ContainerRecord read(String id) throws IOException {
        Path file = folder(id).resolve(DOCUMENT);
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            if (Files.isDirectory(folder(id))) {
                throw new NoSuchFileException(file.toString(), null, "is missing");
            }
            throw new NoSuchContainerException(
                    id.substring(0, SHORT), "there is no such container");
        }
        return ContainerRecord.read(file.toString(), bytes, documents);
    }

    /** Takes the lock of one container. */
    Turn lock(String id) throws IOException {
        try {
            return Turn.take(folder(id).resolve("lock"), PATIENCE);
        } catch (NoSuchFileException e) {
            throw new NoSuchContainerException(
                    id.substring(0, SHORT), "there is no such container");
        }
    }

    /** An id that no container has. */
    String newId() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Keeps a new record under a name that nobody else has.
     *
     * @param wanted null makes one up
     * @throws NameTakenException when another container has it
     */
    ContainerRecord create(@Nullable String wanted, Making making) throws IOException {
        if (wanted != null) {
            check(wanted);
        }
        Files.createDirectories(root);
        try (Turn _ = Turn.take(root.resolve("lock"), PATIENCE)) {
            clearLitter();
            Set<String> names = names();
            if (wanted != null && names.contains(wanted)) {
                throw new NameTakenException(wanted);
            }
            String name = wanted == null ? MadeUpNames.next(random, names::contains) : wanted;
            ContainerRecord record = making.of(name);
            Path fresh = Files.createTempDirectory(root, LITTER, OWNER_ONLY);
            write(fresh.resolve(DOCUMENT), record.bytes());
            sync(fresh);
            Files.move(fresh, folder(record.id()), StandardCopyOption.ATOMIC_MOVE);
            sync(root);
            return record;
        }
    }

    /** Makes a record for a name. */
    interface Making {
        ContainerRecord of(String name);
    }

    /** Gives a container another name; the caller holds its lock. */
    ContainerRecord rename(String id, String name) throws IOException {
        check(name);
        try (Turn _ = Turn.take(root.resolve("lock"), PATIENCE)) {
            ContainerRecord record = read(id);
            if (record.name().equals(name)) {
                return record;
            }
            if (names().contains(name)) {
                throw new NameTakenException(name);
            }
            ContainerRecord named = record.named(name);
            Path fresh = folder(id).resolve(DOCUMENT + ".new");
            Files.deleteIfExists(fresh);
            write(fresh, named.bytes());
            Files.move(fresh, folder(id).resolve(DOCUMENT), StandardCopyOption.ATOMIC_MOVE);
            sync(folder(id));
            return named;
        }
    }

    /** Forgets a container; the caller holds its lock and removed all else there was of it. */
    void remove(String id) throws IOException {
        Path gone = Files.createTempDirectory(root, LITTER, OWNER_ONLY);
        Files.move(folder(id), gone, StandardCopyOption.ATOMIC_MOVE);
        sync(root);
        clear(gone);
    }

    /** Takes away what killed programs left. The caller holds the lock of all. */
    private void clearLitter() throws IOException {
        List<Path> litter;
        try (Stream<Path> listed = Files.list(root)) {
            litter = listed.filter(one -> (one.getFileName() + "").startsWith(LITTER)).toList();
        }
        for (Path one : litter) {
            clear(one);
        }
    }

    /** Removes a folder of ours with all in it; another program may do so at the same time. */
    private static void clear(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(folder)) {
            all = new ArrayList<>(walked.toList());
        } catch (NoSuchFileException | UncheckedIOException e) {
            return;
        }
        for (Path one : all.reversed()) {
            Files.deleteIfExists(one);
        }
    }

    private Set<String> names() throws IOException {
        Set<String> names = new HashSet<>();
        for (Found found : all()) {
            ContainerRecord record = found.record();
            if (record != null) {
                names.add(record.name());
            }
        }
        return names;
    }

    private static void check(String name) {
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    Printable.of(name)
                            + " is no name of a container: letters, digits, _ . and - only, and"
                            + " first a letter or digit");
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }
}
