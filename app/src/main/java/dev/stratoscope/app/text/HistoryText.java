package dev.stratoscope.app.text;

import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.HistoryRow;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * The cells and the table of {@code docker history}, to the letter.
 *
 * @param now what ages are counted to
 * @param zone of times
 * @param whole whether ids and commands are left whole
 * @param human whether ages and rounded sizes are shown instead of times and bytes
 */
public record HistoryText(Instant now, ZoneId zone, boolean whole, boolean human) {
    private static final int COMMAND_COLUMNS = 45;
    private static final String MISSING = "<missing>";
    private static final String UNKNOWN = "…";

    /** The id of the newest step; the others have none. */
    public String id(HistoryRow row) {
        Digest id = row.id();
        return id == null ? MISSING : whole ? id.toString() : id.shortHex();
    }

    /** The age, or the time. */
    public String created(HistoryRow row) {
        return human ? HumanDuration.ago(row.created(), now) : at(row);
    }

    /** The time in whole seconds; one that is not said counts as 1970, as in docker. */
    public String at(HistoryRow row) {
        Instant created = row.created();
        Instant second = Instant.ofEpochSecond(created == null ? 0 : created.getEpochSecond());
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(second.atZone(zone));
    }

    /** The command, whole, on one line. Comes from the image: escape it before showing it. */
    public static String command(HistoryRow row) {
        return row.createdBy().replace('\t', ' ');
    }

    /** The size; an ellipsis for one below 0, which is not known yet. */
    public String size(HistoryRow row) {
        if (row.size() < 0) {
            return UNKNOWN;
        }
        return human ? HumanSize.docker(row.size()) : Long.toString(row.size());
    }

    /** The ids alone, each ended by a line feed. */
    public String ids(List<HistoryRow> rows) {
        StringBuilder out = new StringBuilder();
        rows.forEach(row -> out.append(id(row)).append('\n'));
        return out.toString();
    }

    /** The whole table, each line ended by a line feed; safe to show. */
    public String table(List<HistoryRow> rows) {
        String created = human ? "CREATED" : "CREATED AT";
        TextTable table = new TextTable("IMAGE", created, "CREATED BY", "SIZE", "COMMENT");
        for (HistoryRow row : rows) {
            String command = Escapes.text(command(row));
            table.row(
                    id(row),
                    created(row),
                    whole ? command : DisplayWidth.truncate(command, COMMAND_COLUMNS),
                    size(row),
                    Escapes.text(row.comment()));
        }
        return table.toString();
    }
}
