package dev.stratoscope.app.image;

import dev.stratoscope.app.text.Escapes;

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

    /** The last part, short enough for a tab. */
    public static String brief(String name, String file) {
        String whole = of(name, file);
        return whole.substring(whole.lastIndexOf('/') + 1);
    }
}
