package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.EntryPath;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The members of an uncompressed tar file, read in place: only the headers are read to list them.
 */
final class TarMembers implements Members {
    /** Small: contents between two headers are passed over by seeking. */
    private static final int BUFFER = 4 * TarReader.BLOCK;

    private final Path file;
    private final MemberTable table;
    private final LayerRecords records;

    private TarMembers(Path file, MemberTable table, LayerRecords records) {
        this.file = file;
        this.records = records;
        this.table = table;
    }

    static TarMembers list(Path file, Limits limits, LayerRecords records, Progress progress)
            throws IOException {
        String name = file.getFileName() + "";
        long size = Files.size(file);
        MemberTable table = new MemberTable(name, limits);
        try (InputStream in = new BufferedInputStream(new FileInputStream(file.toFile()), BUFFER)) {
            TarReader tar = new TarReader(in, limits, name);
            for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
                long padded = entry.stored() + (-entry.stored() & (TarReader.BLOCK - 1));
                if (padded > size - entry.offset()) {
                    throw new TarFormatException(
                            name,
                            entry.offset(),
                            "cut short: the file ends at "
                                    + size
                                    + " bytes, inside member "
                                    + EntryPath.printable(entry.path()));
                }
                table.add(entry);
                progress.advance(0);
            }
        }
        return new TarMembers(file, table, records);
    }

    @Override
    public String container() {
        return file.getFileName() + "";
    }

    @Override
    public List<String> names() {
        return table.names();
    }

    @Override
    public @Nullable ByteSource find(String name) throws IOException {
        TarEntry entry = table.find(name);
        return entry == null ? null : new FileSlice(file, entry.offset(), entry.stored());
    }

    @Override
    public LayerRecords records() {
        return records;
    }
}
