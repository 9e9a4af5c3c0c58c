package dev.stratoscope.model.image;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One row of {@code docker history}: a step of the change-log with the size of its layer.
 *
 * @param id the image id, which only the newest step of an image read from a source has; null
 *     prints {@code <missing>}
 * @param step the position in the config's history; -1 for a layer that history does not tell of
 * @param layer the layer the step made, from 0 at the bottom; -1 for a step without a layer
 * @param created when; null where it is not said
 * @param createdBy the command; empty where it is not said
 * @param size docker's SIZE in bytes: regular files plus symlink targets
 * @param comment free words; empty where there are none
 */
public record HistoryRow(
        @Nullable Digest id,
        int step,
        int layer,
        @Nullable Instant created,
        String createdBy,
        long size,
        String comment) {

    /**
     * The rows of an image, newest first. Layers that history does not tell of stand on top of
     * those it does, as rows without a command; steps that tell of layers which are not there have
     * none.
     *
     * @param contentSizes docker's SIZE of each layer, bottom first, one for each diffID
     */
    public static List<HistoryRow> of(ImageConfig config, List<Long> contentSizes) {
        List<HistoryRow> rows = new ArrayList<>();
        int layer = 0;
        List<History> history = config.history();
        for (int step = 0; step < history.size(); step++) {
            History told = history.get(step);
            boolean none = told.emptyLayer() || layer == contentSizes.size();
            int own = none ? -1 : layer++;
            rows.add(
                    new HistoryRow(
                            null,
                            step,
                            own,
                            told.created(),
                            told.createdBy(),
                            own < 0 ? 0 : contentSizes.get(own),
                            told.comment()));
        }
        for (; layer < contentSizes.size(); layer++) {
            rows.add(new HistoryRow(null, -1, layer, null, "", contentSizes.get(layer), ""));
        }
        if (!rows.isEmpty()) {
            rows.add(rows.removeLast().withId(config.id()));
        }
        Collections.reverse(rows);
        return List.copyOf(rows);
    }

    private HistoryRow withId(Digest image) {
        return new HistoryRow(image, step, layer, created, createdBy, size, comment);
    }
}
