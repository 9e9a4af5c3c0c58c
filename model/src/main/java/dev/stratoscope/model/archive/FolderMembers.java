package dev.stratoscope.model.archive;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files of a layout folder. Names asked for are either fixed or made of a checked digest, so
 * none leads out of the folder; what a link in the folder leads to is only shown when its digest is
 * right.
 */
record FolderMembers(Path folder) implements Members {
    @Override
    public String container() {
        return folder.getFileName() + "";
    }

    @Override
    public @Nullable ByteSource find(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? new FileSlice(file, 0, Files.size(file)) : null;
    }
}
