package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.Aspect;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.compare.Ignored;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** How one path differs, as a line for people. Not for several threads. */
final class ChangeRowText {
    private static final int SIZE = 8;
    private static final int LAYER = 5;
    private static final String NONE = "-";

    private final Changeset changes;
    private final Ignored ignored;
    private final StringBuilder line = new StringBuilder();

    /** Names the columns of the lines. */
    static final String HEADING =
            "FILES "
                    + right("OLD", SIZE - 4)
                    + right("NEW", SIZE + 1)
                    + right("DIFF", SIZE + 2)
                    + "  LAYERS     PATH\n";

    ChangeRowText(Changeset changes, Ignored ignored) {
        this.changes = changes;
        this.ignored = ignored;
    }

    /** The line with its line feed. */
    String of(PathWalk walk) {
        int at = walk.node();
        PathState before = changes.before(at);
        PathState after = changes.after(at);
        line.setLength(0);
        line.append(changes.kind(at).letter()).append(' ');
        line.append(right(size(before), SIZE)).append(' ');
        line.append(right(size(after), SIZE)).append(' ');
        line.append(right(difference(before, after), SIZE + 1)).append("  ");
        line.append(left(layer(before))).append(left(layer(after))).append(' ');
        line.append(Escapes.text(walk.path()));
        PathState shown = changes.shown(at);
        if (shown.type() == EntryType.DIRECTORY) {
            line.append('/');
        }
        List<String> words = words(changes.kind(at), before, after);
        if (!words.isEmpty()) {
            line.append("  ").append(String.join(", ", words));
        } else if (shown.type() == EntryType.SYMLINK) {
            line.append(" -> ").append(Escapes.text(shown.attributes().link()));
        }
        ByteString moved = changes.movedFrom(at);
        if (moved != null) {
            line.append("  moved from ").append(Escapes.text(moved));
        }
        return line.append('\n').toString();
    }

    /** A number of bytes with its sign. */
    static String signed(long bytes) {
        return (bytes < 0 ? "-" : "+") + HumanSize.docker(Math.abs(bytes));
    }

    /** That the bytes differ the letter tells, and that the time does goes without saying then. */
    private List<String> words(Kind kind, @Nullable PathState before, @Nullable PathState after) {
        List<String> words = new ArrayList<>();
        if (before != null && after != null) {
            for (Aspect aspect : Aspect.between(before, after, ignored)) {
                boolean isTold =
                        aspect == Aspect.CONTENT
                                || (aspect == Aspect.MTIME && kind == Kind.MODIFIED);
                if (!isTold) {
                    words.add(aspect.words(before, after));
                }
            }
        }
        return words;
    }

    private static boolean hasBytes(@Nullable PathState state) {
        return state != null && state.entry() != null;
    }

    private static String size(@Nullable PathState state) {
        return state == null || !hasBytes(state) ? NONE : HumanSize.docker(state.fileSize());
    }

    private static String difference(@Nullable PathState before, @Nullable PathState after) {
        long old = before == null ? 0 : before.fileSize();
        long now = after == null ? 0 : after.fileSize();
        return old == now ? NONE : signed(now - old);
    }

    private static String layer(@Nullable PathState state) {
        return state == null || state.layer() < 0 ? NONE : "L" + state.layer();
    }

    private static String left(String text) {
        return text + " ".repeat(Math.max(1, LAYER - text.length()));
    }

    private static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
