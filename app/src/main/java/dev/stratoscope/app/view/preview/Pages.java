package dev.stratoscope.app.view.preview;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.model.parcel.FileBytes;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * The pages of a file that are looked at, read in the background; only the last few are kept. On
 * the JavaFX thread.
 */
public final class Pages {
    /** Bytes of a page. */
    public static final int SIZE = 1 << 16;

    private static final int MOST = 64;

    private final @Nullable JobScope jobs;
    private final String title;
    private final FileBytes file;
    private final Runnable arrived;
    private final Consumer<Throwable> failed;
    private final Map<Long, byte[]> pages =
            new LinkedHashMap<>(MOST, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
                    return size() > MOST;
                }
            };
    private final Map<Long, Job> reading = new HashMap<>();
    private final Set<Long> unreadable = new HashSet<>();

    /**
     * Pages of which the first are known.
     *
     * @param jobs read the others; null where no others are wanted
     * @param title what is read, for a person
     * @param head the file's first bytes
     * @param arrived told when a page has come
     * @param failed told why a page cannot be read
     */
    public Pages(
            @Nullable JobScope jobs,
            String title,
            FileBytes file,
            ByteString head,
            Runnable arrived,
            Consumer<Throwable> failed) {
        this.jobs = jobs;
        this.title = title;
        this.file = file;
        this.arrived = arrived;
        this.failed = failed;
        byte[] known = head.toByteArray();
        for (int from = 0; from < known.length; from += SIZE) {
            int to = Math.min(known.length, from + SIZE);
            if (to - from == SIZE || to == file.size()) {
                pages.put((long) from / SIZE, Arrays.copyOfRange(known, from, to));
            }
        }
    }

    /** The file's length in bytes, as far as it can be looked at. */
    public long size() {
        return file.size();
    }

    /** A page's bytes; null while they are not there. */
    public byte @Nullable [] get(long page) {
        return pages.get(page);
    }

    /** Reads the pages from one to another that are not there, and no others any more. */
    public void want(long first, long last) {
        JobScope scope = jobs;
        if (scope == null) {
            return;
        }
        reading.entrySet()
                .removeIf(
                        entry -> {
                            boolean stale = entry.getKey() < first || entry.getKey() > last;
                            if (stale) {
                                entry.getValue().cancel();
                            }
                            return stale;
                        });
        for (long page = first; page <= last; page++) {
            long number = page;
            if (!pages.containsKey(number)
                    && !reading.containsKey(number)
                    && !unreadable.contains(number)) {
                reading.put(
                        number,
                        scope.start(
                                title,
                                progress -> file.read(number * SIZE, SIZE),
                                bytes -> {
                                    reading.remove(number);
                                    pages.put(number, bytes);
                                    arrived.run();
                                },
                                failure -> {
                                    if (!(failure instanceof CancellationException)) {
                                        reading.remove(number);
                                        unreadable.add(number);
                                        failed.accept(failure);
                                    }
                                }));
            }
        }
    }

    /** Stops reading. */
    public void close() {
        reading.values().forEach(Job::cancel);
        reading.clear();
    }
}
