package dev.stratoscope.model.archive;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** A file system in a map that the operations of the tables work on. */
final class TableTree {
    private final TreeMap<String, ImageDraft.Item> items = new TreeMap<>();

    /** The same with more operations done. */
    TableTree with(JsonNode operations) {
        TableTree next = new TableTree();
        next.items.putAll(items);
        operations.forEach(next::apply);
        return next;
    }

    /** Everything as one layer. */
    TestImage.Layer layer() {
        TestImage.Layer layer = TestImage.layer();
        items.values().forEach(layer::item);
        return layer;
    }

    private void apply(JsonNode operation) {
        String path = clean(operation.get(1).asText());
        switch (operation.get(0).asText()) {
            case "CreateDir" -> makeDirectories(path, mode(operation.get(2)));
            case "CreateFile" ->
                    put(path, EntryType.FILE, mode(operation.get(3)), "", text(operation.get(2)));
            case "Symlink" ->
                    put(
                            clean(operation.get(2).asText()),
                            EntryType.SYMLINK,
                            0777,
                            operation.get(1).asText(),
                            ByteString.EMPTY);
            case "CreateDeviceFile" ->
                    put(path, EntryType.CHARACTER_DEVICE, 0, "", ByteString.EMPTY);
            case "Remove", "RemoveAll" ->
                    items.keySet().removeIf(p -> p.equals(path) || p.startsWith(path + "/"));
            case "Chtimes", "Lchtimes" -> touch(path, operation.get(3).asText().hashCode());
            case "SetXAttr" -> label(path, operation.get(2).asText(), operation.get(3).asText());
            default -> throw new IllegalArgumentException(operation.toString());
        }
    }

    private void makeDirectories(String path, int mode) {
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            makeDirectories(path.substring(0, slash), mode);
        }
        ImageDraft.Item old = items.get(path);
        if (old == null || old.attributes().type() != EntryType.DIRECTORY) {
            put(path, EntryType.DIRECTORY, mode, "", ByteString.EMPTY);
        }
    }

    private void put(String path, EntryType type, int mode, String link, ByteString content) {
        items.put(path, item(path, type, mode, link, content, 0, Map.of()));
    }

    private void touch(String path, long seconds) {
        ImageDraft.Item old = get(path);
        Attributes said = old.attributes();
        String link = said.link().toString();
        items.put(
                path,
                item(path, said.type(), said.mode(), link, old.content(), seconds, said.xattrs()));
    }

    private void label(String path, String key, String value) {
        ImageDraft.Item old = get(path);
        Attributes said = old.attributes();
        Map<ByteString, ByteString> xattrs = new HashMap<>(said.xattrs());
        xattrs.put(ByteString.of(key), ByteString.of(value));
        items.put(path, item(path, said.type(), said.mode(), "", old.content(), 0, xattrs));
    }

    private ImageDraft.Item get(String path) {
        ImageDraft.@Nullable Item item = items.get(path);
        if (item == null) {
            throw new IllegalArgumentException(path + " is not there");
        }
        return item;
    }

    private static ImageDraft.Item item(
            String path,
            EntryType type,
            int mode,
            String link,
            ByteString content,
            long seconds,
            Map<ByteString, ByteString> xattrs) {
        return new ImageDraft.Item(
                ByteString.of(path),
                new Attributes(
                        type,
                        mode,
                        0,
                        0,
                        ByteString.EMPTY,
                        ByteString.EMPTY,
                        content.length(),
                        seconds,
                        0,
                        ByteString.of(link),
                        0,
                        0,
                        xattrs),
                content);
    }

    private static ByteString text(JsonNode node) {
        return node.isObject()
                ? ByteString.of(HexFormat.of().parseHex(node.get("hex").asText()))
                : ByteString.of(node.asText());
    }

    static String clean(String path) {
        return path.replaceAll("^/|/$", "");
    }

    static int mode(JsonNode node) {
        return Integer.parseInt(node.asText().substring(2), 8);
    }
}
