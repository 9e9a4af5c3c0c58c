package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The extended attributes below {@code user.} of the file at a path, without that prefix. */
final class Xattrs implements UserDefinedFileAttributeView {
    private static final int LONGEST_NAME = 255;
    private static final int LARGEST_VALUE = 65_536;
    private static final List<byte[]> OVERLAY =
            List.of(
                    "trusted.overlay.".getBytes(StandardCharsets.US_ASCII),
                    "user.overlay.".getBytes(StandardCharsets.US_ASCII));

    private final UnionPath path;
    private final boolean follow;

    Xattrs(UnionPath path, boolean follow) {
        this.path = path;
        this.follow = follow;
    }

    /** Attributes without what another codec would say of its own. */
    static Attributes own(Attributes attributes) {
        if (attributes.xattrs().keySet().stream().noneMatch(Xattrs::isOverlay)) {
            return attributes;
        }
        Map<ByteString, ByteString> kept = new HashMap<>(attributes.xattrs());
        kept.keySet().removeIf(Xattrs::isOverlay);
        return Revised.xattrs(attributes, kept);
    }

    /** Whether overlayfs says things of its own by that name. */
    static boolean isOverlay(ByteString name) {
        byte[] bytes = name.toByteArray();
        return OVERLAY.stream()
                .anyMatch(
                        prefix ->
                                bytes.length > prefix.length
                                        && Arrays.equals(
                                                prefix, 0, prefix.length, bytes, 0, prefix.length));
    }

    static void check(UnionPath path, EntryType type, ByteString name, @Nullable ByteString value)
            throws IOException {
        boolean whole = type == EntryType.FILE || type == EntryType.DIRECTORY;
        if (isOverlay(name) || (AttributeNames.isUser(name) && !whole)) {
            throw Changes.refusal(path, "Operation not permitted");
        }
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw Changes.refusal(path, "Numerical result out of range");
        }
        if (value != null && value.length() > LARGEST_VALUE) {
            throw Changes.refusal(path, "Argument list too long");
        }
    }

    private AttributeView view() {
        return new AttributeView(path, follow, "unix");
    }

    private static ByteString full(String name) {
        return ByteString.of(PathText.encode("user." + name));
    }

    private ByteString value(String name) throws IOException {
        ByteString value = view().readAttributes().said().xattrs().get(full(name));
        if (value == null) {
            throw Changes.refusal(path, "No data available");
        }
        return value;
    }

    @Override
    public String name() {
        return AttributeNames.USER;
    }

    @Override
    public List<String> list() throws IOException {
        NodeAttributes attributes = view().readAttributes();
        return List.copyOf(
                AttributeNames.read(
                                attributes,
                                new AttributeNames.Asked(AttributeNames.USER, List.of("*")))
                        .keySet());
    }

    @Override
    public int size(String name) throws IOException {
        return value(name).length();
    }

    @Override
    public int read(String name, ByteBuffer into) throws IOException {
        byte[] value = value(name).toByteArray();
        if (into.isReadOnly()) {
            throw new IllegalArgumentException("the buffer is read-only");
        }
        if (value.length > into.remaining()) {
            throw Changes.refusal(path, "Numerical result out of range");
        }
        into.put(value);
        return value.length;
    }

    @Override
    public int write(String name, ByteBuffer from) throws IOException {
        byte[] value = new byte[from.remaining()];
        Objects.requireNonNull(from).get(value);
        view().setXattr(full(name), ByteString.of(value));
        return value.length;
    }

    @Override
    public void delete(String name) throws IOException {
        value(name);
        view().setXattr(full(name), null);
    }
}
