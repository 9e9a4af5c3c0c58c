package dev.stratoscope.model.runtime;

import dev.stratoscope.model.task.Aside;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A process whose terminal's other side is ours. The runtime copies between it and the terminal
 * inside the container, and passes on its size.
 *
 * <p>What it writes is read by a thread of its own, a few chunks ahead of who reads here.
 */
final class PtyTerminal implements TerminalProcess {
    private static final int CHUNK = 1 << 14;
    private static final int AHEAD = 16;
    private static final int LOOK_MILLIS = 200;
    private static final byte[] END = new byte[0];

    /** Becomes the leader of a session, opens its terminal, and becomes the command. */
    private static final String OPEN = "exec \"$@\" <>\"$0\" >&0 2>&1";

    private final int master;
    private final Process process;
    private final Exec exec;
    private final BlockingQueue<byte[]> written = new ArrayBlockingQueue<>(AHEAD);
    private final Aside reader;

    private byte[] current = END;
    private int at;
    private boolean ended;

    // Guards the descriptor: its number must not be used once it was closed.
    private final Object lock = new Object();
    private boolean closed;
    private boolean released;
    private @Nullable Size wanted;
    private boolean told = true;

    private record Size(int columns, int rows) {}

    private PtyTerminal(int master, Process process, Exec exec) {
        this.master = master;
        this.process = process;
        this.exec = exec;
        this.reader = Aside.startBlocking("terminal", this::readAll);
    }

    static TerminalProcess open(List<String> words, int columns, int rows, Exec exec)
            throws IOException {
        int master = Kernel.openTerminal();
        try {
            Kernel.resize(master, columns, rows);
            List<String> line = new ArrayList<>(List.of("setsid", "--wait", "/bin/sh", "-c", OPEN));
            line.add(Kernel.terminalName(master));
            line.addAll(words);
            return new PtyTerminal(master, Commands.of(line).start(), exec);
        } catch (IOException | RuntimeException e) {
            Kernel.close(master);
            throw e;
        }
    }

    private void readAll() throws IOException {
        byte[] some = new byte[CHUNK];
        try {
            boolean opened = false;
            while (!isClosed()) {
                tellSize();
                boolean ready = Kernel.poll(LOOK_MILLIS, master)[0];
                int n = ready ? Kernel.read(master, some) : 0;
                if (n > 0) {
                    if (!opened) {
                        // What starts the process may have set its own size up to now.
                        askToTell();
                    }
                    opened = true;
                    written.put(Arrays.copyOf(some, n));
                } else if (n < 0) {
                    // Nobody has the other side open: not any more, or not yet.
                    if (opened || !process.isAlive()) {
                        break;
                    }
                    Thread.sleep(1);
                }
            }
            release();
            written.put(END);
        } catch (InterruptedException e) {
            // Closed: what was written is of no interest to anybody.
            written.clear();
        } finally {
            release();
            if (written.remainingCapacity() > 0) {
                written.add(END);
            }
        }
    }

    private boolean isClosed() {
        synchronized (lock) {
            return closed;
        }
    }

    private void release() {
        synchronized (lock) {
            closed = true;
            if (!released) {
                released = true;
                Kernel.close(master);
            }
        }
    }

    @Override
    public synchronized int read(byte[] into) throws IOException {
        try {
            if (at == current.length && !ended) {
                current = written.take();
                at = 0;
                ended = current.length == 0;
            }
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
        if (ended) {
            return -1;
        }
        int n = Math.min(into.length, current.length - at);
        System.arraycopy(current, at, into, 0, n);
        at += n;
        return n;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        int from = 0;
        while (from < bytes.length) {
            int n;
            synchronized (lock) {
                if (closed) {
                    return;
                }
                n = Kernel.write(master, bytes, from);
            }
            from += n;
            if (n == 0) {
                Waiting.shortly();
            }
        }
    }

    @Override
    public void resize(int columns, int rows) throws IOException {
        synchronized (lock) {
            if (closed) {
                return;
            }
            Kernel.resize(master, columns, rows);
            wanted = new Size(columns, rows);
            told = false;
        }
        tellSize();
    }

    private void askToTell() {
        synchronized (lock) {
            told = wanted == null;
        }
    }

    /** Passes on what was wanted last; a process that is not there yet is told when it is. */
    private void tellSize() {
        Size size;
        synchronized (lock) {
            size = told ? null : wanted;
        }
        if (size != null && exec.resize(size.columns(), size.rows())) {
            synchronized (lock) {
                told = size.equals(wanted);
            }
        }
    }

    @Override
    public int await() throws IOException {
        try {
            return exec.ended(process);
        } finally {
            exec.close();
        }
    }

    @Override
    public void close() throws IOException {
        synchronized (lock) {
            closed = true;
        }
        written.clear();
        reader.close();
        // Where this program was started to ignore hanging up, so are they.
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
