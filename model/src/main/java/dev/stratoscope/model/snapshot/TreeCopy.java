package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.host.Stat;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies an upper folder as it is: whiteouts, opaque marks, hard links, owners, times. What goes
 * away meanwhile is left out, and so are sockets.
 */
final class TreeCopy {
    /** It tells one upper folder from another, so a copy gets its own. */
    private static final ByteString UUID = ByteString.of("trusted.overlay.uuid");

    private final LiveDirectory from;
    private final LiveDirectory to;
    private final Progress progress;
    private final Deque<ByteString> waiting = new ArrayDeque<>(List.of(ByteString.EMPTY));
    private final List<ByteString> folders = new ArrayList<>();
    private final Map<Long, ByteString> firstNames = new HashMap<>();

    TreeCopy(LiveDirectory from, LiveDirectory to, Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress.child("Copying", -1);
    }

    void run() throws IOException {
        while (!waiting.isEmpty()) {
            folder(waiting.remove());
        }
        // The innermost first, since whatever is made in a folder changes its time.
        for (ByteString path : folders.reversed()) {
            try (LiveDirectory old = Way.open(from, path);
                    LiveDirectory copy = Way.open(to, path)) {
                Setting.set(copy, attributes(old.stat(), ByteString.EMPTY, old.xattrs()));
            } catch (NoSuchFileException | NotDirectoryException e) {
                // It went away after its contents were copied.
            }
        }
    }

    private void folder(ByteString path) throws IOException {
        try (LiveDirectory old = Way.open(from, path);
                LiveDirectory copy = Way.open(to, path)) {
            folders.add(path);
            for (ByteString name : old.names()) {
                progress.advance(1);
                try {
                    copy(old, copy, name, Way.child(path, name));
                } catch (NoSuchFileException e) {
                    // It went away.
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // It went away, or something else took its place.
        }
    }

    private void copy(LiveDirectory old, LiveDirectory copy, ByteString name, ByteString path)
            throws IOException {
        Stat stat = old.stat(name);
        EntryType type = stat == null ? null : stat.type();
        if (stat == null || type == null) {
            return;
        }
        if (type == EntryType.DIRECTORY) {
            copy.makeDirectory(name, 0700);
            waiting.add(path);
            return;
        }
        ByteString first = stat.names() > 1 ? firstNames.putIfAbsent(stat.inode(), path) : null;
        if (first != null) {
            try (LiveDirectory there = Way.open(to, Way.parent(first))) {
                copy.link(name, there, Way.name(first));
            }
            return;
        }
        ByteString link = ByteString.EMPTY;
        switch (type) {
            case FILE -> old.copyFile(name, copy, name);
            case SYMLINK -> {
                link = old.readLink(name);
                copy.symlink(name, link);
            }
            case FIFO -> copy.fifo(name, 0600);
            default -> copy.device(name, type, stat.deviceMajor(), stat.deviceMinor(), 0600);
        }
        Setting.set(copy, name, attributes(stat, link, old.xattrs(name)));
    }

    private static Attributes attributes(
            Stat stat, ByteString link, Map<ByteString, ByteString> xattrs) {
        Map<ByteString, ByteString> kept = new HashMap<>(xattrs);
        kept.remove(UUID);
        return Said.attributes(stat, link, kept);
    }
}
