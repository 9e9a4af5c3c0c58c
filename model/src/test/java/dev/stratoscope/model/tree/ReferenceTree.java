package dev.stratoscope.model.tree;

import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.image.Digest;

import org.jspecify.annotations.Nullable;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The naive oracle of {@link FileTree}: nested maps to which layers are applied one after another,
 * entry by entry, as extracting them would do. Whiteouts and opaque marks act on what the layers
 * below left, whenever they come.
 */
final class ReferenceTree {
    private final Node root = new Node(Attributes.IMPLIED_DIRECTORY, true, 0);
    private int layer;

    private static final class Node {
        Attributes said;
        boolean implied;

        /**
         * The last layer with an entry for exactly this node, and the last with one here or below.
         */
        int explicit;

        int spoken;
        String content = "";
        final Map<String, Node> children = new TreeMap<>();

        Node(Attributes said, boolean implied, int layer) {
            this.said = said;
            this.implied = implied;
            this.spoken = layer;
        }

        boolean isDirectory() {
            return said.type() == EntryType.DIRECTORY;
        }
    }

    void apply(List<ImageDraft.Item> items) {
        layer++;
        items.forEach(this::apply);
    }

    void apply(ImageDraft.Item item) {
        String path = item.path().toString();
        int base = path.lastIndexOf('/') + 1;
        String name = path.substring(base);
        if (name.startsWith(".wh.") && isBelowFile(path.substring(0, base))) {
            return;
        }
        Node parent = directory(path.substring(0, base));
        if (name.equals(".wh..wh..opq")) {
            removeLower(parent);
        } else if (name.startsWith(".wh.")) {
            Node hidden = parent.children.get(name.substring(4));
            if (hidden != null && !keepsOwn(hidden)) {
                parent.children.remove(name.substring(4));
            }
        } else {
            put(parent, name, item);
        }
    }

    private void put(Node parent, String name, ImageDraft.Item item) {
        Node old = parent.children.get(name);
        boolean merge =
                old != null && old.isDirectory() && item.attributes().type() == EntryType.DIRECTORY;
        Node node = old != null && merge ? old : new Node(item.attributes(), false, layer);
        node.said = item.attributes();
        node.implied = false;
        node.explicit = layer;
        node.spoken = layer;
        if (item.attributes().type() == EntryType.FILE) {
            byte[] bytes = item.content().toByteArray();
            node.content = bytes.length + " " + Digest.sha256(bytes).shortHex();
        } else if (item.attributes().type() == EntryType.HARDLINK) {
            Node file = find(item.attributes().link().toString());
            if (file == null) {
                throw new IllegalStateException("the generator made a link to nothing");
            }
            node.content = file.content;
        }
        parent.children.put(name, node);
    }

    /** The directory at a path, made where it is missing or something else. */
    private Node directory(String path) {
        Node at = root;
        at.spoken = layer;
        for (String part : path.split("/", -1)) {
            if (part.isEmpty()) {
                continue;
            }
            Node next = at.children.get(part);
            if (next == null || !next.isDirectory()) {
                next = new Node(Attributes.IMPLIED_DIRECTORY, true, layer);
                at.children.put(part, next);
            }
            next.spoken = layer;
            at = next;
        }
        return at;
    }

    /** Whether this layer put something else than a directory at a path or above it. */
    private boolean isBelowFile(String path) {
        Node at = root;
        for (String part : path.split("/", -1)) {
            at = part.isEmpty() || at == null ? at : at.children.get(part);
            if (at != null && !at.isDirectory() && at.explicit == layer) {
                return true;
            }
        }
        return false;
    }

    private void removeLower(Node directory) {
        Iterator<Node> children = directory.children.values().iterator();
        while (children.hasNext()) {
            if (!keepsOwn(children.next())) {
                children.remove();
            }
        }
    }

    /** Leaves of a node what this layer said; false when that is nothing. */
    private boolean keepsOwn(Node node) {
        if (node.spoken != layer) {
            return false;
        }
        if (node.explicit != layer) {
            node.said = Attributes.IMPLIED_DIRECTORY;
            node.implied = true;
        }
        removeLower(node);
        return true;
    }

    /** The node at a path without links followed. */
    private @Nullable Node find(String path) {
        Node at = root;
        for (String part : path.split("/", -1)) {
            at = at == null ? null : at.children.get(part);
        }
        return at;
    }

    /** Whether there is a regular file at a path, under whatever name. */
    boolean isFile(String path) {
        Node node = find(path);
        return node != null && isFile(node);
    }

    private static boolean isFile(Node node) {
        return node.said.type() == EntryType.FILE || node.said.type() == EntryType.HARDLINK;
    }

    /** In the words of {@link Shown}. */
    Map<String, String> shown() {
        Map<String, String> all = new TreeMap<>();
        show("", root, all);
        return all;
    }

    private static void show(String path, Node node, Map<String, String> all) {
        EntryType type = isFile(node) ? EntryType.FILE : node.said.type();
        all.put(path, Shown.line(type, node.said, node.content) + (node.implied ? " implied" : ""));
        node.children.forEach(
                (name, child) -> show(path.isEmpty() ? name : path + "/" + name, child, all));
    }
}
