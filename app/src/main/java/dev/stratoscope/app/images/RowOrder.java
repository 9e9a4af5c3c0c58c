package dev.stratoscope.app.images;

import java.time.Instant;
import java.util.Comparator;

/** What the list can be sorted by, upwards. */
enum RowOrder {
    /** By repository, then by tag. */
    REPOSITORY(Comparator.comparing(ImageRow::repository).thenComparing(ImageRow::tag)),
    /** By tag, then by repository. */
    TAG(Comparator.comparing(ImageRow::tag).thenComparing(ImageRow::repository)),
    /** By image id. */
    IMAGE_ID(Comparator.comparing(row -> row.image().id().hex())),
    /** By age, the oldest first; what does not say counts as the oldest. */
    CREATED(
            Comparator.comparing(
                    row -> {
                        Instant created = row.image().created();
                        return created == null ? Instant.MIN : created;
                    })),
    /** By docker's size. */
    SIZE(Comparator.comparingLong(row -> row.image().size())),
    /** By the part in shared layers. */
    SHARED(Comparator.comparingLong(row -> row.image().sharedSize())),
    /** By the part in layers of its own. */
    ONLY_HERE(Comparator.comparingLong(row -> row.image().uniqueSize())),
    /** Those that are open last, the damaged before all. */
    IN_USE(
            Comparator.comparing((ImageRow row) -> row.image().inUse())
                    .thenComparing(row -> row.image().problem() == null));

    private final Comparator<ImageRow> upwards;

    RowOrder(Comparator<ImageRow> upwards) {
        this.upwards = upwards;
    }

    /** The smallest first. */
    Comparator<ImageRow> upwards() {
        return upwards;
    }
}
