package dev.stratoscope.app.view.files;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.KindWords;
import dev.stratoscope.app.text.ModeText;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

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
        };
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
        Changeset changes = row.changes();
        long grown = changes.total(row.node()) - changes.totalBefore(row.node());
        return grown == 0 ? "" : signed(grown);
    }

    /** {@code +16.4 kB} or {@code −16.4 kB}. */
    static String signed(long bytes) {
        return (bytes < 0 ? "\u2212" : "+") + HumanSize.spaced(Math.abs(bytes));
    }

    private static EntryType file(EntryType type) {
        return type == EntryType.HARDLINK ? EntryType.FILE : type;
    }
}
