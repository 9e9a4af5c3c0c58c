package dev.stratoscope.app.build;

import dev.stratoscope.model.build.BuildEvent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Holds what happened in a build until the screen takes it. Safe for use by many threads; a build
 * that writes faster than the screen takes waits, as on a pipe.
 */
final class BuildFeed implements Consumer<BuildEvent> {
    private static final int MOST = 20_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private List<BuildEvent> waiting = new ArrayList<>();
    private boolean closed;

    @Override
    public void accept(BuildEvent event) {
        lock.lock();
        try {
            while (waiting.size() >= MOST && !closed) {
                room.awaitUninterruptibly();
            }
            if (!closed) {
                waiting.add(event);
            }
        } finally {
            lock.unlock();
        }
    }

    /** What happened since it was asked last. */
    List<BuildEvent> take() {
        lock.lock();
        try {
            List<BuildEvent> taken = waiting;
            waiting = new ArrayList<>();
            room.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Nobody takes any more: nothing is kept, and nobody waits. */
    void close() {
        lock.lock();
        try {
            closed = true;
            waiting = new ArrayList<>();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
