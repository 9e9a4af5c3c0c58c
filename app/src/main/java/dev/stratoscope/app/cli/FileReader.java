package dev.stratoscope.app.cli;

import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.image.DigestMismatchException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ContentCheck;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/**
 * Finds one file of an image by its path, through symbolic links inside the image's root, and
 * copies its bytes.
 */
final class FileReader {
    private static final int BUFFER = 1 << 16;

    private final OpenImage image;
    private final Progress progress;
    private final ImagePath path;

    private FileReader(OpenImage image, Progress progress, ImagePath path) {
        this.image = image;
        this.progress = progress;
        this.path = path;
    }

    /** A file that is ready to be copied. */
    record Found(OpenImage image, Entry entry, Progress progress) {
        /**
         * Copies all of it, and only then tells whether it was what it should be.
         *
         * @throws DigestMismatchException when other bytes were copied than the layer had before
         */
        void copyTo(OutputStream out) throws IOException {
            ContentCheck check = new ContentCheck(entry);
            Progress copying = progress.child("Copying " + entry.path(), entry.size());
            try (InputStream in = image.contents().open(entry, 0)) {
                byte[] buffer = new byte[BUFFER];
                for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                    out.write(buffer, 0, got);
                    check.add(buffer, 0, got);
                    copying.advance(got);
                }
            }
            check.finish();
        }

        /** The bytes it begins with, all of a file that is no longer. */
        byte[] head(int most) throws IOException {
            if (entry.size() <= most) {
                ByteArrayOutputStream whole = new ByteArrayOutputStream((int) entry.size());
                copyTo(whole);
                return whole.toByteArray();
            }
            progress.advance(0);
            try (InputStream in = image.contents().open(entry, 0)) {
                return in.readNBytes(most);
            }
        }
    }

    /** The file that the command line asks for. */
    static Found of(Request request, OpenImage image) throws IOException {
        ImagePath path = new ImagePath(Objects.requireNonNull(request.positional(Grammar.PATH)));
        Integer layer = request.option(Grammar.LAYER);
        return of(
                image,
                path,
                layer == null ? null : Request.layer(layer, image),
                request.progress());
    }

    /**
     * A file of an image.
     *
     * @param layer the layer whose file is meant; null for what the whole image shows
     * @throws Failure.Refusal when there is no such file
     */
    static Found of(OpenImage image, ImagePath path, @Nullable Integer layer, Progress progress)
            throws IOException {
        FileReader reader = new FileReader(image, progress, path);
        Entry entry = layer == null ? reader.inImage() : reader.inLayer(layer);
        return new Found(image, entry, progress);
    }

    private Entry inImage() throws IOException {
        image.layers(progress);
        FileTree tree = image.tree(progress);
        int node = path.follow(tree);
        return file(tree.entry(node), tree.type(node));
    }

    /**
     * Usually the layer itself has all that is needed; a hard link may lead to the layers below.
     */
    private Entry inLayer(int number) throws IOException {
        LayerIndex index = image.layer(number, progress).index();
        int node = path.follow(index, number);
        if (index.type(node) == EntryType.HARDLINK) {
            int target = index.hardLinkTarget(node);
            if (target < 0) {
                FileTree tree = image.tree(number, progress);
                return file(tree.entry(tree.find(index.path(node))), EntryType.HARDLINK);
            }
            node = target;
        }
        EntryType type = index.type(node);
        return file(type == EntryType.FILE ? index.entry(node, number) : null, type);
    }

    private Entry file(@Nullable Entry entry, EntryType type) throws Failure.Refusal {
        if (entry != null) {
            return entry;
        }
        String is =
                switch (type) {
                    case DIRECTORY -> "is a directory";
                    case CHARACTER_DEVICE, BLOCK_DEVICE -> "is a device";
                    case FIFO -> "is a named pipe";
                    default -> "is not a regular file";
                };
        throw new Failure.Refusal(path.text(), is);
    }
}
