package dev.stratoscope.app.images;

import dev.stratoscope.model.image.KeptImage;

import java.util.List;
import java.util.Locale;

/**
 * Which rows are shown.
 *
 * @param kind which images
 * @param text words that all have to be in the name, the id or a label; case does not matter
 */
record RowFilter(Kind kind, String text) {
    /** Kinds of images. */
    enum Kind {
        /** Every image. */
        ALL("All"),
        /** Those that somebody has open, or a container is made of. */
        IN_USE("In use"),
        /** Those that nobody has open and no container is made of. */
        UNUSED("Unused"),
        /** Those without a name. */
        DANGLING("Dangling");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The name of the kind. */
        String words() {
            return words;
        }

        /** Whether an image is of this kind. */
        boolean has(KeptImage image) {
            return switch (this) {
                case ALL -> true;
                case IN_USE -> image.isUsed();
                case UNUSED -> !image.isUsed();
                case DANGLING -> image.isDangling();
            };
        }

        /** How many images are of this kind. */
        long count(List<KeptImage> images) {
            return images.stream().filter(this::has).count();
        }
    }

    /** Whether a row is shown. */
    boolean accepts(ImageRow row) {
        if (!kind.has(row.image())) {
            return false;
        }
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        for (String word : wanted.split("\\s+", -1)) {
            if (!isIn(row, word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIn(ImageRow row, String word) {
        String name = row.name() == null ? ImageRow.NONE : row.name().toString();
        return (row.repository() + ":" + row.tag()).toLowerCase(Locale.ROOT).contains(word)
                || name.toLowerCase(Locale.ROOT).contains(word)
                || row.image().id().toString().contains(word)
                || row.image().labels().entrySet().stream()
                        .anyMatch(
                                label ->
                                        (label.getKey() + "=" + label.getValue())
                                                .toLowerCase(Locale.ROOT)
                                                .contains(word));
    }
}
