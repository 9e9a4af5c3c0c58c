package dev.stratoscope.app.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.reading.LimitRaise;
import dev.stratoscope.app.reading.OwnerNames;
import dev.stratoscope.model.ImageStore;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.image.HistoryRow;
import dev.stratoscope.model.image.Image;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.Inspect;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Brings one try to open an image into the parts of its tab: the documents at once, then each layer
 * as it is read. Another try may have begun meanwhile. On the JavaFX thread.
 */
final class ImageShow {
    private final ReadImage read;
    private final TabParts parts;
    private final LayerReading reading;
    private final Predicate<ImageShow> isShown;

    /**
     * Shows nothing yet.
     *
     * @param stored whether the image is in the local store
     * @param raise opens it again within another limit
     * @param isShown whether a try is still the one that the tab shows
     */
    ImageShow(
            OpenImage image,
            TabParts parts,
            boolean stored,
            Consumer<LimitRaise> raise,
            Predicate<ImageShow> isShown) {
        this.read = new ReadImage(image);
        this.parts = parts;
        this.isShown = isShown;
        FailureBanners failures =
                new FailureBanners(parts.title(), stored, parts.banners(), parts.body(), raise);
        this.reading =
                new LayerReading(
                        parts.jobs(),
                        image,
                        new LayerNews(
                                read,
                                parts.tree(),
                                parts.body(),
                                failures,
                                () -> isShown.test(this)));
    }

    ReadImage read() {
        return read;
    }

    /** Whether every layer was read, none of them in vain. */
    boolean isComplete() {
        return read.isFinished() && read.layers().contentSize() >= 0;
    }

    /** Shows what the documents tell. */
    void documents() {
        OpenImage image = read.image();
        ImageBody body = parts.body();
        parts.header().show(image, -1);
        body.showSteps(read.steps(), image.image().config().history().size());
        body.details().setImage(image, OwnerNames.NONE);
        body.commands().setImage(image);
        showHistory();
        showInspect(-1);
        body.files().say("Reading the layers…");
        LayerSaving saving =
                new LayerSaving(parts.jobs(), parts.banners(), body, image, parts.title());
        new StepActs(read, body, saving).install();
    }

    /** Reads every layer; on a background thread. */
    ImageShow index(Progress progress) throws IOException {
        reading.run(progress);
        return this;
    }

    /** Shows that what was not read by now never will be. */
    void stop() {
        read.stop();
        for (int i = 0; i < read.steps().size(); i++) {
            parts.body().showStep(i, read.steps().get(i));
        }
        parts.tree().show(read);
    }

    /** Shows what all layers together tell. */
    void layers() {
        OpenImage image = read.image();
        ImageBody body = parts.body();
        showHistory();
        long size = read.layers().contentSize();
        parts.header().show(image, size);
        if (size >= 0) {
            showInspect(size);
        }
        parts.jobs()
                .start(
                        Brief.quiet("Reading owners of " + parts.title()),
                        progress -> OwnerNames.read(image.tree(progress), image.contents()),
                        names -> {
                            body.details().setImage(image, names);
                            body.files().setOwners(names::of);
                        },
                        problem -> {
                            // Owners stay numbers; what is wrong with the layers was told when they
                            // were read.
                        });
        body.findings().check(image, read.layers().fromBottom());
        read.finish();
        parts.tree().show(read);
    }

    /** Tells of each layer which images of the local store have it too, as the store is now. */
    void shares(ImageStore store) {
        parts.jobs()
                .start(
                        Brief.quiet("Counting shared layers of " + parts.title()),
                        progress -> StoreShares.of(read.image().image(), store.contents().images()),
                        pills -> {
                            read.tell(pills);
                            for (int i = 0; i < read.steps().size() && isShown.test(this); i++) {
                                parts.body().showStep(i, read.steps().get(i));
                            }
                        },
                        failure -> {
                            // Of a store that cannot be read the images tab tells; nothing is
                            // claimed here.
                        });
    }

    private void showHistory() {
        ImageConfig config = read.image().image().config();
        List<HistoryRow> rows = HistoryRow.of(config, read.layers().contentSizes());
        parts.body().history().show(rows, config.toldLayers(), read.image().layerCount());
        parts.body().dockerfile().show(config, rows);
    }

    /** Docker's size is known once every layer was read; until then it is null. */
    private void showInspect(long size) {
        Image image = read.image().image();
        JsonNode document = Inspect.of(image.config(), image.names(), size);
        if (size < 0 && document.get(0) instanceof ObjectNode unsized) {
            unsized.putNull("Size").putNull("VirtualSize");
        }
        boolean known = image.kind() == ListedImage.Kind.IMAGE;
        int bytes = image.config().size();
        String about = String.format("%,d bytes of config, sha256 is the image ID", bytes);
        parts.body().inspect().show(document, about, bytes, known);
    }
}
