package dev.stratoscope.app.view.files;

import dev.stratoscope.model.tree.ByteString;

import java.nio.file.Path;
import java.util.List;

/** What is done with files of this machine that are dropped on a folder of a tree. */
public interface FileDrops {
    /**
     * What letting go of them will do, in a few words.
     *
     * @param folder without slashes at its ends; empty is the root
     */
    String words(ByteString folder, List<Path> files);

    /** They were let go of. */
    void drop(ByteString folder, List<Path> files);
}
