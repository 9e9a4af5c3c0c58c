package dev.stratoscope.model.archive;

import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The entries of a tar with all that is said of them, so that two tars can be compared. */
record EntryList(List<One> entries) {
    /** One entry; its content is what is stored of a regular file. */
    record One(
            ByteString path,
            Attributes attributes,
            @Nullable List<Entry.Extent> sparse,
            ByteString content) {}

    static EntryList read(byte[] tar) throws IOException {
        TarReader reader = new TarReader(new ByteArrayInputStream(tar), Limits.DEFAULT, "read.tar");
        List<One> entries = new ArrayList<>();
        for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
            boolean file = entry.attributes().type() == EntryType.FILE;
            byte[] content = new byte[file ? (int) entry.stored() : 0];
            for (int at = 0; at < content.length; ) {
                at += reader.read(content, at, content.length - at);
            }
            entries.add(
                    new One(
                            entry.path(),
                            entry.attributes(),
                            entry.sparse(),
                            ByteString.of(content)));
        }
        return new EntryList(entries);
    }

    byte[] write() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TarWriter writer = new TarWriter(bytes);
        for (One one : entries) {
            writer.add(
                    one.path(),
                    one.attributes(),
                    one.sparse(),
                    new ByteArrayInputStream(one.content().toByteArray()));
        }
        writer.end();
        return bytes.toByteArray();
    }
}
