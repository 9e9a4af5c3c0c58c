package dev.stratoscope.model.archive;

import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import org.jspecify.annotations.Nullable;

/**
 * All headers of one entry together: PAX records count most, then GNU's long names, then the block.
 * Accessors throw {@link IllegalArgumentException} with what is wrong.
 *
 * @param header the entry's own block
 * @param pax the records that apply to it
 * @param longName GNU's long name; null where there is none
 * @param longLink GNU's long link target; null where there is none
 */
record EntryHeaders(
        TarHeader header,
        PaxRecords pax,
        @Nullable ByteString longName,
        @Nullable ByteString longLink) {

    ByteString path() {
        ByteString sparseName = pax.bytes("GNU.sparse.name");
        ByteString path = sparseName == null ? pax.bytes("path") : sparseName;
        return path != null ? path : longName != null ? longName : header.name();
    }

    /** How many bytes follow the headers. */
    long stored() {
        Long told = pax.number("size");
        if (hasNoData()) {
            return 0;
        }
        if (told == null) {
            return header.size();
        }
        if (header.size() != 0 && header.size() != told) {
            throw new IllegalArgumentException(
                    "PAX says " + told + " bytes, the header " + header.size());
        }
        return told;
    }

    EntryType type() {
        return switch (header.typeFlag()) {
            case '0', '7', 'S' -> endsInSlash() ? EntryType.DIRECTORY : EntryType.FILE;
            case '1' -> EntryType.HARDLINK;
            case '2' -> EntryType.SYMLINK;
            case '3' -> EntryType.CHARACTER_DEVICE;
            case '4' -> EntryType.BLOCK_DEVICE;
            case '5', 'D' -> EntryType.DIRECTORY;
            case '6' -> EntryType.FIFO;
            default ->
                    throw new IllegalArgumentException(
                            "an entry of type '" + printable(header.typeFlag()) + "' is not known");
        };
    }

    Attributes attributes(long size) {
        EntryType type = type();
        ByteString link = pax.bytes("linkpath");
        long[] mtime = pax.time("mtime");
        Long uid = pax.number("uid");
        Long gid = pax.number("gid");
        ByteString user = pax.bytes("uname");
        ByteString group = pax.bytes("gname");
        boolean isLink = type == EntryType.SYMLINK || type == EntryType.HARDLINK;
        ByteString target = link != null ? link : longLink != null ? longLink : header.link();
        if (isLink && target.isEmpty()) {
            throw new IllegalArgumentException("a link without a target");
        }
        return new Attributes(
                type,
                header.mode(),
                uid == null ? header.uid() : uid,
                gid == null ? header.gid() : gid,
                user == null ? header.user() : user,
                group == null ? header.group() : group,
                type == EntryType.FILE ? size : 0,
                mtime == null ? header.mtime() : mtime[0],
                mtime == null ? 0 : (int) mtime[1],
                isLink ? target : ByteString.EMPTY,
                type.isDevice() ? device("SCHILY.devmajor", header.major()) : 0,
                type.isDevice() ? device("SCHILY.devminor", header.minor()) : 0,
                pax.xattrs());
    }

    /** Links, devices, directories and pipes have no data, whatever their size field says. */
    private boolean hasNoData() {
        return header.typeFlag() >= '1' && header.typeFlag() <= '6';
    }

    /** Before ustar a directory was a file whose name ends in a slash. */
    private boolean endsInSlash() {
        ByteString path = path();
        return !path.isEmpty() && path.toByteArray()[path.length() - 1] == '/';
    }

    private long device(String key, long inHeader) {
        Long told = pax.number(key);
        return told == null ? inHeader : told;
    }

    private static String printable(char flag) {
        return flag > ' ' && flag < 127 ? String.valueOf(flag) : "0x" + Integer.toHexString(flag);
    }
}
