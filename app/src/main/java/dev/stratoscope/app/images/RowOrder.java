package dev.stratoscope.app.images;

import java.time.Instant;
import java.util.Comparator;

/** What the list can be sorted by. */
enum RowOrder {
    /** By repository, then by tag. */
    REPOSITORY,
    /** By tag, then by repository. */
    TAG,
    /** By image id. */
    IMAGE_ID,
    /** By time, the oldest first; what does not say counts as the oldest. */
    CREATED,
    /** By docker's size. */
    SIZE,
    /** By the part in shared layers. */
    SHARED,
    /** By the part in layers of its own. */
    ONLY_HERE,
    /** The damaged first, those that are open last. */
    IN_USE;

    /** The smallest first. */
    Comparator<ImageRow> upwards() {
        return switch (this) {
            case REPOSITORY ->
                    Comparator.comparing(ImageRow::repository).thenComparing(ImageRow::tag);
            case TAG -> Comparator.comparing(ImageRow::tag).thenComparing(ImageRow::repository);
            case IMAGE_ID -> Comparator.comparing(row -> row.image().id().hex());
            case CREATED -> Comparator.comparing(RowOrder::created);
            case SIZE -> Comparator.comparingLong(row -> row.image().size());
            case SHARED -> Comparator.comparingLong(row -> row.image().sharedSize());
            case ONLY_HERE -> Comparator.comparingLong(row -> row.image().uniqueSize());
            case IN_USE ->
                    Comparator.comparing((ImageRow row) -> row.image().inUse())
                            .thenComparingInt(row -> row.image().containers().size())
                            .thenComparing(row -> row.image().problem() == null);
        };
    }

    private static Instant created(ImageRow row) {
        Instant created = row.image().created();
        return created == null ? Instant.MIN : created;
    }
}
