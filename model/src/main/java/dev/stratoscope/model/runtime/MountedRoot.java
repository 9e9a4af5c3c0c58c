package dev.stratoscope.model.runtime;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.stratoscope.model.task.Aside;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A container's root, mounted for one program and those that it starts. A thread of this program
 * gets a mount namespace of its own (mount_namespaces(7)), mounts there, starts the program, and
 * ends; nothing is left mounted when either of them is killed.
 *
 * @param layers the folder that the options' paths are relative to
 * @param options of the overlay
 * @param root where it is mounted
 * @param hidesUnified whether the second version of cgroups is unmounted
 */
record MountedRoot(Path layers, String options, Path root, boolean hidesUnified) {
    private static final MethodHandle UNSHARE = Kernel.call("unshare", -1, JAVA_INT, JAVA_INT);
    private static final MethodHandle ENTER = Kernel.call("fchdir", -1, JAVA_INT, JAVA_INT);
    private static final MethodHandle MOUNT =
            Kernel.call("mount", -1, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS);
    private static final MethodHandle UNMOUNT =
            Kernel.call("umount2", -1, JAVA_INT, ADDRESS, JAVA_INT);

    private static final int CLONE_NEWNS = 0x20000;
    private static final long MS_REC = 0x4000;
    private static final long MS_SLAVE = 0x80000;
    private static final int FOLDER = 0x200000 | 0x80000;

    /** Starts a program that sees the root, in this program's own folder unless it says another. */
    Process start(ProcessBuilder builder) throws IOException {
        AtomicReference<@Nullable Process> started = new AtomicReference<>();
        try (Aside aside =
                Aside.startBlocking(
                        "mounts",
                        () -> {
                            mount();
                            started.set(builder.start());
                        })) {
            aside.join();
        }
        Process process = started.get();
        if (process == null) {
            throw new IOException(builder.command().getFirst() + " was not started");
        }
        return process;
    }

    private void mount() throws IOException {
        Kernel.check("unshare", Kernel.made((_, s) -> (int) UNSHARE.invokeExact(s, CLONE_NEWNS)));
        mount("none", "/", null, MS_REC | MS_SLAVE, null);
        int here = Kernel.open(Path.of("."), FOLDER);
        try {
            int below = Kernel.open(layers, FOLDER);
            try {
                enter(below);
                mount("overlay", root.toString(), "overlay", 0, options);
            } finally {
                enter(here);
                Kernel.close(below);
            }
        } finally {
            Kernel.close(here);
        }
        if (hidesUnified) {
            Kernel.check(
                    Supervision.UNIFIED + ": cannot be unmounted",
                    Kernel.made(
                            (arena, s) ->
                                    (int)
                                            UNMOUNT.invokeExact(
                                                    s, text(arena, Supervision.UNIFIED), 0)));
        }
    }

    private static void enter(int folder) throws IOException {
        Kernel.check("fchdir", Kernel.made((_, s) -> (int) ENTER.invokeExact(s, folder)));
    }

    private static void mount(
            String source, String target, @Nullable String type, long flags, @Nullable String data)
            throws IOException {
        Kernel.check(
                target + ": cannot be mounted on",
                Kernel.made(
                        (arena, s) ->
                                (int)
                                        MOUNT.invokeExact(
                                                s,
                                                text(arena, source),
                                                text(arena, target),
                                                text(arena, type),
                                                flags,
                                                text(arena, data))));
    }

    private static MemorySegment text(Arena arena, @Nullable String text) {
        return text == null ? MemorySegment.NULL : arena.allocateFrom(text);
    }
}
