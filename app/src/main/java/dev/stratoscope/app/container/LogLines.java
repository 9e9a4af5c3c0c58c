package dev.stratoscope.app.container;

import dev.stratoscope.app.container.terminal.EscapedLine;
import dev.stratoscope.model.runtime.LogLine;

import javafx.collections.ModifiableObservableListBase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The newest lines of a log, as a list that a view can show. The oldest give way when there are too
 * many; they are not lost, as the log is on the disk. On the JavaFX thread.
 */
final class LogLines extends ModifiableObservableListBase<LogLine> {
    /** As many as are held. */
    static final int MOST = 200_000;

    /** Gives way at once, so that it does not have to be done for every line. */
    private static final int SHARE = MOST / 10;

    private final List<LogLine> lines = new ArrayList<>();
    private long left;

    /** Adds lines at the end; what goes on with one that was not whole is joined to it. */
    void append(List<LogLine> more) {
        if (more.isEmpty()) {
            return;
        }
        List<LogLine> fresh = joined(more);
        LogLine last = lines.isEmpty() ? null : lines.getLast();
        if (last != null && goesOn(last, fresh.getFirst())) {
            set(lines.size() - 1, join(last, fresh.getFirst()));
            fresh = fresh.subList(1, fresh.size());
        }
        if (!fresh.isEmpty()) {
            addAll(fresh);
        }
        if (lines.size() > MOST) {
            int over = Math.max(SHARE, lines.size() - MOST);
            left += over;
            remove(0, over);
        }
    }

    private static List<LogLine> joined(List<LogLine> parts) {
        List<LogLine> whole = new ArrayList<>(parts.size());
        for (LogLine part : parts) {
            LogLine last = whole.isEmpty() ? null : whole.getLast();
            if (last != null && goesOn(last, part)) {
                whole.set(whole.size() - 1, join(last, part));
            } else {
                whole.add(part);
            }
        }
        return whole;
    }

    private static boolean goesOn(LogLine last, LogLine next) {
        return !last.whole() && last.error() == next.error();
    }

    private static LogLine join(LogLine last, LogLine next) {
        return new LogLine(last.time(), last.error(), last.text() + next.text(), next.whole());
    }

    /** How many lines gave way. */
    long left() {
        return left;
    }

    /**
     * The lines from a place on that hold words, in any case.
     *
     * @param words in lower case
     */
    List<Integer> find(String words, int from) {
        List<Integer> found = new ArrayList<>();
        for (int i = from; i < lines.size(); i++) {
            String plain = EscapedLine.plain(lines.get(i).text());
            if (plain.toLowerCase(Locale.ROOT).contains(words)) {
                found.add(i);
            }
        }
        return found;
    }

    @Override
    public LogLine get(int index) {
        return lines.get(index);
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    protected void doAdd(int index, LogLine line) {
        lines.add(index, line);
    }

    @Override
    protected LogLine doSet(int index, LogLine line) {
        return lines.set(index, line);
    }

    @Override
    protected LogLine doRemove(int index) {
        return lines.remove(index);
    }

    @Override
    protected void removeRange(int from, int to) {
        beginChange();
        List<LogLine> gone = lines.subList(from, to);
        nextRemove(from, List.copyOf(gone));
        gone.clear();
        endChange();
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
