package dev.stratoscope.model.build;

import dev.stratoscope.model.archive.Compression;
import dev.stratoscope.model.archive.LayerContents;
import dev.stratoscope.model.archive.LayoutFolder;
import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.archive.TarReader;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.tree.FileTree;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Unpacks archives that ADD takes: as layers, so that what may be in a layer may be in them, and
 * nothing of them is ever a file of this machine. Safe for use by many threads.
 */
record Archives(TemporaryFolder temporary, Limits limits) {
    private static final int BLOCK = 512;
    private static final int MAGIC = 6;

    /** Whether the bytes are a tar, compressed or not; their name says nothing of it. */
    static boolean isOne(Body body) throws IOException {
        byte[] head;
        try (InputStream in = body.open(0)) {
            head = in.readNBytes(MAGIC);
        }
        try (InputStream in = body.open(0);
                InputStream plain = Compression.of(head).plain(new BufferedInputStream(in))) {
            byte[] block = plain.readNBytes(BLOCK);
            return block.length == BLOCK && TarReader.isTar(block);
        } catch (IOException e) {
            // What does not even begin as its first bytes promise is a file like any other.
            return false;
        }
    }

    /** An archive of the context. */
    Added of(SourcePaths.Match match, Progress progress) throws IOException {
        SourceNode node = match.node();
        Body body = node.body();
        String name = EntryPath.printable(node.path());
        String value = "unpacked " + body.digest();
        KeyPart part = new KeyPart(Miss.Cause.FILE, name, value);
        return of(part, match.name().toString(), body, progress);
    }

    /**
     * An archive.
     *
     * @param part what is known of it
     * @param name what it is called, for messages
     */
    Added of(KeyPart part, String name, Body body, Progress progress) {
        return new Added() {
            @Override
            public List<KeyPart> parts() {
                return List.of(part);
            }

            @Override
            public void sketch(Placement placement, CopyTarget target) throws IOException {
                placement.prepare(target);
            }

            @Override
            public void place(Placement placement, CopyTarget target) throws IOException {
                placement.unpack(new TreeNode(read(name, body, progress), 0), target);
            }
        };
    }

    private Sources read(String name, Body body, Progress progress) throws IOException {
        Path folder = temporary.fresh();
        String file = name.matches("[A-Za-z0-9_][A-Za-z0-9._-]{0,200}") ? name : "archive";
        try (InputStream in = body.open(0)) {
            Files.copy(in, folder.resolve(file));
        }
        StoredLayer layer = LayoutFolder.tar(folder, file);
        FileTree tree = FileTree.merge(List.of(layer.read(limits, progress).index()));
        return new Sources("the archive " + name, tree, new LayerContents(List.of(layer)));
    }
}
