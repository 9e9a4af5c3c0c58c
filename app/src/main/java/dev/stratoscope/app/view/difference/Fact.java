package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.ModeText;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Something said of a path on both sides, ready to be shown.
 *
 * @param name what it is
 * @param before what the old side says; empty for nothing
 * @param after what the new side says; empty for nothing
 */
record Fact(String name, String before, String after) {
    private static final int MOST_OF_VALUE = 120;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    boolean differs() {
        return !before.equals(after);
    }

    /** Everything said of a path that may be there on one side alone. */
    static List<Fact> of(@Nullable PathState before, @Nullable PathState after) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Type", before, after, Fact::type);
        add(facts, "Size", before, after, Fact::size);
        add(facts, "Link target", before, after, Fact::link);
        add(facts, "Device", before, after, Fact::device);
        add(facts, "Mode", before, after, Fact::mode);
        add(facts, "Owner", before, after, Fact::owner);
        add(facts, "Modified", before, after, Fact::modified);
        TreeSet<ByteString> names = new TreeSet<>();
        for (PathState side : new PathState[] {before, after}) {
            if (side != null) {
                names.addAll(side.attributes().xattrs().keySet());
            }
        }
        for (ByteString name : names) {
            add(facts, Escapes.text(name), before, after, side -> xattr(side, name));
        }
        return facts;
    }

    /** How a path differs, as far as that is known without reading. */
    static Kind kind(@Nullable PathState before, @Nullable PathState after) {
        if (before == null || after == null) {
            return before == null ? Kind.ADDED : Kind.DELETED;
        }
        Entry old = before.entry();
        Entry now = after.entry();
        boolean same;
        if (old != null && now != null) {
            same = old.digest() != null && old.digest().equals(now.digest());
        } else {
            same =
                    old == null
                            && now == null
                            && before.type() == after.type()
                            && link(before).equals(link(after))
                            && device(before).equals(device(after));
        }
        if (!same) {
            return Kind.MODIFIED;
        }
        return before.attributes().sameMetadata(after.attributes())
                ? Kind.UNCHANGED
                : Kind.METADATA_ONLY;
    }

    private static void add(
            List<Fact> facts,
            String name,
            @Nullable PathState before,
            @Nullable PathState after,
            Function<PathState, String> words) {
        String old = before == null ? "" : words.apply(before);
        String now = after == null ? "" : words.apply(after);
        if (!old.isEmpty() || !now.isEmpty()) {
            facts.add(new Fact(name, old, now));
        }
    }

    private static String type(PathState state) {
        ByteString other = state.sameAs();
        String word =
                switch (state.type()) {
                    case FILE -> "regular file";
                    case DIRECTORY -> "directory";
                    case SYMLINK -> "symbolic link";
                    case HARDLINK -> "hard link";
                    case CHARACTER_DEVICE -> "character device";
                    case BLOCK_DEVICE -> "block device";
                    case FIFO -> "named pipe";
                    case WHITEOUT -> "whiteout";
                };
        return other == null ? word : word + " to " + Escapes.text(other);
    }

    private static String size(PathState state) {
        return state.entry() == null ? "" : HumanSize.exact(state.fileSize());
    }

    private static String link(PathState state) {
        return state.type() == EntryType.SYMLINK ? Escapes.text(state.attributes().link()) : "";
    }

    private static String device(PathState state) {
        Attributes said = state.attributes();
        return state.type().isDevice() ? said.deviceMajor() + ", " + said.deviceMinor() : "";
    }

    private static String mode(PathState state) {
        int mode = state.attributes().mode();
        return ModeText.octal(mode) + "  " + ModeText.of(state.type(), mode).substring(1);
    }

    private static String owner(PathState state) {
        Attributes said = state.attributes();
        String numbers = said.uid() + ":" + said.gid();
        String names = Escapes.text(said.user()) + ":" + Escapes.text(said.group());
        return names.length() == 1 ? numbers : numbers + "  " + names;
    }

    private static String modified(PathState state) {
        Attributes said = state.attributes();
        String nanos =
                said.mtimeNanos() == 0
                        ? ""
                        : String.format(Locale.ROOT, ".%09d", said.mtimeNanos());
        return TIME.format(said.mtime()) + nanos.replaceAll("0+$", "") + " UTC";
    }

    private static String xattr(PathState state, ByteString name) {
        ByteString value = state.attributes().xattrs().get(name);
        if (value == null) {
            return "";
        }
        String text = value.length() == 0 ? "(empty)" : Escapes.text(value);
        return text.length() <= MOST_OF_VALUE
                ? text
                : text.substring(0, MOST_OF_VALUE) + "… " + HumanSize.exact(value.length());
    }
}
