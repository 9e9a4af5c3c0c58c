package dev.stratoscope.resources;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/** The contents of the sample image: a description and the files it names. */
public final class Sample {
    private Sample() {}

    /** The description of the image, UTF-8 text; how to read it stands at its top. */
    public static byte[] description() throws IOException {
        return content("image.txt");
    }

    /**
     * The content of a file.
     *
     * @param name as the description names it
     * @throws FileNotFoundException when there is none of that name
     */
    public static byte[] content(String name) throws IOException {
        try (InputStream in = Sample.class.getResourceAsStream("sample/" + name)) {
            if (in == null) {
                throw new FileNotFoundException("the sample has no " + name);
            }
            return in.readAllBytes();
        }
    }
}
