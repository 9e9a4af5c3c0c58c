package dev.stratoscope.model.host;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.Packing;
import dev.stratoscope.model.TestArchive;
import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.Subtree;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** An image made for a test and opened, ready to be extracted. */
record Pulled(OpenImage image) {
    static Pulled of(TestImage.Layer... layers) throws IOException {
        return of(Packing.NONE, TestImage.of(layers).tars());
    }

    /** An image of layers as they are stored, whatever they hold. */
    static Pulled ofStored(byte[] layer) throws IOException {
        byte[] tar = layer;
        if (layer.length > 2 && layer[0] == 0x1f && (layer[1] & 0xff) == 0x8b) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(layer))) {
                tar = in.readAllBytes();
            }
        }
        return of(Packing.NONE, List.of(tar));
    }

    static Pulled of(Packing packing, List<byte[]> tars) throws IOException {
        List<String> ids = new ArrayList<>();
        for (byte[] tar : tars) {
            ids.add("\"" + Digest.sha256(tar) + "\"");
        }
        byte[] config =
                ("{\"architecture\":\"amd64\",\"os\":\"linux\",\"rootfs\":{\"type\":\"layers\","
                                + "\"diff_ids\":["
                                + String.join(",", ids)
                                + "]}}")
                        .getBytes(StandardCharsets.US_ASCII);
        Path file = Files.createTempFile("pulled", ".tar");
        file.toFile().deleteOnExit();
        TestArchive.of(TestArchive.Kind.OCI_ARCHIVE, config, tars, packing).tar(file, Packing.NONE);
        try (Engine engine = Engine.open(file.resolveSibling("none"), Clock.systemUTC())) {
            return new Pulled(engine.open(ImageSource.of(file), null, Progress.NONE));
        }
    }

    FileTree tree() throws IOException {
        return image.tree(Progress.NONE);
    }

    /** A path and all below it. */
    Subtree files(String path) throws IOException {
        FileTree tree = tree();
        return Subtree.of(tree, tree.find(ByteString.of(path)));
    }

    Extracted extract(String path, Path destination) throws IOException {
        return extract(path, destination, ExtractOptions.DEFAULT);
    }

    Extracted extract(String path, Path destination, ExtractOptions options) throws IOException {
        return image.extract(files(path), destination, options, Progress.NONE);
    }
}
