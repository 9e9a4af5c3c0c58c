package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Short words for scanning a layer that lies in memory. */
final class Scan {
    private Scan() {}

    static ScannedLayer of(byte[] stored) throws IOException {
        return LayerScan.scan(
                "layer.tar", new ByteArrayInputStream(stored), Limits.DEFAULT, Progress.NONE);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
