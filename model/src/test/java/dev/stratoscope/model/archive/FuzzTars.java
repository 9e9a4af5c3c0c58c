package dev.stratoscope.model.archive;

import java.util.List;

/** Tars of every format, small, for a fuzzer to begin with. */
public final class FuzzTars {
    private FuzzTars() {}

    /** The tars. */
    public static List<byte[]> all() {
        return List.of(pax(), gnu(), oldSparse(), newSparse(), links(), v7());
    }

    private static byte[] pax() {
        return new RawTar()
                .extension('g', RawTar.records("uname", "root"))
                .pax("path", "d/long", "mtime", "-1.5", "SCHILY.xattr.user.a", "b", "uid", "70000")
                .file("x", "hi")
                .end()
                .toByteArray();
    }

    private static byte[] gnu() {
        return new RawTar()
                .extension('L', "a/long/name\0")
                .extension('K', "a/long/target\0")
                .header(new RawTar.Header('2', "x", 0).gnu().link("y"))
                .file("f", "text")
                .end()
                .toByteArray();
    }

    private static byte[] oldSparse() {
        RawTar.Header header = new RawTar.Header('S', "sparse", 4).gnu();
        header.text(386, "00000000000\0").text(398, "00000000002\0");
        header.text(410, "00000001000\0").text(422, "00000000002\0");
        header.text(483, "00000002000\0");
        return new RawTar().header(header).data("abcd").end().toByteArray();
    }

    private static byte[] newSparse() {
        RawTar tar = new RawTar();
        tar.pax("GNU.sparse.size", "900", "GNU.sparse.map", "0,1,800,1").file("a", "xy");
        tar.pax(
                "GNU.sparse.size",
                "900",
                "GNU.sparse.numblocks",
                "1",
                "GNU.sparse.offset",
                "5",
                "GNU.sparse.numbytes",
                "2");
        tar.file("b", "xy");
        tar.pax(
                "GNU.sparse.major",
                "1",
                "GNU.sparse.minor",
                "0",
                "GNU.sparse.name",
                "c",
                "GNU.sparse.realsize",
                "900");
        String data = "1\n5\n2\n" + "\0".repeat(506) + "xy";
        return tar.file("GNUSparseFile/c", data).end().toByteArray();
    }

    private static byte[] links() {
        return new RawTar()
                .header(new RawTar.Header('5', "d/", 0))
                .file("d/f", "1")
                .header(new RawTar.Header('1', "d/g", 0).link("d/f"))
                .header(new RawTar.Header('2', "d/s", 0).link("../f"))
                .header(
                        new RawTar.Header('3', "d/c", 0)
                                .text(329, "0000001\0")
                                .text(337, "0000003\0"))
                .header(new RawTar.Header('6', "d/p", 0))
                .file("d/.wh.x", "")
                .file(".wh..wh..opq", "")
                .end()
                .toByteArray();
    }

    private static byte[] v7() {
        return new RawTar()
                .header(new RawTar.Header('\0', "old/", 0).zero(257, 512))
                .header(new RawTar.Header('\0', "old/f", 3).zero(257, 512))
                .data("abc")
                .toByteArray();
    }
}
