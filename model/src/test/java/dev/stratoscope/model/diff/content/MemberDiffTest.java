package dev.stratoscope.model.diff.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.parcel.FileBytes;
import dev.stratoscope.model.parcel.Listing;
import dev.stratoscope.model.parcel.Parcel;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

final class MemberDiffTest {
    @Test
    void membersOfAZipDifferByTheirBytesAndTimes() throws Exception {
        MemberDiff diff =
                MemberDiff.between(
                        list(zip("same=1@0", "bytes=ab@0", "time=1@0", "old=1@0")),
                        list(zip("new=1@0", "time=1@100000", "bytes=ba@0", "same=1@0")));
        assertEquals(
                "bytes MODIFIED, new ADDED, old DELETED, same UNCHANGED, time METADATA_ONLY",
                words(diff));
        assertEquals(4, diff.differing());
    }

    @Test
    void membersOfATarOfOneLengthDifferByTheirBytes() throws Exception {
        MemberDiff diff = MemberDiff.between(list(tar("a=xy", "b=xy")), list(tar("a=xy", "b=yx")));
        assertEquals("a UNCHANGED, b MODIFIED", words(diff));
        assertFalse(diff.changes().get(0).isUnsure());
    }

    @Test
    void ofSeveralMembersOfOneNameEachIsMatchedOnce() throws Exception {
        MemberDiff diff = MemberDiff.between(list(tar("a=1", "a=2")), list(tar("a=1")));
        assertEquals("a UNCHANGED, a DELETED", words(diff));
    }

    @Test
    void aDamagedArchiveIsComparedAsFarAsItGoes() throws Exception {
        byte[] whole = tar("a=1", "b=2", "c=3");
        MemberDiff diff = MemberDiff.between(list(whole), list(Arrays.copyOf(whole, 1536)));
        assertFalse(diff.isWhole());
        assertEquals(Kind.UNCHANGED, diff.changes().get(0).kind());
    }

    private static String words(MemberDiff diff) {
        List<String> words =
                diff.changes().stream().map(change -> change.name() + " " + change.kind()).toList();
        return String.join(", ", words);
    }

    private static Listing list(byte[] archive) throws IOException {
        Parcel parcel = Parcel.of(FileBytes.of(ByteString.of(archive)), ByteString.of("x"));
        assertNotNull(parcel);
        return parcel.listSums(Progress.NONE);
    }

    private static byte[] zip(String... members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String member : members) {
                int equals = member.indexOf('=');
                int at = member.indexOf('@');
                ZipEntry entry = new ZipEntry(member.substring(0, equals));
                entry.setTime(1_700_000_000_000L + Long.parseLong(member.substring(at + 1)));
                zip.putNextEntry(entry);
                zip.write(member.substring(equals + 1, at).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] tar(String... members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
            for (String member : members) {
                int equals = member.indexOf('=');
                byte[] bytes = member.substring(equals + 1).getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(member.substring(0, equals));
                entry.setSize(bytes.length);
                entry.setModTime(0L);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }
}
