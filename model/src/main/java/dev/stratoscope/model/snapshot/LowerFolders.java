package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.host.Stat;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The unpacked layers below an upper folder, seen as one. Not for several threads. */
final class LowerFolders implements Closeable {
    private final List<LiveDirectory> roots = new ArrayList<>();

    /**
     * Opens them.
     *
     * @param layers the folder that they lie in
     * @param names the topmost first
     */
    LowerFolders(Path layers, List<String> names) throws IOException {
        try {
            for (String name : names) {
                roots.add(LiveDirectory.open(layers.resolve(name).resolve("fs")));
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** What they show of a folder: its attributes, and of each name in it what it is. */
    record Shown(Attributes attributes, Map<ByteString, Kind> names) {}

    /** The folder at a path; null when they show something else there, or nothing. */
    @Nullable Shown folder(ByteString path) throws IOException {
        Attributes attributes = null;
        Map<ByteString, Kind> names = new TreeMap<>();
        for (LiveDirectory root : roots) {
            Step found = reach(root, Way.parts(path));
            try (LiveDirectory at = found.folder()) {
                if (at != null) {
                    Map<ByteString, ByteString> xattrs = at.xattrs();
                    if (attributes == null) {
                        attributes =
                                Said.attributes(at.stat(), ByteString.EMPTY, Marks.strip(xattrs));
                    }
                    for (ByteString name : at.names()) {
                        names.putIfAbsent(name, Kind.of(at.stat(name)));
                    }
                }
            }
            if (found.last()) {
                break;
            }
        }
        names.values().removeIf(kind -> kind == Kind.WHITEOUT || kind == Kind.NOTHING);
        return attributes == null ? null : new Shown(attributes, names);
    }

    /**
     * What one layer has at a path.
     *
     * @param folder open; null when there is none
     * @param last whether nothing of the layers below it is seen there
     */
    private record Step(@Nullable LiveDirectory folder, boolean last) {}

    private static Step reach(LiveDirectory root, List<ByteString> parts) throws IOException {
        LiveDirectory at = root.again();
        boolean last = false;
        for (ByteString part : parts) {
            try (LiveDirectory around = at) {
                Stat stat = around.stat(part);
                if (stat == null || !stat.isDirectory()) {
                    return new Step(null, last || stat != null);
                }
                at = around.directory(part);
            }
            last |= Marks.isOpaque(at.xattrs());
        }
        return new Step(at, last);
    }

    @Override
    public void close() throws IOException {
        IOException problem = null;
        for (LiveDirectory root : roots) {
            try {
                root.close();
            } catch (IOException e) {
                problem = e;
            }
        }
        if (problem != null) {
            throw problem;
        }
    }
}
