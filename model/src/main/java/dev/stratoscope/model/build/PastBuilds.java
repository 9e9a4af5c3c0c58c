package dev.stratoscope.model.build;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.store.Making;
import dev.stratoscope.model.store.OpenedImage;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What is kept of builds that ended: records, and their steps as images. Safe for many threads. */
final class PastBuilds {
    private final BuildHome home;
    private final States states;
    private final BuildHistory history;
    private final StepImages images;

    /**
     * What a home has.
     *
     * @param states of this run of the program
     */
    PastBuilds(BuildHome home, States states) {
        this.home = home;
        this.states = states;
        this.history = new BuildHistory(home.folder().resolve("history"));
        this.images = new StepImages(home.folder().resolve("images"));
    }

    /** The builds, the newest first. */
    List<BuildRecord> all() throws IOException {
        return history.all();
    }

    /** Keeps one. */
    void add(BuildRecord record) throws IOException {
        for (BuildRecord.Step step : record.steps()) {
            Descriptor made = step.image();
            StageState state = made == null ? null : states.find(made);
            if (made != null && state != null) {
                images.keep(made, state);
            }
        }
        history.add(record);
    }

    /** Forgets the images of steps that no record names, or all. */
    void prune(boolean all) throws IOException {
        Set<Digest> kept =
                all
                        ? Set.of()
                        : all().stream()
                                .flatMap(record -> record.steps().stream())
                                .map(BuildRecord.Step::image)
                                .filter(Objects::nonNull)
                                .map(Descriptor::digest)
                                .collect(Collectors.toUnmodifiableSet());
        images.retain(kept);
    }

    /**
     * Writes the documents of the image that a step made, if they are not there.
     *
     * @param image as {@link StepResult#image}
     * @return an image that is kept until it is closed
     * @throws NoSuchFileException when it is not remembered, or a layer of it is gone
     */
    OpenedImage image(Descriptor image) throws IOException {
        StageState state = states.find(image);
        StepImages.Kept kept =
                state == null
                        ? images.find(image)
                        : new StepImages.Kept(state.document(), States.layers(state));
        if (kept == null) {
            throw gone(image, "the step is known no more; build again");
        }
        try (Making making = home.store().making()) {
            for (Descriptor layer : kept.layers()) {
                if (!making.has(layer)) {
                    throw gone(image, "a layer of the step is in the cache no more; build again");
                }
            }
            making.image(kept.bytes(), kept.layers(), Progress.NONE);
            return home.store().leased(image);
        }
    }

    private static NoSuchFileException gone(Descriptor image, String why) {
        return new NoSuchFileException(image.digest().toString(), null, why);
    }
}
