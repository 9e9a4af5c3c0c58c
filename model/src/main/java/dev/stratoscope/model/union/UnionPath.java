package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** A path of names that are bytes. Immutable. A path that is empty has one name, which is empty. */
final class UnionPath implements Path {
    private final UnionFileSystem system;
    private final boolean absolute;
    private final List<ByteString> names;

    private UnionPath(UnionFileSystem system, boolean absolute, List<ByteString> names) {
        this.system = system;
        this.absolute = absolute;
        this.names = names.isEmpty() && !absolute ? List.of(ByteString.EMPTY) : List.copyOf(names);
    }

    static UnionPath of(UnionFileSystem system, byte[] path) {
        return new UnionPath(system, path.length > 0 && path[0] == '/', Parts.of(path));
    }

    static UnionPath of(Path path) {
        if (path instanceof UnionPath own) {
            return own;
        }
        Objects.requireNonNull(path);
        throw new ProviderMismatchException();
    }

    /** The names from the root or the current folder, which is the root, down. */
    List<ByteString> names() {
        return isNothing() ? List.of() : names;
    }

    byte[] bytes() {
        return Parts.join(absolute, names);
    }

    private boolean isNothing() {
        return !absolute && names.size() == 1 && names.getFirst().isEmpty();
    }

    private UnionPath with(boolean fromRoot, List<ByteString> others) {
        return new UnionPath(system, fromRoot, others);
    }

    /** The same path with one more name. */
    UnionPath child(ByteString name) {
        List<ByteString> longer = new ArrayList<>(names());
        longer.add(name);
        return with(absolute, longer);
    }

    @Override
    public UnionFileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return absolute;
    }

    @Override
    public @Nullable UnionPath getRoot() {
        return absolute ? with(true, List.of()) : null;
    }

    @Override
    public @Nullable UnionPath getFileName() {
        return names.isEmpty() ? null : with(false, List.of(names.getLast()));
    }

    @Override
    public @Nullable UnionPath getParent() {
        if (names.size() > 1) {
            return with(absolute, names.subList(0, names.size() - 1));
        }
        return names.isEmpty() ? null : getRoot();
    }

    @Override
    public int getNameCount() {
        return names.size();
    }

    @Override
    public UnionPath getName(int index) {
        if (index < 0 || index >= names.size()) {
            throw new IllegalArgumentException("no name " + index + " in " + this);
        }
        return with(false, List.of(names.get(index)));
    }

    @Override
    public UnionPath subpath(int beginIndex, int endIndex) {
        if (beginIndex < 0 || endIndex > names.size() || beginIndex >= endIndex) {
            throw new IllegalArgumentException(
                    "no names " + beginIndex + " to " + endIndex + " in " + this);
        }
        return with(false, names.subList(beginIndex, endIndex));
    }

    @Override
    public boolean startsWith(Path other) {
        return Objects.requireNonNull(other) instanceof UnionPath that
                && that.system == system
                && that.absolute == absolute
                && that.names.size() <= names.size()
                && names.subList(0, that.names.size()).equals(that.names);
    }

    @Override
    public boolean endsWith(Path other) {
        if (!(Objects.requireNonNull(other) instanceof UnionPath that)
                || that.system != system
                || that.names.size() > names.size()) {
            return false;
        }
        if (that.absolute) {
            return equals(that);
        }
        return names.subList(names.size() - that.names.size(), names.size()).equals(that.names);
    }

    @Override
    public UnionPath normalize() {
        List<ByteString> kept = new ArrayList<>();
        for (ByteString name : names) {
            if (name.equals(Parts.DOT)) {
                continue;
            }
            boolean up = name.equals(Parts.DOT_DOT);
            if (up && !kept.isEmpty() && !kept.getLast().equals(Parts.DOT_DOT)) {
                kept.removeLast();
            } else if (!up || !absolute) {
                kept.add(name);
            }
        }
        return kept.size() == names.size() ? this : with(absolute, kept);
    }

    @Override
    public UnionPath resolve(Path other) {
        UnionPath that = of(other);
        if (that.absolute || isNothing()) {
            return that;
        }
        if (that.isNothing()) {
            return this;
        }
        List<ByteString> joined = new ArrayList<>(names);
        joined.addAll(that.names);
        return with(absolute, joined);
    }

    @Override
    public UnionPath relativize(Path other) {
        UnionPath that = of(other);
        if (that.absolute != absolute) {
            throw new IllegalArgumentException(
                    "one of " + this + " and " + that + " is absolute and one is not");
        }
        if (equals(that)) {
            return with(false, List.of());
        }
        if (isNothing()) {
            return that;
        }
        List<ByteString> from = normalize().names();
        List<ByteString> to = that.normalize().names();
        int same = 0;
        while (same < from.size() && same < to.size() && from.get(same).equals(to.get(same))) {
            same++;
        }
        if (from.subList(same, from.size()).contains(Parts.DOT_DOT)) {
            throw new IllegalArgumentException(
                    "no path leads from " + this + " to " + that + " by names alone");
        }
        List<ByteString> way =
                new ArrayList<>(Collections.nCopies(from.size() - same, Parts.DOT_DOT));
        way.addAll(to.subList(same, to.size()));
        return with(false, way);
    }

    @Override
    public UnionPath toAbsolutePath() {
        return absolute ? this : with(true, names());
    }

    @Override
    public UnionPath toRealPath(LinkOption... options) throws IOException {
        return system.realPath(this, options);
    }

    @Override
    public URI toUri() {
        try {
            return new URI(UnionProvider.SCHEME, "", toAbsolutePath().toString(), null);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public WatchKey register(
            WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException("nothing here is watched");
    }

    @Override
    public int compareTo(Path other) {
        return Arrays.compareUnsigned(bytes(), of(other).bytes());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UnionPath that
                && that.system == system
                && that.absolute == absolute
                && that.names.equals(names);
    }

    @Override
    public int hashCode() {
        return 31 * names.hashCode() + Boolean.hashCode(absolute);
    }

    @Override
    public String toString() {
        return PathText.decode(bytes());
    }
}
