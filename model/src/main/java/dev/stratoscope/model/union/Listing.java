package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** The names that were in a folder when it was opened. */
final class Listing implements DirectoryStream<Path> {
    private final UnionPath folder;
    private final List<ByteString> names;
    private final Filter<? super Path> filter;
    private boolean iterated;
    private volatile boolean closed;

    Listing(UnionPath folder, List<ByteString> names, Filter<? super Path> filter) {
        this.folder = folder;
        this.names = names;
        this.filter = filter;
    }

    @Override
    public synchronized Iterator<Path> iterator() {
        if (closed || iterated) {
            throw new IllegalStateException(closed ? "closed" : "there is one iterator only");
        }
        iterated = true;
        Iterator<ByteString> rest = names.iterator();
        return new Iterator<>() {
            private @Nullable UnionPath next;

            @Override
            public boolean hasNext() {
                while (next == null && !closed && rest.hasNext()) {
                    UnionPath candidate = folder.child(rest.next());
                    try {
                        next = filter.accept(candidate) ? candidate : null;
                    } catch (IOException e) {
                        throw new DirectoryIteratorException(e);
                    }
                }
                return next != null;
            }

            @Override
            public Path next() {
                UnionPath found = hasNext() ? next : null;
                if (found == null) {
                    throw new NoSuchElementException();
                }
                next = null;
                return found;
            }
        };
    }

    @Override
    public void close() {
        closed = true;
    }
}
