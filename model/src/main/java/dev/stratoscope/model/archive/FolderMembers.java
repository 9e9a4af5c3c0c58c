package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryPath;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The files of a folder. A name that leads out of it, by dots or by a link, is refused: documents
 * name members freely.
 */
record FolderMembers(Path folder, LayerRecords records) implements Members {
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
        List<String> names = new ArrayList<>();
        Files.walkFileTree(
                folder,
                Set.of(),
                2,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()) {
                            names.add(folder.relativize(file).toString().replace('\\', '/'));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException reason) {
                        // What may not be read cannot be a member.
                        return FileVisitResult.CONTINUE;
                    }
                });
        names.sort(null);
        return names;
    }
}
