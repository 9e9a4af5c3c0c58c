package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * The nodes whose names or paths a text asks for, whatever their state: what was found in one
 * changeset holds in all that have the same nodes.
 *
 * @param of the changeset whose nodes were looked at
 * @param text what was searched for
 * @param way how the text was read
 * @param found the nodes; not to be changed
 */
record Hits(Changeset of, String text, FileFilter.Way way, BitSet found) {
    /** Nodes that one thread looks at in a go; a multiple of 64, so that none share a word. */
    private static final int PART = 1 << 16;

    private static final int NAMES = 1 << 12;
    private static final int BYTES = 1 << 16;

    /**
     * Searches all nodes, on all processors.
     *
     * @param known an earlier search that may spare looking at some; null when there is none
     * @throws java.util.regex.PatternSyntaxException when the text is no regular expression
     */
    static Hits search(
            Changeset changes, FileFilter filter, @Nullable Hits known, Progress progress)
            throws IOException {
        int size = changes.size();
        BitSet within = known != null && known.holds(changes, filter) ? known.found : null;
        Progress searching = progress.child("Searching names", size);
        long[] words = new long[(size + Long.SIZE - 1) / Long.SIZE];
        List<Callable<Integer>> parts = new ArrayList<>();
        for (int from = 0; from < size; from += PART) {
            int first = from;
            int end = Math.min(size, from + PART);
            parts.add(
                    () -> {
                        NameTest test = NameTest.of(changes, filter);
                        return part(changes, test, first, end, within, words, searching);
                    });
        }
        Fan.out(parts);
        return new Hits(changes, filter.text(), filter.way(), BitSet.valueOf(words));
    }

    private static int part(
            Changeset changes,
            NameTest test,
            int from,
            int to,
            @Nullable BitSet within,
            long[] words,
            Progress progress)
            throws IOException {
        byte[] bytes = new byte[BYTES];
        int[] ends = new int[NAMES];
        int count = 0;
        for (int at = from; at < to; ) {
            int copied = changes.copyNames(at, to, bytes, ends);
            if (copied == 0) {
                bytes = new byte[bytes.length * 2];
                continue;
            }
            int start = 0;
            for (int i = 0; i < copied; i++) {
                int node = at + i;
                if (node > 0
                        && (within == null || within.get(node))
                        && test.test(node, bytes, start, ends[i])) {
                    words[node / Long.SIZE] |= 1L << node;
                    count++;
                }
                start = ends[i];
            }
            at += copied;
            progress.advance(copied);
        }
        return count;
    }

    /** Whether these are what a filter searches for in a changeset. */
    boolean are(Changeset changes, FileFilter filter) {
        return of.sharesNodes(changes) && text.equals(filter.text()) && way == filter.way();
    }

    /** Whether all that a filter searches for is among these. */
    private boolean holds(Changeset changes, FileFilter filter) {
        return of.sharesNodes(changes)
                && way == FileFilter.Way.NAME
                && filter.way() == FileFilter.Way.NAME
                && !filter.isGlob()
                && !filter.isPath()
                && !FileFilter.ALL.withText(text, way).isGlob()
                && filter.text().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
