package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Sources of ADD that lie elsewhere. Safe for use by many threads. */
record Remotes(TemporaryFolder temporary, Archives archives, Limits limits) {
    /**
     * What a source names.
     *
     * @return null when it is a path of the context
     */
    @Nullable Added of(String source, Instruction.Add add, Progress progress) throws IOException {
        Added git = GitSource.of(source, add, temporary, progress);
        if (git != null) {
            return git;
        }
        String lower = source.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return new Download(source, add, this, progress).added();
        }
        if (lower.matches("[a-z][a-z0-9+.-]*://.*")) {
            throw new FileSystemException(
                    source, null, "cannot be added: expected a path, http:// or https://, or git");
        }
        return null;
    }
}
