package dev.stratoscope.model.container;

import dev.stratoscope.model.compare.Comparison;
import dev.stratoscope.model.compare.Ignored;
import dev.stratoscope.model.compare.Side;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.snapshot.Active;
import dev.stratoscope.model.snapshot.UpperLayer;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/** Compares what an upper folder says with the image below it. */
final class LayerView {
    /** Stands for the writable layer where digests of layers are compared; no tar has it. */
    private static final Digest WRITABLE =
            Digest.sha256("the writable layer".getBytes(StandardCharsets.UTF_8));

    private LayerView() {}

    /** What an upper folder says beside the image. */
    static WritableLayer of(BaseImage image, UpperLayer upper, Progress progress)
            throws IOException {
        Side before = image.side();
        List<LayerIndex> layers = new ArrayList<>(before.layers());
        layers.add(upper.index());
        List<Digest> diffIds = new ArrayList<>(before.diffIds());
        diffIds.add(WRITABLE);
        Comparison changes =
                Comparison.of(before, new Side(layers, diffIds, 0), Ignored.NOTHING, progress);
        Contents below = image.contents();
        int top = before.layers().size();
        Contents contents =
                (entry, offset) ->
                        (entry.layer() == top ? upper.contents() : below).open(entry, offset);
        return new WritableLayer(changes, upper.index(), contents, upper.lastWrite());
    }

    /** What a container writes, as it writes. */
    static final class Live implements LiveLayer {
        private final BaseImage image;
        private final ContainerHome home;
        private final ContainerRecord record;
        private Active.Watch watch;
        private @Nullable WritableLayer last;
        private @Nullable LayerIndex seen;

        Live(ContainerHome home, ContainerRecord record, BaseImage image) throws IOException {
            this.home = home;
            this.record = record;
            this.image = image;
            this.watch = home.active(record).watch();
        }

        private interface Question<T> {
            T of(Active.Watch watch) throws IOException;
        }

        /** A layer whose folder is gone was converted, unless its container was removed. */
        private <T> T asking(Question<T> question) throws IOException {
            refuseOver();
            try {
                return question.of(watch);
            } catch (NoSuchFileException e) {
                refuseOver();
                watch.close();
                watch = home.active(record).watch();
                return question.of(watch);
            }
        }

        private void refuseOver() throws NoSuchContainerException {
            if (isOver()) {
                throw new NoSuchContainerException(record.name(), "was removed");
            }
        }

        @Override
        public WritableLayer now(Progress progress) throws IOException {
            UpperLayer upper = asking(now -> now.layer(progress));
            WritableLayer known = last;
            if (known == null || seen != upper.index()) {
                known = of(image, upper, progress);
                last = known;
                seen = upper.index();
            }
            return known;
        }

        @Override
        public boolean await(long millis) throws IOException {
            return asking(now -> now.await(millis));
        }

        @Override
        public boolean isOver() {
            return !home.records().exists(record.id());
        }

        @Override
        public void close() throws IOException {
            watch.close();
        }
    }

    /** What a container wrote, all of it read now. */
    static WritableLayer read(BaseImage image, Active active, Limits limits, Progress progress)
            throws IOException {
        return of(image, active.scan(null, limits, progress), progress);
    }
}
