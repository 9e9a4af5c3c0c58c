package dev.stratoscope.model.build;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerEntry;
import dev.stratoscope.model.union.MergedPaths;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a step writes, in the order of a walk. Immutable. */
final class DraftedLayer {
    private final List<Placed> placed;

    DraftedLayer(Map<ByteString, LayerDraft.Item> items) {
        this.placed = inWalk(items);
    }

    /** Something and where it is. */
    @SuppressWarnings("ArrayRecordComponent") // Read here only.
    private record Placed(ByteString path, byte[] bytes, LayerDraft.Item item) {}

    /** All in the order of a walk: what is in a folder comes right after it. */
    private static List<Placed> inWalk(Map<ByteString, LayerDraft.Item> items) {
        List<Placed> all = new ArrayList<>(items.size());
        items.forEach((path, item) -> all.add(new Placed(path, path.toByteArray(), item)));
        all.sort((one, other) -> inWalk(one.bytes(), other.bytes()));
        return all;
    }

    private static int inWalk(byte[] one, byte[] other) {
        int at = Arrays.mismatch(one, other);
        if (at < 0 || at >= one.length || at >= other.length) {
            return Integer.compare(one.length, other.length);
        }
        int left = one[at] == '/' ? 0 : one[at] & 0xff;
        int right = other[at] == '/' ? 0 : other[at] & 0xff;
        return Integer.compare(left, right);
    }

    /** What the result depends on: a part a path, named by where it comes from. */
    List<KeyPart> parts() throws IOException {
        List<KeyPart> parts = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Placed one : placed) {
            LayerDraft.Item item = one.item();
            String target = "/" + EntryPath.printable(one.path());
            String name = item.from().isEmpty() || !names.add(item.from()) ? target : item.from();
            parts.add(new KeyPart(Miss.Cause.FILE, name, value(item) + " " + target));
        }
        return parts;
    }

    private static String value(LayerDraft.Item item) throws IOException {
        Attributes said = item.attributes();
        Body body = item.body();
        String what =
                switch (said.type()) {
                    case FILE -> body == null ? "" : " " + said.size() + " " + digest(body);
                    case SYMLINK -> " " + said.link();
                    case CHARACTER_DEVICE, BLOCK_DEVICE ->
                            " " + said.deviceMajor() + ":" + said.deviceMinor();
                    default -> "";
                };
        StringBuilder text = new StringBuilder(said.type().word());
        text.append(' ').append(Integer.toOctalString(said.mode()));
        text.append(' ').append(said.uid()).append(':').append(said.gid()).append(what);
        if (!said.xattrs().isEmpty()) {
            new TreeMap<>(said.xattrs())
                    .forEach(
                            (name, value) ->
                                    text.append(' ')
                                            .append(name)
                                            .append('=')
                                            .append(Digest.sha256(value.toByteArray()).shortHex()));
        }
        return text.toString();
    }

    private static String digest(Body body) throws IOException {
        Digest digest = body.digest();
        return digest == null ? String.valueOf(body.sparse()) : digest.hex();
    }

    /** The layer, with names of one file as hard links. */
    Copied.Layer written() throws IOException {
        List<LayerEntry> entries = new ArrayList<>();
        List<Body> bodies = new ArrayList<>();
        Map<Object, ByteString> first = new HashMap<>();
        for (Placed one : placed) {
            ByteString path = one.path();
            LayerDraft.Item item = one.item();
            Attributes said = item.attributes();
            Body body = item.body();
            Object same = item.same();
            ByteString known = same == null ? null : first.putIfAbsent(same, path);
            if (known != null) {
                entries.add(new LayerEntry(path, said.asLinkTo(known), null));
            } else if (body != null) {
                Entry file =
                        new Entry(
                                path, 0, said.size(), bodies.size(), body.sparse(), body.digest());
                bodies.add(body);
                entries.add(new LayerEntry(path, said, file));
            } else {
                boolean folder = said.type() == EntryType.DIRECTORY;
                entries.add(new LayerEntry(folder ? withSlash(path) : path, said, null));
            }
        }
        return new Copied.Layer(entries, new Bodies(bodies));
    }

    private static ByteString withSlash(ByteString path) {
        return path.isEmpty() ? ByteString.of("./") : MergedPaths.child(path, ByteString.EMPTY);
    }

    /** The bytes of files, each opened by its number. */
    private record Bodies(List<Body> bodies) implements Contents {
        @Override
        public InputStream open(Entry entry, long offset) throws IOException {
            return of(entry).open(offset);
        }

        private Body of(Entry entry) {
            return bodies.get(Math.toIntExact(entry.offset()));
        }

        @Override
        public Forward forward() {
            IdentityHashMap<Contents, Forward> open = new IdentityHashMap<>();
            return new Forward() {
                @Override
                public InputStream open(Entry entry, long offset) throws IOException {
                    return of(entry) instanceof TreeNode.Bytes one
                            ? open.computeIfAbsent(one.sources().contents(), Contents::forward)
                                    .open(one.entry(), offset)
                            : of(entry).open(offset);
                }

                @Override
                public void close() throws IOException {
                    for (Forward one : open.values()) {
                        one.close();
                    }
                }
            };
        }
    }
}
