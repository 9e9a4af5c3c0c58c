package dev.stratoscope.model.parcel;

import dev.stratoscope.model.tree.ByteString;

import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** An ar: a Debian package, or a library of objects. */
record ArPacking(FileBytes file) implements Packing {
    @Override
    public String word() {
        return "ar";
    }

    @Override
    public void list(Tally to) throws IOException {
        try (InputStream in = to.counted(new BufferedInputStream(file.open(0)));
                ArArchiveInputStream ar = new ArArchiveInputStream(in)) {
            for (ArArchiveEntry one = ar.getNextEntry(); one != null; one = ar.getNextEntry()) {
                long sum = to.wantsSums() ? Sums.of(ar::read) : -1;
                to.add(
                        ByteString.of(one.getName()),
                        Member.Kind.FILE,
                        one.getSize(),
                        Instant.ofEpochSecond(one.getLastModified()),
                        one.getMode() & 07777,
                        sum);
            }
        }
    }

    @Override
    public InputStream open(Member member) throws IOException {
        ArArchiveInputStream ar = new ArArchiveInputStream(new BufferedInputStream(file.open(0)));
        try {
            for (int i = 0; i <= member.number(); i++) {
                if (ar.getNextEntry() == null) {
                    throw new IOException("the archive ends before this member");
                }
            }
            return ar;
        } catch (IOException | RuntimeException e) {
            ar.close();
            throw e;
        }
    }
}
