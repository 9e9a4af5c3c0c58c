package dev.stratoscope.model.host;

import dev.stratoscope.model.tree.Subtree;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folders of a destination that are open now: few, whatever the depth. One that was closed is
 * reached again from the base, name by name and never through a link. Not for several threads.
 */
final class OpenFolders implements AutoCloseable {
    private static final int MOST = 64;

    /** How many of the folders on the way to one stay open; so two can be used together. */
    private static final int TRAIL = 16;

    private final Landing landing;
    private final Subtree files;
    private final Map<Integer, Directory> open = new LinkedHashMap<>(MOST, 0.75f, true);

    OpenFolders(Landing landing, Subtree files) {
        this.landing = landing;
        this.files = files;
    }

    /** The folder that a node is in. Stays open for this call and the next. */
    Directory parentOf(int node) throws IOException {
        return node == files.top() ? landing.base() : of(files.tree().parent(node));
    }

    /**
     * The folder that a node is. Stays open for this call and the next.
     *
     * @throws InTheWayException when a file or a link is there
     */
    Directory of(int node) throws IOException {
        List<Integer> way = new ArrayList<>();
        Directory at = null;
        for (int on = node; at == null; on = files.tree().parent(on)) {
            at = open.get(on);
            if (at == null && on == files.top() && landing.name() == null) {
                at = landing.base();
            }
            if (at == null) {
                way.add(on);
                if (on == files.top()) {
                    at = landing.base();
                }
            }
        }
        @Nullable Directory passing = null;
        try {
            for (int i = way.size() - 1; i >= 0; i--) {
                Directory next = enter(at, way.get(i));
                if (passing != null) {
                    passing.close();
                }
                passing = i < TRAIL ? null : next;
                at = next;
                if (i < TRAIL) {
                    keep(way.get(i), next);
                }
            }
            return at;
        } catch (IOException e) {
            if (passing != null) {
                passing.close();
            }
            throw e;
        }
    }

    private Directory enter(Directory from, int node) throws IOException {
        try {
            return from.directory(landing.nameOf(node, files));
        } catch (NotDirectoryException e) {
            throw new InTheWayException(
                    e.getFile(), "a file or symbolic link is in the way of a folder");
        }
    }

    private void keep(int node, Directory folder) throws IOException {
        open.put(node, folder);
        if (open.size() > MOST) {
            Iterator<Directory> oldest = open.values().iterator();
            try (Directory _ = oldest.next()) {
                oldest.remove();
            }
        }
    }

    @Override
    public void close() throws IOException {
        IOException problem = null;
        for (Directory folder : open.values()) {
            try {
                folder.close();
            } catch (IOException e) {
                problem = e;
            }
        }
        open.clear();
        if (problem != null) {
            throw problem;
        }
    }
}
