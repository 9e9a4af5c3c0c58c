package dev.stratoscope.app.text;

import dev.stratoscope.model.compare.Ignored;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a path of two file systems can differ in. */
public enum Aspect {
    /** The kind of file. */
    TYPE("type"),
    /** A regular file's bytes. */
    CONTENT("content"),
    /** Where a symlink leads. */
    TARGET("target"),
    /** A device's numbers. */
    DEVICE("device"),
    /** Permissions, with set-uid, set-gid and sticky. */
    MODE("mode"),
    /** The numbers of owner and group. */
    OWNER("owner"),
    /** When it was last modified. */
    MTIME("mtime"),
    /** Extended attributes. */
    XATTRS("xattrs");

    private final String word;

    Aspect(String word) {
        this.word = word;
    }

    /** The word for it in listings and JSON. */
    public String word() {
        return word;
    }

    /** What two states of a path differ in, as far as it counts, in the order of the constants. */
    public static List<Aspect> between(PathState before, PathState after, Ignored ignored) {
        List<Aspect> aspects = new ArrayList<>();
        for (Aspect aspect : values()) {
            boolean counts =
                    switch (aspect) {
                        case MTIME -> !ignored.times();
                        case OWNER -> !ignored.owners();
                        default -> true;
                    };
            if (counts && aspect.differs(before, after)) {
                aspects.add(aspect);
            }
        }
        return List.copyOf(aspects);
    }

    /**
     * How it differs, in a few words: {@code mode 0644 -> 0600}. Escaped where it comes from the
     * image.
     */
    public String words(PathState before, PathState after) {
        Attributes old = before.attributes();
        Attributes now = after.attributes();
        return switch (this) {
            case TYPE -> change(type(before).word(), type(after).word());
            case TARGET -> change(Escapes.text(old.link()), Escapes.text(now.link()));
            case DEVICE -> change(device(old), device(now));
            case MODE -> change(ModeText.octal(old.mode()), ModeText.octal(now.mode()));
            case OWNER -> change(owner(old), owner(now));
            case XATTRS -> word + " " + xattrs(old, now);
            case CONTENT, MTIME -> word;
        };
    }

    private boolean differs(PathState before, PathState after) {
        Attributes old = before.attributes();
        Attributes now = after.attributes();
        boolean sameType = type(before) == type(after);
        return switch (this) {
            case TYPE -> !sameType;
            case CONTENT -> sameType && type(after) == EntryType.FILE && !sameBytes(before, after);
            case TARGET ->
                    sameType && type(after) == EntryType.SYMLINK && !old.link().equals(now.link());
            case DEVICE -> sameType && type(after).isDevice() && !device(old).equals(device(now));
            case MODE -> old.mode() != now.mode();
            case OWNER -> !old.sameOwner(now);
            case MTIME -> !old.sameMtime(now);
            case XATTRS -> !old.xattrs().equals(now.xattrs());
        };
    }

    /** The kind of file under whatever name. */
    private static EntryType type(PathState state) {
        return state.type() == EntryType.HARDLINK && state.entry() != null
                ? EntryType.FILE
                : state.type();
    }

    private static boolean sameBytes(PathState before, PathState after) {
        return before.fileSize() == after.fileSize()
                && Objects.equals(digest(before.entry()), digest(after.entry()));
    }

    private static @Nullable Digest digest(@Nullable Entry file) {
        return file == null ? null : file.digest();
    }

    private static String device(Attributes attributes) {
        return attributes.deviceMajor() + ":" + attributes.deviceMinor();
    }

    private static String owner(Attributes attributes) {
        return attributes.uid() + ":" + attributes.gid();
    }

    private static String xattrs(Attributes old, Attributes now) {
        TreeSet<ByteString> names = new TreeSet<>(old.xattrs().keySet());
        names.addAll(now.xattrs().keySet());
        names.removeIf(name -> Objects.equals(old.xattrs().get(name), now.xattrs().get(name)));
        return names.stream().map(Escapes::text).collect(Collectors.joining(", "));
    }

    private String change(String before, String after) {
        return word + " " + before + " -> " + after;
    }
}
