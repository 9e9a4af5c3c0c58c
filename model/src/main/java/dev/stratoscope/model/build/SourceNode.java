package dev.stratoscope.model.build;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/** A file, folder or link that can be copied, where it is. Safe for use by many threads. */
interface SourceNode {
    /** Its path there, without slashes at its ends; empty is the root. */
    ByteString path();

    /** What is said of it; never of a type {@link EntryType#HARDLINK}. */
    Attributes attributes();

    /** Whether it is left out itself, and only looked at for something below it that is not. */
    boolean isPassed();

    /** What is in a folder, sorted by the bytes of the names; without what is left out. */
    List<? extends SourceNode> children() throws IOException;

    /** What has a name in a folder; null when nothing has, or it is left out. */
    @Nullable SourceNode child(ByteString name) throws IOException;

    /** The bytes of a regular file. */
    Body body();

    /** Equal for all names of one file; null when it has one name only. */
    @Nullable Object sameFile();

    /** Its last name; empty of the root. */
    default ByteString name() {
        byte[] bytes = path().toByteArray();
        int from = bytes.length;
        while (from > 0 && bytes[from - 1] != '/') {
            from--;
        }
        return ByteString.of(bytes, from, bytes.length);
    }

    /** Whether it, or anything below it, is not left out. */
    default boolean isThere() throws IOException {
        if (!isPassed()) {
            return true;
        }
        for (SourceNode child : children()) {
            if (child.isThere()) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a folder. */
    default boolean isDirectory() {
        return attributes().type() == EntryType.DIRECTORY;
    }
}
