package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.ImageFormatException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Writes files below a folder, each safe on disk when it is there. */
final class FolderMemberWriter implements MemberWriter {
    private final Path folder;
    private final List<Path> folders = new ArrayList<>();

    /** A writer into a folder that it makes. */
    FolderMemberWriter(Path folder) throws IOException {
        this.folder = Files.createDirectory(folder);
        folders.add(folder);
    }

    @Override
    public void directory(String path) throws IOException {
        folders.add(Files.createDirectory(folder.resolve(path)));
    }

    @Override
    public void file(String path, long size, InputStream content) throws IOException {
        Path file = folder.resolve(path);
        byte[] buffer = new byte[1 << 18];
        long written = 0;
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int got = content.read(buffer); got >= 0; got = content.read(buffer)) {
                ByteBuffer rest = ByteBuffer.wrap(buffer, 0, got);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                written += got;
            }
            out.force(true);
        }
        if (written != size) {
            throw new ImageFormatException(path, written + " bytes long, not " + size);
        }
    }

    /** Makes the names safe as well, where the system can do that. */
    @Override
    public void end() throws IOException {
        for (Path one : folders) {
            try (FileChannel names = FileChannel.open(one, StandardOpenOption.READ)) {
                names.force(true);
            } catch (AccessDeniedException e) {
                // Windows opens no folders; its journal keeps names by itself.
                return;
            }
        }
    }
}
