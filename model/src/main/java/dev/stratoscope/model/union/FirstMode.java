package dev.stratoscope.model.union;

import dev.stratoscope.model.tree.EntryType;

import java.nio.file.attribute.FileAttribute;

/** The permissions that something new gets. */
final class FirstMode {
    /** What is taken from the permissions of what nobody gave any, as is usual for root. */
    static final int MASK = 022;

    private FirstMode() {}

    /**
     * @throws UnsupportedOperationException of attributes other than {@code posix:permissions}
     */
    static int of(EntryType type, FileAttribute<?>... attributes) {
        int mode = (type == EntryType.DIRECTORY ? 0777 : 0666) & ~MASK;
        for (FileAttribute<?> attribute : attributes) {
            if (!attribute.name().equals("posix:permissions")) {
                throw new UnsupportedOperationException(
                        attribute.name() + " cannot be given to something new");
            }
            mode = NodeAttributes.mode(AttributeView.permissions(attribute.value()));
        }
        return mode;
    }
}
