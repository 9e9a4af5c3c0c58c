package dev.stratoscope.app.view.files;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.KindWords;
import dev.stratoscope.app.text.ModeText;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a column says of a file, escaped. */
final class FileText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter LOCAL_TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter LOCAL_DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final int LATELY_HOURS = 20;

    private FileText() {}

    /**
     * The words of one cell; empty where there is nothing to say.
     *
     * @param owners names an owner
     */
    static String of(FileColumn column, FileRow row, Function<Attributes, String> owners) {
        Attributes attributes = row.attributes();
        return switch (column) {
            case CHANGE -> KindWords.of(row.kind());
            case SIZE -> size(row);
            case GROWTH -> growth(row);
            case MODE -> ModeText.of(file(row.type()), attributes.mode());
            case OWNER -> Escapes.text(owners.apply(attributes));
            case IDS -> numbers(attributes);
            case MODIFIED -> TIME.format(attributes.mtime());
            case LAYER -> row.layer() < 0 ? "" : "L" + row.layer();
            case LINK -> Escapes.text(link(row.shown()));
            case XATTRS -> Escapes.text(xattrs(attributes));
            case TYPE -> row.type().word();
            case LEFT_SIZE -> side(row.before(), row.changes().totalBefore(row.node()));
            case RIGHT_SIZE -> side(row.after(), row.total());
            case DIFFERENCE -> difference(row);
            case LAYERS -> layers(row);
            case AGAINST -> row.isFolder() ? "" : difference(row);
            case WRITTEN -> row.isDeleted() ? "" : written(row, attributes.mtime());
        };
    }

    /** The time of what was written about when the last was, else the day. */
    private static String written(FileRow row, Instant time) {
        Instant last = row.changes() instanceof Recent recent ? recent.lastWrite() : null;
        boolean lately =
                last != null && Duration.between(time, last).abs().toHours() < LATELY_HOURS;
        return (lately ? LOCAL_TIME : LOCAL_DAY).format(time);
    }

    /** {@code uid:gid}. */
    static String numbers(Attributes attributes) {
        return attributes.uid() + ":" + attributes.gid();
    }

    /** What a symbolic or hard link leads to; empty for all else. */
    static ByteString link(PathState state) {
        ByteString same = state.sameAs();
        return same == null ? state.attributes().link() : same;
    }

    /** The names of the extended attributes, sorted. */
    static String xattrs(Attributes attributes) {
        return attributes.xattrs().isEmpty()
                ? ""
                : attributes.xattrs().keySet().stream()
                        .sorted()
                        .map(ByteString::toString)
                        .collect(Collectors.joining(", "));
    }

    static String size(FileRow row) {
        return row.isSized() || row.total() > 0 ? HumanSize.spaced(row.total()) : "";
    }

    /** {@link #size} for those who do not see that the path is gone. */
    static String spokenSize(FileRow row) {
        String size = size(row);
        return row.isDeleted() && !size.isEmpty() ? "was " + size : size;
    }

    private static String growth(FileRow row) {
        return row.grown() == 0 ? "" : signed(row.grown());
    }

    private static String side(@Nullable PathState state, long total) {
        if (state == null) {
            return "none";
        }
        boolean sized = state.type() == EntryType.FILE || state.type() == EntryType.DIRECTORY;
        return sized || total > 0 ? HumanSize.spaced(total) : "";
    }

    /** By how many bytes the sides differ; nothing where neither has more and that goes without. */
    static String difference(FileRow row) {
        long grown = row.grown();
        boolean isWritten = row.kind() == Kind.MODIFIED && row.type() == EntryType.FILE;
        return grown == 0 ? isWritten ? "0 B" : "" : signed(grown);
    }

    /** {@code L1→L2}, or one layer where only one side has it; nothing for folders. */
    static String layers(FileRow row) {
        PathState before = row.before();
        PathState after = row.after();
        if (row.isFolder() || row.kind() == Kind.UNCHANGED) {
            return "";
        }
        String left = before == null || before.layer() < 0 ? "" : "L" + before.layer();
        String right = after == null || after.layer() < 0 ? "" : "L" + after.layer();
        return left.isEmpty() || right.isEmpty() ? left + right : left + "→" + right;
    }

    /** {@code +16.4 kB} or {@code −16.4 kB}. */
    static String signed(long bytes) {
        return (bytes < 0 ? "\u2212" : "+") + HumanSize.spaced(Math.abs(bytes));
    }

    private static EntryType file(EntryType type) {
        return type == EntryType.HARDLINK ? EntryType.FILE : type;
    }
}
