package dev.stratoscope.model.union;

import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;

/** How a file is to be opened. Immutable. */
record OpenFlags(Set<OpenOption> options) {
    private static final Set<StandardOpenOption> CHANGING =
            Set.of(
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.DELETE_ON_CLOSE);

    /**
     * Checks them as the JDK does.
     *
     * @throws UnsupportedOperationException of an option that is not the JDK's
     * @throws IllegalArgumentException of options that do not go together
     */
    static OpenFlags of(Set<? extends OpenOption> options) {
        Set<OpenOption> all = new HashSet<>(options);
        for (OpenOption option : all) {
            if (!(option instanceof StandardOpenOption) && !(option instanceof LinkOption)) {
                throw new UnsupportedOperationException(option + " is not supported");
            }
        }
        OpenFlags flags = new OpenFlags(Set.copyOf(all));
        if (flags.has(StandardOpenOption.APPEND)) {
            refuse(flags, StandardOpenOption.READ);
            refuse(flags, StandardOpenOption.TRUNCATE_EXISTING);
        }
        return flags;
    }

    private static void refuse(OpenFlags flags, StandardOpenOption option) {
        if (flags.has(option)) {
            throw new IllegalArgumentException("APPEND and " + option + " do not go together");
        }
    }

    boolean has(OpenOption option) {
        return options.contains(option);
    }

    boolean write() {
        return has(StandardOpenOption.WRITE) || has(StandardOpenOption.APPEND);
    }

    boolean read() {
        return has(StandardOpenOption.READ) || !write();
    }

    boolean append() {
        return has(StandardOpenOption.APPEND);
    }

    boolean truncate() {
        return write() && has(StandardOpenOption.TRUNCATE_EXISTING);
    }

    boolean createNew() {
        return write() && has(StandardOpenOption.CREATE_NEW);
    }

    boolean create() {
        return write() && (has(StandardOpenOption.CREATE) || createNew());
    }

    boolean deleteOnClose() {
        return has(StandardOpenOption.DELETE_ON_CLOSE);
    }

    boolean sync() {
        return has(StandardOpenOption.SYNC) || has(StandardOpenOption.DSYNC);
    }

    /** Whether a link at the path's end is followed. */
    boolean follow() {
        return !createNew() && !has(LinkOption.NOFOLLOW_LINKS) && !deleteOnClose();
    }

    /** Whether the file system is changed by opening it so, or may be afterwards. */
    boolean changes() {
        return CHANGING.stream().anyMatch(this::has);
    }
}
