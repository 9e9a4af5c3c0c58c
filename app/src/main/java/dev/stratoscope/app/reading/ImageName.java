package dev.stratoscope.app.reading;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.image.Image;

/** What an image is called where people read it. */
public final class ImageName {
    private ImageName() {}

    /**
     * The whole name; a bare tag, as OCI layouts have it, stands behind the name of the file.
     *
     * @param name as the source has it
     * @param file the file or folder it is in
     */
    public static String of(String name, String file) {
        boolean bare = name.indexOf(':') < 0 && name.indexOf('/') < 0;
        return Escapes.text(bare ? file + ":" + name : name);
    }

    /** What an image, or something kept beside images, is called. */
    public static String of(Image image, String file) {
        if (!image.names().isEmpty()) {
            return of(image.names().getFirst(), file);
        }
        return image.type().isEmpty() ? file : Escapes.text(image.type());
    }

    /** The last part, short enough for a tab. */
    public static String brief(Image image, String file) {
        String whole = of(image, file);
        return whole.substring(whole.lastIndexOf('/') + 1);
    }
}
