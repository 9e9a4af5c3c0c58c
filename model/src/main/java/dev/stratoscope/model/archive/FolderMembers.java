package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryPath;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a folder. A name that leads out of it, by dots or by a link, is refused: documents
 * name members freely.
 */
record FolderMembers(Path folder) implements Members {
    @Override
    public String container() {
        return folder.toAbsolutePath().normalize().getFileName() + "";
    }

    @Override
    public @Nullable ByteSource find(String name) throws IOException {
        Path file;
        try {
            file = folder.resolve(EntryPath.clean(ByteString.of(name)).toString());
        } catch (InvalidPathException e) {
            return null;
        } catch (ImageFormatException e) {
            throw new ImageFormatException(
                    container(), "member " + name + " leads out of the folder", e);
        }
        if (!Files.isRegularFile(file)) {
            return null;
        }
        Path real = file.toRealPath();
        if (!real.startsWith(folder.toRealPath())) {
            throw new ImageFormatException(
                    container(), "member " + name + " leads out of the folder");
        }
        return new FileSlice(real, 0, Files.size(real));
    }

    /** The files two levels deep, which is where the old layout keeps what it names. */
    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }
}
