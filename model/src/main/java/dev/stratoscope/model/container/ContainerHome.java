package dev.stratoscope.model.container;

import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.runtime.LaunchException;
import dev.stratoscope.model.runtime.Launchers;
import dev.stratoscope.model.runtime.Run;
import dev.stratoscope.model.snapshot.Active;
import dev.stratoscope.model.snapshot.OverlaySnapshot;
import dev.stratoscope.model.snapshot.Snapshots;
import dev.stratoscope.model.store.OpenedImage;
import dev.stratoscope.model.store.Store;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.function.UnaryOperator;

/**
 * Where the parts of containers are: their records, images, writable layers and processes.
 *
 * @param environment looks up a variable of this process; null when it is not set
 */
record ContainerHome(
        Records records,
        Store store,
        Snapshots snapshots,
        Launchers launchers,
        Limits limits,
        Clock clock,
        UnaryOperator<@Nullable String> environment) {

    /** The processes of a container. */
    Run run(String id) {
        return launchers.run(id, records.folder(id));
    }

    /** The image that a container is made of. */
    BaseImage image(ContainerRecord record, Progress progress) throws IOException {
        OpenedImage opened = store.held(record.image());
        return BaseImage.of(opened, limits, progress);
    }

    /**
     * The writable layer of a container.
     *
     * @throws ContainerStateException when it has none yet
     */
    Active active(ContainerRecord record) throws IOException {
        try {
            return snapshots.active(record.id());
        } catch (NoSuchFileException e) {
            ContainerStateException unmade =
                    new ContainerStateException(
                            record.name(),
                            ContainerState.Status.CREATED,
                            "is not made to its end; if nobody is making it, remove it");
            unmade.initCause(e);
            throw unmade;
        }
    }

    /**
     * The writable layer of a container, to be mounted: one in the form that needs no privilege is
     * converted. The caller holds the container's lock.
     *
     * @throws StartFailedException when nothing can be mounted here
     */
    OverlaySnapshot mountable(ContainerRecord record, BaseImage image, Progress progress)
            throws IOException {
        String obstacle = snapshots.codec().obstacle();
        if (obstacle != null) {
            throw new StartFailedException(record.name(), LaunchException.FAILED, obstacle);
        }
        Active active = active(record);
        return active instanceof OverlaySnapshot overlay
                ? overlay
                : snapshots.convert(
                        active,
                        MountPoints.stack(image, record.spec(), record.config(), limits),
                        image.contents(),
                        progress);
    }

    /**
     * Takes away all there is of a container, its record last; the caller holds its lock. May be
     * repeated after any of it was done.
     */
    void remove(String id) throws IOException {
        run(id).delete();
        snapshots.remove(id);
        store.holds().release(id);
        records.remove(id);
    }
}
