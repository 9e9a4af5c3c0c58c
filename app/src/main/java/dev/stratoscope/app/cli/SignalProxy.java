package dev.stratoscope.app.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Passes the signals that ask this program to end on to what runs in its foreground, as docker's
 * {@code --sig-proxy} does, until it is closed. A container's first process may pass over them;
 * whoever asks for the third time is left alone with it: the program ends and the container runs
 * on.
 *
 * <p>A shutdown hook would not do: it is not told which signal came, and not of a second one. The
 * class that tells, {@code sun.misc.Signal}, is called by its name only, since the compiler warns
 * of every use of it.
 */
final class SignalProxy implements AutoCloseable {
    private static final List<String> NAMES = List.of("INT", "TERM", "HUP");
    private static final int ENOUGH = 3;
    private static final long PAUSE_MILLIS = 20;

    /** What signals are passed on to. */
    interface Receiver {
        /**
         * Takes a signal.
         *
         * @param signal its name, without SIG
         * @return false while there is no process yet
         */
        boolean take(String signal) throws IOException;
    }

    private final Receiver receiver;
    private final PrintStream err;
    private final Map<String, Object> before = new ConcurrentHashMap<>();
    private int asked;
    private boolean closed;

    private SignalProxy(Receiver receiver, PrintStream err) {
        this.receiver = receiver;
        this.err = err;
    }

    /** Passes on from now; nothing where the system has no such signals or they are ignored. */
    static SignalProxy of(Receiver receiver, PrintStream err) {
        SignalProxy proxy = new SignalProxy(receiver, err);
        for (String name : NAMES) {
            try {
                proxy.before.put(name, Calls.handle(name, _ -> proxy.pass(name)));
            } catch (IllegalArgumentException e) {
                // The virtual machine was told to leave this one alone.
            }
        }
        return proxy;
    }

    /** Runs on a thread of its own, started by the virtual machine for each signal. */
    private void pass(String signal) {
        synchronized (this) {
            if (++asked == ENOUGH) {
                err.println("stratoscope: asked to end three times; what was started runs on");
                Runtime.getRuntime().halt(1);
            }
        }
        try {
            while (isOpen() && !receiver.take(signal)) {
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            // It has ended meanwhile, which is what was wanted.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean isOpen() {
        return !closed;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        before.forEach(Calls::restore);
    }

    /** What is called by its name. */
    private static final class Calls {
        private static final MethodHandle SIGNAL;
        private static final MethodHandle HANDLE;
        private static final MethodHandle CALL;
        private static final Class<?> HANDLER;

        static {
            try {
                Class<?> signal = Class.forName("sun.misc.Signal");
                HANDLER = Class.forName("sun.misc.SignalHandler");
                MethodHandles.Lookup lookup = MethodHandles.publicLookup();
                SIGNAL =
                        lookup.findConstructor(
                                signal, MethodType.methodType(void.class, String.class));
                HANDLE =
                        lookup.findStatic(
                                signal, "handle", MethodType.methodType(HANDLER, signal, HANDLER));
                CALL =
                        lookup.findVirtual(
                                Consumer.class,
                                "accept",
                                MethodType.methodType(void.class, Object.class));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("sun.misc.Signal", e);
            }
        }

        private Calls() {}

        /** Handles a signal from now on; returns what handled it before. */
        static Object handle(String name, Consumer<Object> handler) {
            return set(
                    name, MethodHandleProxies.asInterfaceInstance(HANDLER, CALL.bindTo(handler)));
        }

        static void restore(String name, Object handler) {
            set(name, handler);
        }

        private static Object set(String name, Object handler) {
            try {
                return HANDLE.invoke(SIGNAL.invoke(name), handler);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }
    }
}
