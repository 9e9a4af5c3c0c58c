package dev.stratoscope.model;

import dev.stratoscope.model.archive.TarWriter;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.LayerIndexBuilder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Images made in code: {@code TestImage.of(layer().file("etc/motd", "hi"),
 * layer().whiteout("etc/motd"))}. Immutable.
 */
public final class TestImage {
    /** The time of every entry that says nothing else. */
    public static final Instant TIME = Instant.ofEpochSecond(1_700_000_000);

    private final List<List<ImageDraft.Item>> layers;

    private TestImage(List<List<ImageDraft.Item>> layers) {
        this.layers = layers;
    }

    /** A layer without entries yet. */
    public static Layer layer() {
        return new Layer();
    }

    /** An image of layers, bottom first. */
    public static TestImage of(Layer... layers) {
        List<List<ImageDraft.Item>> items = new ArrayList<>();
        for (Layer layer : layers) {
            items.add(layer.items());
        }
        return new TestImage(items);
    }

    /** What the engine would write. */
    public ImageDraft draft(String name) {
        List<ImageDraft.Step> steps = new ArrayList<>();
        for (List<ImageDraft.Item> items : layers) {
            steps.add(new ImageDraft.Step("COPY layer " + steps.size(), items));
        }
        steps.add(new ImageDraft.Step("CMD [\"sh\"]", List.of()));
        return new ImageDraft(
                name,
                new Platform("linux", "amd64", null),
                List.of("sh"),
                List.of("A=1"),
                Map.of("k", "v"),
                TIME,
                steps);
    }

    /** The layers' tars, bottom first. */
    public List<byte[]> tars() throws IOException {
        List<byte[]> tars = new ArrayList<>();
        for (List<ImageDraft.Item> items : layers) {
            tars.add(tar(items));
        }
        return tars;
    }

    /** The file system that the layers show. */
    public FileTree tree() throws IOException {
        return FileTree.merge(indexes());
    }

    /** The layers' indexes, made without any tar. */
    public List<LayerIndex> indexes() throws IOException {
        List<LayerIndex> indexes = new ArrayList<>();
        for (List<ImageDraft.Item> items : layers) {
            indexes.add(index(items));
        }
        return indexes;
    }

    /** The index of one layer's entries, made without any tar. */
    public static LayerIndex index(List<ImageDraft.Item> items) throws IOException {
        LayerIndexBuilder builder = new LayerIndexBuilder(Limits.DEFAULT);
        long offset = 512;
        for (ImageDraft.Item item : items) {
            boolean bytes = item.attributes().type() == EntryType.FILE && !item.content().isEmpty();
            byte[] hash = bytes ? Digest.newSha256().digest(item.content().toByteArray()) : null;
            builder.add(item.path(), item.attributes(), offset, hash, null);
            offset += 1024 + item.content().length();
        }
        return builder.build(offset);
    }

    /** A layer's tar. */
    public static byte[] tar(List<ImageDraft.Item> items) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TarWriter tar = new TarWriter(bytes);
        for (ImageDraft.Item item : items) {
            tar.add(item.tarName(), item.attributes(), item.content().toByteArray());
        }
        tar.end();
        return bytes.toByteArray();
    }

    /** The entries of one layer, in the order of its tar. */
    public static final class Layer {
        private final List<ImageDraft.Item> items = new ArrayList<>();
        private long owner;
        private long time = TIME.getEpochSecond();

        private Layer() {}

        /** The owner of the entries that follow. */
        public Layer owner(long number) {
            owner = number;
            return this;
        }

        /** The time of the entries that follow. */
        public Layer time(long seconds) {
            time = seconds;
            return this;
        }

        /** A regular file of mode 644. */
        public Layer file(String path, String text) {
            return file(path, text, 0644);
        }

        /** A regular file. */
        public Layer file(String path, String text, int mode) {
            return add(path, EntryType.FILE, mode, "", text);
        }

        /** A directory of mode 755. */
        public Layer directory(String path) {
            return directory(path, 0755);
        }

        /** A directory. */
        public Layer directory(String path, int mode) {
            return add(path, EntryType.DIRECTORY, mode, "", "");
        }

        /** A symbolic link. */
        public Layer symlink(String path, String target) {
            return add(path, EntryType.SYMLINK, 0777, target, "");
        }

        /** Another name of a file. */
        public Layer hardLink(String path, String target) {
            return add(path, EntryType.HARDLINK, 0644, target, "");
        }

        /** A pipe or a device 1:3. */
        public Layer special(String path, EntryType type) {
            return add(path, type, 0600, "", "");
        }

        /** Removes a path of the layers below. */
        public Layer whiteout(String path) {
            int base = path.lastIndexOf('/') + 1;
            return file(path.substring(0, base) + ".wh." + path.substring(base), "", 0);
        }

        /** Hides what the layers below have in a directory; the root is the empty path. */
        public Layer opaque(String directory) {
            return file((directory.isEmpty() ? "" : directory + "/") + ".wh..wh..opq", "", 0);
        }

        /** An entry given whole. */
        public Layer item(ImageDraft.Item item) {
            items.add(item);
            return this;
        }

        /** The entries so far. */
        public List<ImageDraft.Item> items() {
            return List.copyOf(items);
        }

        /** The index of just this layer. */
        public LayerIndex index() throws IOException {
            return TestImage.index(items);
        }

        private Layer add(String path, EntryType type, int mode, String link, String text) {
            ByteString content = ByteString.of(text);
            Attributes attributes =
                    new Attributes(
                            type,
                            mode,
                            owner,
                            owner,
                            "",
                            "",
                            content.length(),
                            time,
                            0,
                            ByteString.of(link),
                            type.isDevice() ? 1 : 0,
                            type.isDevice() ? 3 : 0,
                            Map.of());
            return item(new ImageDraft.Item(ByteString.of(path), attributes, content));
        }
    }
}
