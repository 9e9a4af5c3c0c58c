package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies what only the lower tree has into the writable layer, with all that is said of it. What
 * the file system shows is the same before and after each step, so that it may end anywhere. For
 * whoever holds the file system's lock.
 */
final class CopyUp {
    private final Layers layers;

    CopyUp(Layers layers) {
        this.layers = layers;
    }

    /** A node that is in the writable layer, with all folders above it. */
    Node node(Node node) throws IOException {
        return copy(node, null);
    }

    /** As {@link #node}, of a regular file without its bytes. */
    Node withoutBytes(Node file) throws IOException {
        return copy(file, InputStream.nullInputStream());
    }

    private Node copy(Node node, @Nullable InputStream instead) throws IOException {
        Deque<Node> missing = new ArrayDeque<>();
        Node at = node;
        while (!at.isUp() && at.parent() != null) {
            missing.push(at);
            at = at.parent();
        }
        while (!missing.isEmpty()) {
            Node next = missing.pop();
            at = one(at, next, next.path().equals(node.path()) ? instead : null);
        }
        return at;
    }

    private Node one(Node folder, Node node, @Nullable InputStream instead) throws IOException {
        Upper upper = layers.upper();
        Attributes attributes = layers.attributes(node);
        switch (attributes.type()) {
            case DIRECTORY -> upper.makeDirectory(node.path(), attributes, false);
            case FILE -> {
                if (instead != null) {
                    upper.makeFile(node.path(), attributes, instead);
                } else {
                    try (InputStream bytes = layers.stream(node)) {
                        upper.makeFile(node.path(), attributes, bytes);
                    }
                }
            }
            default -> upper.makeSpecial(node.path(), attributes);
        }
        keepTime(folder);
        return new Node(folder, node.path(), node.below(), upper.say(node.path()));
    }

    private void keepTime(Node folder) throws IOException {
        if (folder.said() != null) {
            layers.upper().set(folder.path(), layers.attributes(folder));
        }
    }

    /**
     * Copies all that is shown in a folder of the writable layer, so that it hides what is below it
     * and can be moved. Names of one file stay names of one file.
     *
     * @return the folders that were not opaque and are now, in the order that they were made so
     */
    List<ByteString> tree(Node top) throws IOException {
        Upper upper = layers.upper();
        Deque<Node> open = new ArrayDeque<>();
        List<Node> folders = new ArrayList<>();
        Map<FileNumber, ByteString> copies = new HashMap<>();
        open.push(top);
        while (!open.isEmpty()) {
            Node folder = open.pop();
            if (layers.merged(folder) >= 0) {
                folders.add(folder);
            }
            for (ByteString name : layers.names(folder)) {
                Node child = layers.child(folder, name);
                if (child == null) {
                    continue;
                }
                boolean directory = layers.isDirectory(child);
                if (child.isUp()) {
                    if (directory) {
                        open.push(child);
                    }
                } else if (directory) {
                    open.push(one(folder, child, null));
                } else {
                    ByteString same = copies.putIfAbsent(layers.number(child), child.path());
                    if (same == null) {
                        one(folder, child, null);
                    } else {
                        upper.link(same, child.path());
                        keepTime(folder);
                    }
                }
            }
        }
        for (Node folder : folders) {
            close(folder);
        }
        return folders.stream().map(Node::path).toList();
    }

    /** Once all names are copied, hides what is below, and drops the whiteouts that did. */
    private void close(Node folder) throws IOException {
        Upper upper = layers.upper();
        upper.setOpaque(folder.path(), true);
        for (ByteString name : upper.names(folder.path())) {
            ByteString path = Parts.join(folder.path(), name);
            Upper.Said said = upper.say(path);
            if (said != null && said.isWhiteout()) {
                upper.forget(path);
            }
        }
        keepTime(folder);
    }
}
