package dev.stratoscope.model.archive;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file as the only member of itself. */
record FileMember(Path file, LayerRecords records) implements Members {
    @Override
    public String container() {
        return file.getFileName() + "";
    }

    @Override
    public @Nullable ByteSource find(String name) throws IOException {
        return name.equals(container()) ? new FileSlice(file, 0, Files.size(file)) : null;
    }

    @Override
    public List<String> names() {
        return List.of(container());
    }
}
