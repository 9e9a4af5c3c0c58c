package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.union.Upper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says in an empty writable layer all that another one says, whatever the forms of the two. */
final class UpperCopy {
    private final Upper from;
    private final Upper to;
    private final Progress progress;
    private final Map<Long, ByteString> firstNames = new HashMap<>();
    private final Deque<ByteString> waiting = new ArrayDeque<>(List.of(ByteString.EMPTY));

    UpperCopy(Upper from, Upper to, Progress progress) {
        this.from = from;
        this.to = to;
        this.progress = progress.child("Copying what was written", -1);
    }

    void run() throws IOException {
        List<ByteString> folders = new ArrayList<>();
        while (!waiting.isEmpty()) {
            ByteString folder = waiting.remove();
            folders.add(folder);
            for (ByteString name : from.names(folder)) {
                progress.advance(1);
                copy(Way.child(folder, name));
            }
        }
        // The innermost first, since whatever is made in a folder changes its time.
        for (ByteString folder : folders.reversed()) {
            Upper.Said said = from.say(folder);
            if (said != null && said.attributes() != null) {
                to.set(folder, said.attributes());
            }
        }
    }

    private void copy(ByteString path) throws IOException {
        Upper.Said said = from.say(path);
        if (said == null) {
            return;
        }
        Attributes attributes = said.attributes();
        if (attributes == null) {
            to.whiteout(path);
            return;
        }
        if (attributes.type() == EntryType.DIRECTORY) {
            to.makeDirectory(path, attributes, said.opaque());
            waiting.add(path);
            return;
        }
        ByteString first = said.links() > 1 ? firstNames.putIfAbsent(said.file(), path) : null;
        if (first != null) {
            to.link(first, path);
        } else if (attributes.type() == EntryType.FILE) {
            try (Upper.Bytes bytes = from.open(path, false)) {
                to.makeFile(path, attributes, new Stream(bytes));
            }
        } else {
            to.makeSpecial(path, attributes);
        }
    }

    /** A file's bytes from its beginning; closing it leaves them open. */
    private static final class Stream extends InputStream {
        private final Upper.Bytes bytes;
        private long position;

        Stream(Upper.Bytes bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            int read = bytes.read(ByteBuffer.wrap(into, offset, length), position);
            position += Math.max(read, 0);
            return read;
        }
    }
}
