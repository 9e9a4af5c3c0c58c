package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import java.util.HashMap;
import java.util.Map;

/** How overlayfs marks what is gone (the kernel's Documentation/filesystems/overlayfs.rst). */
final class Marks {
    /** The attribute of a folder that hides what lies below it. */
    static final ByteString OPAQUE = ByteString.of("trusted.overlay.opaque");

    static final ByteString YES = ByteString.of("y");

    /** A name that is gone. */
    static final Attributes WHITEOUT =
            new Attributes(
                    EntryType.CHARACTER_DEVICE,
                    0,
                    0,
                    0,
                    "",
                    "",
                    0,
                    0,
                    0,
                    ByteString.EMPTY,
                    0,
                    0,
                    Map.of());

    private Marks() {}

    /** Whether the attributes of a folder say that it hides what lies below it. */
    static boolean isOpaque(Map<ByteString, ByteString> xattrs) {
        ByteString value = xattrs.get(OPAQUE);
        return value != null && value.equals(YES);
    }

    /** Whether an extended attribute is the file system's own and of no meaning elsewhere. */
    static boolean isOwn(ByteString name) {
        String text = name.toString();
        int dot = text.indexOf('.');
        return dot > 0 && text.startsWith("overlay.", dot + 1);
    }

    /** The attributes that are not the file system's own. */
    static Map<ByteString, ByteString> strip(Map<ByteString, ByteString> xattrs) {
        if (xattrs.isEmpty()) {
            return xattrs;
        }
        Map<ByteString, ByteString> others = new HashMap<>(xattrs);
        others.keySet().removeIf(Marks::isOwn);
        return others;
    }

    /** The same with other extended attributes. */
    static Attributes with(Attributes said, Map<ByteString, ByteString> xattrs) {
        return new Attributes(
                said.type(),
                said.mode(),
                said.uid(),
                said.gid(),
                said.user(),
                said.group(),
                said.size(),
                said.mtimeSeconds(),
                said.mtimeNanos(),
                said.link(),
                said.deviceMajor(),
                said.deviceMinor(),
                xattrs);
    }
}
