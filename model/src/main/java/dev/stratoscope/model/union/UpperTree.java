package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/** What a {@link JournaledUpper} says, in memory: the sum of its steps. */
final class UpperTree {
    static final long ROOT = 0;

    private final Item root = new Item(ROOT, null);
    private final Map<Long, Item> items = new HashMap<>();
    private final LongConsumer nameless;
    private long names;

    /**
     * An empty one.
     *
     * @param nameless told of each regular file that lost its last name
     */
    UpperTree(LongConsumer nameless) {
        this.nameless = nameless;
        items.put(ROOT, root);
    }

    /** A file, folder, link, or the mark of one that is gone. */
    static final class Item {
        final long number;
        final TreeMap<ByteString, Item> children = new TreeMap<>();
        @Nullable Attributes attributes;
        boolean opaque;
        long links;

        private Item(long number, @Nullable Attributes attributes) {
            this.number = number;
            this.attributes = attributes;
        }

        boolean is(EntryType type) {
            return attributes != null && attributes.type() == type;
        }

        boolean isDirectory() {
            return number == ROOT || is(EntryType.DIRECTORY);
        }

        boolean isWhiteout() {
            return attributes == null && number != ROOT;
        }

        boolean isEmpty() {
            return children.values().stream().allMatch(Item::isWhiteout);
        }
    }

    @Nullable Item find(ByteString path) {
        Item at = root;
        for (ByteString name : Parts.of(path.toByteArray())) {
            at = at == null ? null : at.children.get(name);
        }
        return at;
    }

    /** The item of a number; null when nothing has it any more. */
    @Nullable Item item(long number) {
        return items.get(number);
    }

    /** How many steps would say the same. */
    long size() {
        return names;
    }

    /** A name in a folder that is there. */
    private record Place(Item folder, ByteString name, @Nullable Item there) {}

    private Place place(ByteString path) throws IOException {
        List<ByteString> parts = Parts.of(path.toByteArray());
        if (parts.isEmpty()) {
            throw new FileSystemException("", null, "is the root");
        }
        Item at = root;
        for (ByteString part : parts.subList(0, parts.size() - 1)) {
            at = at.children.get(part);
            if (at == null || !at.isDirectory()) {
                throw new NoSuchFileException(path.toString());
            }
        }
        ByteString name = parts.getLast();
        return new Place(at, name, at.children.get(name));
    }

    private Item existing(ByteString path) throws IOException {
        Item item = find(path);
        if (item == null || item.isWhiteout()) {
            throw new NoSuchFileException(path.toString());
        }
        return item;
    }

    private Place free(ByteString path) throws IOException {
        Place place = place(path);
        if (place.there != null && !place.there.isWhiteout()) {
            throw new FileAlreadyExistsException(path.toString());
        }
        return place;
    }

    private Place emptied(ByteString path) throws IOException {
        Place place = place(path);
        if (place.there != null && !place.there.isEmpty()) {
            throw new DirectoryNotEmptyException(path.toString());
        }
        return place;
    }

    /**
     * Looks whether a step can be taken.
     *
     * @throws FileSystemException when not
     */
    void check(Step step) throws IOException {
        switch (step) {
            case Step.Make make -> {
                free(make.path());
                if (items.containsKey(make.number())) {
                    throw new FileAlreadyExistsException("file " + make.number());
                }
            }
            case Step.Link(ByteString file, ByteString name) -> {
                if (existing(file).isDirectory()) {
                    throw new FileSystemException(file.toString(), null, "is a folder");
                }
                free(name);
            }
            case Step.Set _ -> {}
            case Step.Opaque(ByteString path, boolean _) -> {
                if (!existing(path).isDirectory()) {
                    throw new FileSystemException(path.toString(), null, "is no folder");
                }
            }
            case Step.Rename(ByteString from, ByteString to, boolean _) -> {
                existing(from);
                place(from);
                emptied(to);
                if (isWithin(to, from)) {
                    throw new FileSystemException(
                            from.toString(), to.toString(), "leads into itself");
                }
            }
            case Step.Forget(ByteString path) -> emptied(path);
            case Step.Whiteout(ByteString path) -> emptied(path);
        }
    }

    private static boolean isWithin(ByteString path, ByteString folder) {
        byte[] outer = folder.toByteArray();
        byte[] inner = path.toByteArray();
        return inner.length >= outer.length
                && Arrays.equals(inner, 0, outer.length, outer, 0, outer.length)
                && (inner.length == outer.length || inner[outer.length] == '/');
    }

    /**
     * Takes a step.
     *
     * @throws FileSystemException when it cannot be taken; nothing changed then
     */
    void take(Step step) throws IOException {
        check(step);
        switch (step) {
            case Step.Make make -> {
                Item item = new Item(make.number(), make.attributes());
                item.opaque = make.opaque();
                items.put(make.number(), item);
                put(place(make.path()), item);
            }
            case Step.Link(ByteString file, ByteString name) -> put(place(name), existing(file));
            case Step.Set(long number, Attributes attributes) -> {
                Item item = items.get(number);
                if (item != null) {
                    item.attributes = attributes;
                }
            }
            case Step.Opaque(ByteString path, boolean opaque) -> existing(path).opaque = opaque;
            case Step.Rename(ByteString from, ByteString to, boolean whiteout) -> {
                Place old = place(from);
                Item moved = existing(from);
                moved.links++;
                remove(old);
                put(place(to), moved);
                moved.links--;
                if (whiteout) {
                    put(place(from), new Item(-1, null));
                }
            }
            case Step.Forget(ByteString path) -> remove(place(path));
            case Step.Whiteout(ByteString path) -> put(place(path), new Item(-1, null));
        }
    }

    private void put(Place place, Item item) {
        item.links++;
        remove(place);
        place.folder.children.put(place.name, item);
        names++;
    }

    private void remove(Place place) {
        Item item = place.folder.children.remove(place.name);
        if (item == null) {
            return;
        }
        names--;
        item.links--;
        if (item.links == 0) {
            names -= item.children.size();
            items.remove(item.number);
            if (item.is(EntryType.FILE)) {
                nameless.accept(item.number);
            }
        }
    }

    /** Gives the steps that say the same from the beginning. */
    void give(Journal.Taker to) throws IOException {
        if (root.attributes != null) {
            to.take(new Step.Set(ROOT, root.attributes));
        }
        Map<Long, ByteString> given = new HashMap<>();
        Deque<Map.Entry<ByteString, Item>> open = new ArrayDeque<>();
        open.push(Map.entry(ByteString.EMPTY, root));
        while (!open.isEmpty()) {
            Map.Entry<ByteString, Item> folder = open.pop();
            for (Map.Entry<ByteString, Item> child : folder.getValue().children.entrySet()) {
                ByteString path = Parts.join(folder.getKey(), child.getKey());
                Item item = child.getValue();
                Attributes attributes = item.attributes;
                if (attributes == null) {
                    to.take(new Step.Whiteout(path));
                    continue;
                }
                ByteString other = given.putIfAbsent(item.number, path);
                if (other == null) {
                    to.take(new Step.Make(item.number, path, attributes, item.opaque));
                } else {
                    to.take(new Step.Link(other, path));
                }
                if (item.isDirectory()) {
                    open.push(Map.entry(path, item));
                }
            }
        }
    }
}
