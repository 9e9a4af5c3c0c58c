package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.CopyOption;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.LinkOption;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Copies one file, folder without what is in it, link or special file, as {@link
 * java.nio.file.Files#copy} of the JDK's own file system does.
 *
 * @param replace whether it may take the place of something else
 * @param follow whether it is what a symbolic link leads to that is copied
 * @param attributes whether owner, mode, time and extended attributes are copied
 */
record Copying(boolean replace, boolean follow, boolean attributes) {
    static Copying of(CopyOption... options) {
        Set<CopyOption> all = new HashSet<>(Arrays.asList(options));
        for (CopyOption option : all) {
            if (option == StandardCopyOption.ATOMIC_MOVE
                    || !(option instanceof StandardCopyOption || option instanceof LinkOption)) {
                throw new UnsupportedOperationException(option + " is not supported");
            }
        }
        return new Copying(
                all.contains(StandardCopyOption.REPLACE_EXISTING),
                !all.contains(LinkOption.NOFOLLOW_LINKS),
                all.contains(StandardCopyOption.COPY_ATTRIBUTES));
    }

    void copy(Layers layers, Changes changes, UnionPath source, UnionPath target)
            throws IOException {
        Node from = UnionFileSystem.existing(layers, source, follow);
        Spot to = Walk.to(layers, target, false);
        Node there = to.node();
        if (there != null) {
            if (layers.number(there).equals(layers.number(from))) {
                return;
            }
            if (!replace) {
                throw new FileAlreadyExistsException(target.toString());
            }
            changes.delete(to, target);
            from = layers.again(from);
            to = Walk.to(layers, target, false);
        }
        Attributes copied = attributes(changes, to, layers.attributes(from));
        switch (copied.type()) {
            case DIRECTORY -> changes.makeDirectory(to, target, copied);
            case FILE -> {
                try (InputStream bytes = layers.stream(from)) {
                    changes.makeFile(to, target, copied, bytes);
                }
            }
            default -> changes.makeSpecial(to, target, copied);
        }
    }

    private Attributes attributes(Changes changes, Spot to, Attributes from) {
        if (attributes) {
            return from;
        }
        int mode = from.type() == EntryType.SYMLINK ? from.mode() : from.mode() & ~FirstMode.MASK;
        if (from.type() == EntryType.DIRECTORY) {
            mode &= 01777;
        }
        Attributes fresh = changes.fresh(to, from.type(), mode, from.link());
        return new Attributes(
                fresh.type(),
                fresh.mode(),
                fresh.uid(),
                fresh.gid(),
                fresh.user(),
                fresh.group(),
                0,
                fresh.mtimeSeconds(),
                fresh.mtimeNanos(),
                fresh.link(),
                from.deviceMajor(),
                from.deviceMinor(),
                fresh.xattrs());
    }
}
