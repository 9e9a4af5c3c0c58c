package dev.stratoscope.model.container;

import dev.stratoscope.model.archive.SparseStream;
import dev.stratoscope.model.archive.TarEntry;
import dev.stratoscope.model.archive.TarReader;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.union.MergedPaths;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.util.ArrayList;
import java.util.List;

/**
 * Unpacks a tar into a folder of a container, with its owners, as docker's {@code cp} from {@code
 * -}. Links on the way are followed inside the container only.
 */
final class TarIn {
    private static final ByteString ABOVE = ByteString.of("..");

    private record Folder(ByteString path, Attributes attributes) {}

    private final FileSink sink;
    private final ByteString top;
    private final List<Folder> folders = new ArrayList<>();

    private TarIn(FileSink sink, ByteString top) {
        this.sink = sink;
        this.top = top;
    }

    /**
     * Unpacks.
     *
     * @param tar read to its end
     * @param target a folder
     * @throws dev.stratoscope.model.image.ImageFormatException when it is no tar, or broken
     */
    static void run(InputStream tar, String target, FileSink sink, Limits limits, Progress progress)
            throws IOException {
        ByteString top = sink.resolve(ByteString.of(target));
        if (sink.type(top) != EntryType.DIRECTORY) {
            throw new NotDirectoryException(target);
        }
        TarIn in = new TarIn(sink, top);
        TarReader reader = new TarReader(tar, limits, "the tar");
        for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
            progress.advance(1);
            in.add(entry, reader);
        }
        // What is put into a folder changes its time, so that comes last.
        for (Folder folder : in.folders.reversed()) {
            sink.set(folder.path(), folder.attributes());
        }
    }

    private void add(TarEntry entry, TarReader reader) throws IOException {
        List<ByteString> parts = MergedPaths.parts(entry.path());
        if (parts.contains(ABOVE)) {
            throw refused(entry, "leads out of the folder");
        }
        if (parts.isEmpty()) {
            return;
        }
        ByteString folder = top;
        for (ByteString part : parts.subList(0, parts.size() - 1)) {
            folder = folder(MergedPaths.child(folder, part));
        }
        ByteString at = MergedPaths.child(folder, parts.getLast());
        EntryType there = sink.type(at);
        Attributes said = entry.attributes();
        if (said.type() == EntryType.DIRECTORY) {
            if (there == null) {
                sink.makeDirectory(at, said);
            } else if (there != EntryType.DIRECTORY) {
                throw inTheWay(at, "a file is in the way of a folder");
            }
            folders.add(new Folder(at, said));
            return;
        }
        if (there == EntryType.DIRECTORY) {
            throw inTheWay(at, "a folder is in the way of a file");
        }
        switch (said.type()) {
            case FILE -> sink.putFile(at, said, bytes(entry, reader));
            case HARDLINK ->
                    throw refused(
                            entry,
                            "hard links cannot be copied in; pack it with tar --hard-dereference");
            default -> sink.putSpecial(at, said);
        }
    }

    /** A folder on the way; made where it is missing. */
    private ByteString folder(ByteString path) throws IOException {
        EntryType there = sink.type(path);
        if (there == null) {
            sink.makeDirectory(path, Attributes.IMPLIED_DIRECTORY);
            return path;
        }
        ByteString real = there == EntryType.SYMLINK ? sink.resolve(path) : path;
        if (sink.type(real) != EntryType.DIRECTORY) {
            throw inTheWay(path, "is no folder");
        }
        return real;
    }

    private static InputStream bytes(TarEntry entry, TarReader reader) {
        InputStream stored = new Stored(reader);
        var sparse = entry.sparse();
        return sparse == null
                ? stored
                : new SparseStream(stored, sparse, entry.attributes().size(), 0);
    }

    private static FileSystemException refused(TarEntry entry, String why) {
        return new FileSystemException(entry.path().toString(), null, why);
    }

    private static FileSystemException inTheWay(ByteString path, String why) {
        return new FileAlreadyExistsException("/" + path, null, why);
    }

    /** What is stored of the current entry. */
    private static final class Stored extends InputStream {
        private final TarReader reader;

        Stored(TarReader reader) {
            this.reader = reader;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] to, int at, int length) throws IOException {
            return reader.read(to, at, length);
        }
    }
}
