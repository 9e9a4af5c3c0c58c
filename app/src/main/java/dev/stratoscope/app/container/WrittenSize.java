package dev.stratoscope.app.container;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.container.WritableLayer;

/**
 * How much a container wrote.
 *
 * @param bytes of the files of its writable layer
 * @param paths that differ from the image
 */
record WrittenSize(long bytes, int paths) {

    /** What is in a writable layer. */
    static WrittenSize of(WritableLayer written) {
        return new WrittenSize(written.layer().contentSize(), written.changes().paths());
    }

    /** Both in words. */
    String words() {
        return "It wrote "
                + HumanSize.spaced(bytes)
                + " in "
                + HumanSize.grouped(paths)
                + (paths == 1 ? " path" : " paths");
    }
}
