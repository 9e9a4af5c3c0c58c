package dev.stratoscope.model.build;

import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.store.Store;

import java.nio.file.Path;
import java.time.Clock;

/**
 * Where builds have their parts.
 *
 * @param folder what is kept of builds; made when it is needed
 */
public record BuildHome(
        Path folder,
        Store store,
        StepRunner runner,
        ImageResolver images,
        Limits limits,
        Clock clock) {
    /** The layers of earlier builds. */
    StepCache cache() {
        return new StepCache(folder.resolve("cache"), store.holds());
    }
}
