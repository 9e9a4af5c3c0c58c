package dev.stratoscope.model.tree;

import dev.stratoscope.model.ImageDraft;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Layers applied to a real directory, entry by entry, as image-spec's layer.md says: what an
 * extractor does that never follows a link. Paths of this layer are remembered, since whiteouts and
 * opaque marks act on the layers below only.
 */
final class Extraction {
    private final Path root;
    private final boolean owners;

    /** What this layer has an entry for, and the directories that only lead there. */
    private final Set<Path> said = new HashSet<>();

    private final Set<Path> implied = new HashSet<>();

    /** An extraction into an empty directory; owners can be set by root only. */
    Extraction(Path root, boolean owners) {
        this.root = root;
        this.owners = owners;
    }

    void apply(List<ImageDraft.Item> layer) throws IOException {
        said.clear();
        implied.clear();
        for (ImageDraft.Item item : layer) {
            apply(item);
        }
    }

    private void apply(ImageDraft.Item item) throws IOException {
        Path path = root.resolve(item.path().toString());
        Path parent = path.getParent();
        String name = path.getFileName().toString();
        if (name.startsWith(".wh.") && isBelowFile(parent)) {
            return;
        }
        makeDirectories(parent);
        if (name.equals(".wh..wh..opq")) {
            removeLowerChildren(parent);
        } else if (name.startsWith(".wh.")) {
            Path hidden = parent.resolve(name.substring(4));
            if (exists(hidden)) {
                removeLower(hidden);
            }
        } else {
            create(path, item);
        }
    }

    /** Whether this layer brought something else than a directory at a path or above it. */
    private boolean isBelowFile(Path path) {
        for (Path above = path; !above.equals(root); above = above.getParent()) {
            if (said.contains(above) && !isDirectory(above)) {
                return true;
            }
        }
        return false;
    }

    private void create(Path path, ImageDraft.Item item) throws IOException {
        Attributes attributes = item.attributes();
        boolean directory = attributes.type() == EntryType.DIRECTORY;
        boolean here = isDirectory(path);
        if (exists(path) && !(directory && here)) {
            remove(path);
        }
        switch (attributes.type()) {
            case DIRECTORY -> {
                if (!here) {
                    Files.createDirectory(path);
                }
            }
            case FILE -> Files.write(path, item.content().toByteArray());
            case SYMLINK -> Files.createSymbolicLink(path, Path.of(attributes.link().toString()));
            case HARDLINK -> Files.createLink(path, root.resolve(attributes.link().toString()));
            default -> throw new IllegalArgumentException(attributes.type().word());
        }
        said.add(path);
        if (attributes.type() == EntryType.HARDLINK) {
            return;
        }
        if (owners) {
            Files.setAttribute(path, "unix:uid", (int) attributes.uid(), LinkOption.NOFOLLOW_LINKS);
        }
        if (attributes.type() != EntryType.SYMLINK) {
            Files.setPosixFilePermissions(path, permissions(attributes.mode()));
            Files.setLastModifiedTime(path, FileTime.from(attributes.mtime()));
        }
    }

    private void makeDirectories(Path path) throws IOException {
        if (path.equals(root)) {
            return;
        }
        makeDirectories(path.getParent());
        if (!isDirectory(path)) {
            if (exists(path)) {
                remove(path);
            }
            makeImplied(path);
        }
        implied.add(path);
    }

    private void makeImplied(Path path) throws IOException {
        if (!isDirectory(path)) {
            Files.createDirectory(path);
        }
        Files.setPosixFilePermissions(path, permissions(0755));
        if (owners) {
            Files.setAttribute(path, "unix:uid", 0, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Removes what the layers below have at a path and leaves what this one has. */
    private void removeLower(Path path) throws IOException {
        if (said.contains(path)) {
            if (isDirectory(path)) {
                removeLowerChildren(path);
            }
        } else if (implied.contains(path)) {
            makeImplied(path);
            removeLowerChildren(path);
        } else {
            remove(path);
        }
    }

    private void removeLowerChildren(Path directory) throws IOException {
        List<Path> children;
        try (Stream<Path> all = Files.list(directory)) {
            children = all.toList();
        }
        for (Path child : children) {
            removeLower(child);
        }
    }

    private void remove(Path path) throws IOException {
        said.removeIf(one -> one.startsWith(path));
        implied.removeIf(one -> one.startsWith(path));
        Files.walkFileTree(
                path,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes read)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path directory, @Nullable IOException e) throws IOException {
                        Files.delete(directory);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isDirectory(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = {
            PosixFilePermission.OTHERS_EXECUTE,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.OWNER_EXECUTE,
            PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.OWNER_READ
        };
        for (int bit = 0; bit < all.length; bit++) {
            if ((mode >> bit & 1) != 0) {
                set.add(all[bit]);
            }
        }
        return set;
    }
}
