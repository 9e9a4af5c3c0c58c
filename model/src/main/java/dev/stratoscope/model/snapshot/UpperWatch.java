package dev.stratoscope.model.snapshot;

import dev.stratoscope.model.host.LiveDirectory;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/**
 * Listens to every folder of an upper one. Where the system gives no more watches, or there are
 * very many folders, it looks at all of it once a second instead. Where it lost count of what was
 * written (inotify(7), IN_Q_OVERFLOW), it reads all again once and listens on.
 */
final class UpperWatch implements Active.Watch {
    private static final long PAUSE_MILLIS = 1000;

    /** A user has some 100,000 watches, which other programs need too. */
    private static final int MOST_FOLDERS = 50_000;

    /** How long it waits for the rest of what begins to be written. */
    private static final long SETTLING_MILLIS = 20;

    private final Path upper;
    private final LiveDirectory root;
    private final UpperTree tree;
    private final int most;
    private final Map<WatchKey, ByteString> folders = new HashMap<>();
    private final TreeSet<ByteString> dirty = new TreeSet<>();
    private @Nullable WatchService service;

    /** Whether all has to be looked at: at first, and when the system lost count. */
    private boolean all = true;

    private boolean written = true;
    private long lastLook;

    private UpperWatch(Path upper, LiveDirectory root, int most) {
        this.most = most;
        this.upper = upper;
        this.root = root;
        this.tree = new UpperTree(root, Limits.DEFAULT, Map.of());
        try {
            service = FileSystems.getDefault().newWatchService();
        } catch (IOException e) {
            // It takes one of few; without it there is still the looking.
            service = null;
        }
    }

    static UpperWatch of(Path upper) throws IOException {
        return of(upper, MOST_FOLDERS);
    }

    /**
     * Listens to no more than some folders.
     *
     * @param most how many; where there are more it looks by itself
     */
    static UpperWatch of(Path upper, int most) throws IOException {
        return new UpperWatch(upper, LiveDirectory.open(upper), most);
    }

    /** Whether it is told of what is written; else it looks by itself. */
    boolean isListening() {
        return service != null;
    }

    @Override
    public boolean await(long millis) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (!written) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    break;
                }
                WatchService listening = service;
                if (listening == null) {
                    look(left);
                } else if (take(listening.poll(left, TimeUnit.MILLISECONDS))) {
                    Thread.sleep(SETTLING_MILLIS);
                    drain(listening);
                }
            }
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
        boolean was = written;
        written = false;
        return was;
    }

    /** Looks at all once the pause is over. */
    private void look(long millis) throws IOException, InterruptedException {
        long over = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastLook);
        if (over < PAUSE_MILLIS) {
            Thread.sleep(Math.min(millis, PAUSE_MILLIS - over));
        } else {
            lastLook = System.nanoTime();
            written = tree.readAll(Progress.NONE, (_, _) -> {});
        }
    }

    /** Notes what a key tells; false when there was none. */
    private boolean take(@Nullable WatchKey key) {
        if (key == null) {
            return false;
        }
        ByteString folder = folders.get(key);
        for (WatchEvent<?> event : key.pollEvents()) {
            all |= event.kind().equals(StandardWatchEventKinds.OVERFLOW);
        }
        if (folder != null) {
            dirty.add(folder);
        }
        if (!key.reset()) {
            folders.remove(key);
        }
        written = true;
        return true;
    }

    private void drain(WatchService listening) {
        while (take(listening.poll())) {}
    }

    private void listen(ByteString path, LiveDirectory folder) {
        WatchService listening = service;
        if (listening == null) {
            return;
        }
        if (folders.size() >= most) {
            stopListening();
            return;
        }
        try {
            WatchKey key =
                    folder.handle()
                            .register(
                                    listening,
                                    StandardWatchEventKinds.ENTRY_CREATE,
                                    StandardWatchEventKinds.ENTRY_MODIFY,
                                    StandardWatchEventKinds.ENTRY_DELETE);
            folders.put(key, path);
        } catch (IOException e) {
            // There are no more watches, and half of them are of no use.
            stopListening();
        }
    }

    private void stopListening() {
        WatchService listening = service;
        service = null;
        folders.clear();
        try {
            if (listening != null) {
                listening.close();
            }
        } catch (IOException e) {
            // Nothing is listened to any more, whatever it says.
        }
    }

    @Override
    public UpperLayer layer(Progress progress) throws IOException {
        WatchService listening = service;
        if (listening != null) {
            drain(listening);
        }
        written = false;
        if (all || service == null) {
            folders.clear();
            all = false;
            dirty.clear();
            lastLook = System.nanoTime();
            whole(() -> tree.readAll(progress, this::listen));
        } else {
            TreeSet<ByteString> paths = new TreeSet<>(dirty);
            dirty.clear();
            whole(() -> tree.read(paths, progress, this::listen));
        }
        return tree.layer(upper);
    }

    private interface Reading {
        void read() throws IOException;
    }

    /** A reading that was given up is done again from the beginning. */
    private void whole(Reading reading) throws IOException {
        all = true;
        reading.read();
        all = false;
    }

    @Override
    public void close() throws IOException {
        try (root) {
            stopListening();
        }
    }
}
