package dev.stratoscope.model.container;

import dev.stratoscope.model.runtime.Launcher;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/** The containers of one home. Safe for use by many threads and processes. */
public interface Containers {
    /** All of them, the newest first; a damaged record is listed with its problem. */
    List<Container> list() throws IOException;

    /**
     * The container of a name or id.
     *
     * @param text a name, or the first digits of an id that no other has
     * @throws NoSuchContainerException when there is none, or several
     */
    Container find(String text) throws IOException;

    /**
     * Makes a container and starts nothing. The image's layers are unpacked where they are not yet,
     * but not where {@link #obstacle} tells that it could not be started.
     *
     * @param progress advanced by bytes of files
     * @throws IOException when there is no such image, the name is taken, the user is unknown, or
     *     the disk is full; nothing is left behind then
     */
    Container create(RunSpec spec, Progress progress) throws IOException;

    /**
     * Why containers can be made, looked at and changed here but not started, and what can be done,
     * in a line; null when nothing forbids it.
     */
    @Nullable String obstacle();

    /**
     * What could run containers here, in the order it is tried, with the reason why it is unfit.
     */
    List<Launcher> runtimes() throws IOException;

    /** Removes containers that do not run, and unpacked layers that nobody needs. */
    Pruned prune(Progress progress) throws IOException;

    /**
     * Removes unpacked layers that nobody needs, and what killed programs left; containers stay.
     *
     * @return the bytes freed
     */
    long tidy(Progress progress) throws IOException;

    /**
     * What was removed.
     *
     * @param ids of containers
     * @param freed bytes
     */
    record Pruned(List<String> ids, long freed) {
        /** Copies the list. */
        public Pruned {
            ids = List.copyOf(ids);
        }
    }
}
