package dev.stratoscope.model.host;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The bytes of a path on the disk, of which its text may have lost some. */
final class PathBytes {
    private PathBytes() {}

    /** The absolute path; a URI has all bytes, percent-encoded. */
    static byte[] of(Path path) {
        byte[] encoded = path.toUri().getRawPath().getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length);
        for (int i = 0; i < encoded.length; i++) {
            if (encoded[i] == '%') {
                int high = Character.digit(encoded[++i], 16);
                int low = Character.digit(encoded[++i], 16);
                bytes.write(high << 4 | low);
            } else {
                bytes.write(encoded[i]);
            }
        }
        return bytes.toByteArray();
    }
}
