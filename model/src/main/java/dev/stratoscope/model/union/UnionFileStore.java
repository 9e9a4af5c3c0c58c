package dev.stratoscope.model.union;

import org.jspecify.annotations.Nullable;

import java.nio.file.FileStore;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Set;

/** All layers together. How much room there is, it does not know. */
final class UnionFileStore extends FileStore {
    static final Set<String> VIEWS = Set.of("basic", "owner", "posix", "unix", "user", "xattr");

    private final boolean readOnly;

    UnionFileStore(boolean readOnly) {
        this.readOnly = readOnly;
    }

    @Override
    public String name() {
        return "layers";
    }

    @Override
    public String type() {
        return UnionProvider.SCHEME;
    }

    @Override
    public boolean isReadOnly() {
        return readOnly;
    }

    @Override
    public long getTotalSpace() {
        return Long.MAX_VALUE;
    }

    @Override
    public long getUsableSpace() {
        return readOnly ? 0 : Long.MAX_VALUE;
    }

    @Override
    public long getUnallocatedSpace() {
        return getUsableSpace();
    }

    @Override
    public boolean supportsFileAttributeView(Class<? extends FileAttributeView> type) {
        return type.isAssignableFrom(AttributeView.class)
                || type == UserDefinedFileAttributeView.class;
    }

    @Override
    public boolean supportsFileAttributeView(String name) {
        return VIEWS.contains(name);
    }

    @Override
    public <V extends FileStoreAttributeView> @Nullable V getFileStoreAttributeView(Class<V> type) {
        return null;
    }

    @Override
    public Object getAttribute(String attribute) {
        throw new UnsupportedOperationException("there is no attribute " + attribute);
    }
}
