package dev.stratoscope.app.images;

import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.StoreContents;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of the list: an image by one of its names.
 *
 * @param name null for an image that has none
 */
record ImageRow(KeptImage image, @Nullable Reference name) {
    /** Docker's word for a name that is missing. */
    static final String NONE = "<none>";

    /** A row for every name, and one for each image without names; in the order of the images. */
    static List<ImageRow> of(StoreContents contents) {
        List<ImageRow> rows = new ArrayList<>();
        for (KeptImage image : contents.images()) {
            image.names().forEach(name -> rows.add(new ImageRow(image, name)));
            if (image.names().isEmpty()) {
                rows.add(new ImageRow(image, null));
            }
        }
        return rows;
    }

    /** The row of an image's first name. */
    static ImageRow first(KeptImage image) {
        return new ImageRow(image, image.names().isEmpty() ? null : image.names().getFirst());
    }

    /** Docker's REPOSITORY. */
    String repository() {
        return name == null
                ? NONE
                : new Reference(name.registry(), name.repository(), null, null).familiar();
    }

    /** Docker's TAG. */
    String tag() {
        String tag = name == null ? null : name.tag();
        return tag == null ? NONE : tag;
    }

    /** What the store knows it by: its name, else its manifest; several may have one id. */
    String key() {
        return name == null ? image.manifest().toString() : name.familiar();
    }

    /** What it is opened by: its name, else its id, which is what one reads in the list. */
    String source() {
        return name == null ? image.id().toString() : key();
    }

    /** What it is called in a sentence: its name, else the beginning of its id. */
    String title() {
        return name == null ? image.id().shortHex() : name.familiar();
    }

    /** What an image is called where there is little room: the last part of its first name. */
    static String brief(KeptImage image) {
        if (image.names().isEmpty()) {
            return image.id().shortHex();
        }
        String whole = image.names().getFirst().familiar();
        return whole.substring(whole.lastIndexOf('/') + 1);
    }

    /** Whether it is the same line of the list, whatever became of the image. */
    boolean isSame(ImageRow other) {
        return key().equals(other.key());
    }
}
