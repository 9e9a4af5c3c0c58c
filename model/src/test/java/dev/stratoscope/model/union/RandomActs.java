package dev.stratoscope.model.union;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Random calls on a tree of few names, the same for the same seed, whatever the tree is in. */
final class RandomActs {
    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static final List<String> FOLDER_MODES = List.of("rwxr-xr-x", "rwx------");
    private static final List<String> MODES = List.of("rw-r--r--", "rw-------", "rwxr-xr-x");

    private RandomActs() {}

    /**
     * One call.
     *
     * @param root the folder all paths are below
     * @return what was called and what it said; the same of file systems that do the same
     */
    static String act(Random random, Path root) {
        Path path = path(random, root);
        Path other = path(random, root);
        int which = random.nextInt(18);
        String text = "x".repeat(random.nextInt(20)) + random.nextInt(1000);
        List<CopyOption> options =
                switch (random.nextInt(4)) {
                    case 0 -> List.of(StandardCopyOption.REPLACE_EXISTING);
                    case 1 -> List.of(StandardCopyOption.ATOMIC_MOVE);
                    default -> List.of();
                };
        String target = target(random);
        String called =
                which
                        + " "
                        + root.relativize(path)
                        + " "
                        + root.relativize(other)
                        + " "
                        + options
                        + " "
                        + target;
        try {
            return called + ": " + call(which, path, other, text, options, target, root);
        } catch (IOException e) {
            return called + ": " + kind(e, options);
        }
    }

    private static String call(
            int which,
            Path path,
            Path other,
            String text,
            List<CopyOption> options,
            String target,
            Path root)
            throws IOException {
        CopyOption[] given = options.toArray(new CopyOption[0]);
        switch (which) {
            case 0, 1 -> Files.createDirectory(path);
            case 2 -> Files.createFile(path);
            case 3, 4 -> Files.writeString(path, text);
            case 5 -> Files.writeString(path, text, StandardOpenOption.APPEND);
            case 6 -> Files.delete(path);
            case 7, 8, 9 -> {
                if (isPlain(root, path, other, options)) {
                    Files.move(path, other, given);
                }
            }
            case 10 -> {
                if (!options.contains(StandardCopyOption.ATOMIC_MOVE)
                        && isPlain(root, path, other, options)) {
                    Files.copy(path, other, given);
                }
            }
            case 11 -> Files.copy(path, other, LinkOption.NOFOLLOW_LINKS);
            case 12 -> Files.createSymbolicLink(path, Sample.target(root, target));
            case 13 -> Files.createLink(path, other);
            case 14 -> {
                List<String> modes = Files.isDirectory(path) ? FOLDER_MODES : MODES;
                String mode = modes.get(text.length() % modes.size());
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
            }
            case 15 -> {
                try (Stream<Path> children = Files.list(path)) {
                    return new TreeSet<>(
                                    children.map(root::relativize).map(Path::toString).toList())
                            .toString();
                }
            }
            case 16 -> {
                try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap(new byte[] {'W'}), text.length());
                    channel.truncate(text.length() / 2 + 1);
                }
            }
            default -> {
                return Files.isRegularFile(path)
                        ? Files.readString(path)
                        : "" + root.toRealPath().relativize(path.toRealPath());
            }
        }
        return "done";
    }

    /**
     * Whether it does not matter that the JDK replaces in two steps: it removes what is replaced
     * before it finds that the source lies in it, or was reached through it.
     */
    private static boolean isPlain(Path root, Path path, Path other, List<CopyOption> options) {
        return !options.contains(StandardCopyOption.REPLACE_EXISTING)
                || (!path.startsWith(other)
                        && !other.startsWith(path)
                        && !Files.isSymbolicLink(path)
                        && isDirect(root, path)
                        && isDirect(root, other));
    }

    private static boolean isDirect(Path root, Path path) {
        for (Path at = path.getParent(); at != null && !at.equals(root); at = at.getParent()) {
            if (Files.isSymbolicLink(at)) {
                return false;
            }
        }
        return true;
    }

    /** What the JDK tells in its own words only, it may be told of in others. */
    private static String kind(IOException e, List<CopyOption> options) {
        if (options.contains(StandardCopyOption.ATOMIC_MOVE)
                && e instanceof DirectoryNotEmptyException) {
            return "refused";
        }
        for (Class<?> known :
                List.of(
                        NoSuchFileException.class,
                        FileAlreadyExistsException.class,
                        DirectoryNotEmptyException.class,
                        NotLinkException.class)) {
            if (known.isInstance(e)) {
                return known.getSimpleName();
            }
        }
        return "refused";
    }

    private static Path path(Random random, Path root) {
        Path path = root;
        for (int depth = random.nextInt(3); depth >= 0; depth--) {
            path = path.resolve(NAMES.get(random.nextInt(NAMES.size())));
        }
        return path;
    }

    /** A link's target, which leads to some name below the root, never to the root or out of it. */
    private static String target(Random random) {
        StringBuilder target = new StringBuilder(random.nextInt(3) == 0 ? "/" : "");
        target.append(NAMES.get(random.nextInt(NAMES.size())));
        if (random.nextBoolean()) {
            target.append("/").append(NAMES.get(random.nextInt(NAMES.size())));
        }
        if (random.nextInt(4) == 0) {
            target.append("/../").append(NAMES.get(random.nextInt(NAMES.size())));
        }
        return target.toString();
    }
}
