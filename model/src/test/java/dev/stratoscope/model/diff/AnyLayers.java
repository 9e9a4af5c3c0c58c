package dev.stratoscope.model.diff;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.LayerIndexBuilder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random stacks of any entries in any order, also such as no tool writes. */
public final class AnyLayers {
    private static final String[] PARTS = {
        "a",
        "b",
        "c",
        "a/a",
        "a/b",
        "b/a",
        "a/b/c",
        "b/b/b",
        "c/a/b",
        ".wh.a",
        ".wh.b",
        "a/.wh.b",
        "b/.wh.a",
        "a/.wh..wh..opq",
        "b/.wh..wh..opq",
        ".wh..wh..opq",
        ".wh..wh.plnk",
        ".wh..wh.plnk/x",
        "a/b/.wh..wh..opq",
        "a/b/.wh.c"
    };
    private static final EntryType[] TYPES = {
        EntryType.FILE,
        EntryType.FILE,
        EntryType.DIRECTORY,
        EntryType.DIRECTORY,
        EntryType.HARDLINK,
        EntryType.SYMLINK,
        EntryType.CHARACTER_DEVICE
    };

    private AnyLayers() {}

    /** One to five layers; a hard link may be a name of no file of the stack. */
    public static List<LayerIndex> of(long seed) throws IOException {
        Random random = new Random(seed);
        List<LayerIndex> layers = new ArrayList<>();
        for (int wanted = random.nextInt(1, 6); wanted > 0; wanted--) {
            try {
                layers.add(any(random));
            } catch (ImageFormatException e) {
                // A hard link of the layer is a name of no file; such a layer is in no stack.
                wanted++;
            }
        }
        return layers;
    }

    private static LayerIndex any(Random random) throws IOException {
        LayerIndexBuilder builder = new LayerIndexBuilder(Limits.DEFAULT);
        for (int i = random.nextInt(7); i > 0; i--) {
            EntryType type = TYPES[random.nextInt(TYPES.length)];
            boolean link = type == EntryType.HARDLINK || type == EntryType.SYMLINK;
            ByteString target = link ? path(random) : ByteString.EMPTY;
            int size = type == EntryType.FILE ? random.nextInt(3) : 0;
            byte[] digest = size > 0 ? Digest.newSha256().digest(new byte[size]) : null;
            long major = type == EntryType.CHARACTER_DEVICE ? random.nextInt(2) : 0;
            Attributes attributes =
                    new Attributes(
                            type,
                            0755,
                            0,
                            0,
                            "",
                            "",
                            size,
                            random.nextInt(2),
                            0,
                            target,
                            major,
                            0,
                            Map.of());
            builder.add(path(random), attributes, 512L * i, digest, null);
        }
        return builder.build(0);
    }

    private static ByteString path(Random random) {
        return ByteString.of(PARTS[random.nextInt(PARTS.length)]);
    }
}
