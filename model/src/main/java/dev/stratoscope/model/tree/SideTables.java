package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.ImageFormatException;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What many nodes of a layer have in common, or few have at all. Immutable.
 *
 * @param looks the combinations of type, marks, mode and owner that occur; see {@link Look}
 * @param owners the owners those name
 * @param rares what few files have
 * @param findings oddities met while reading
 */
record SideTables(Looks looks, List<Owner> owners, List<Rare> rares, List<Finding> findings) {
    private static final ByteString PATH_OF_NONE = ByteString.EMPTY;

    /** Who a file belongs to. */
    record Owner(long uid, long gid, ByteString user, ByteString group) {
        boolean sameNumbers(Owner other) {
            return uid == other.uid && gid == other.gid;
        }
    }

    /** What few files have: a device's numbers, extended attributes, a sparse map. */
    record Rare(
            long major,
            long minor,
            Map<ByteString, ByteString> xattrs,
            @Nullable List<Entry.Extent> sparse) {}

    void write(SideWriter out) {
        out.number(looks.count());
        for (int i = 0; i < looks.count(); i++) {
            out.number(looks.packed(i));
        }
        out.number(owners.size());
        for (Owner owner : owners) {
            out.number(owner.uid());
            out.number(owner.gid());
            out.bytes(owner.user());
            out.bytes(owner.group());
        }
        out.number(rares.size());
        for (Rare rare : rares) {
            write(rare, out);
        }
        out.number(findings.size());
        for (Finding finding : findings) {
            out.bytes(ByteString.of(finding.code().name()));
            out.bytes(ByteString.of(finding.severity().name()));
            out.number(finding.layer());
            out.number(finding.path() == null ? 0 : 1);
            out.bytes(finding.path() == null ? PATH_OF_NONE : ByteString.of(finding.path()));
            out.bytes(ByteString.of(finding.subject()));
            out.bytes(ByteString.of(finding.message()));
        }
    }

    private static void write(Rare rare, SideWriter out) {
        out.number(rare.major());
        out.number(rare.minor());
        out.number(rare.xattrs().size());
        rare.xattrs().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        xattr -> {
                            out.bytes(xattr.getKey());
                            out.bytes(xattr.getValue());
                        });
        List<Entry.Extent> sparse = rare.sparse();
        out.number(sparse == null ? -1 : sparse.size());
        for (Entry.Extent piece : sparse == null ? List.<Entry.Extent>of() : sparse) {
            out.number(piece.offset());
            out.number(piece.length());
        }
    }

    static SideTables read(SideReader in) throws ImageFormatException {
        long[] looks = new long[in.count(Long.BYTES)];
        for (int i = 0; i < looks.length; i++) {
            looks[i] = in.number();
        }
        List<Owner> owners = new ArrayList<>();
        for (int left = in.count(4 * Long.BYTES); left > 0; left--) {
            owners.add(new Owner(in.number(), in.number(), in.bytes(), in.bytes()));
        }
        for (long look : looks) {
            if (!Looks.isSound(look, owners.size())) {
                throw in.damage("a look that is none");
            }
        }
        List<Rare> rares = new ArrayList<>();
        for (int left = in.count(4 * Long.BYTES); left > 0; left--) {
            rares.add(rare(in));
        }
        List<Finding> findings = new ArrayList<>();
        for (int left = in.count(7 * Long.BYTES); left > 0; left--) {
            findings.add(finding(in));
        }
        return new SideTables(new Looks(looks), owners, rares, List.copyOf(findings));
    }

    private static Rare rare(SideReader in) throws ImageFormatException {
        long major = in.number();
        long minor = in.number();
        Map<ByteString, ByteString> xattrs = new HashMap<>();
        for (int left = in.count(2 * Long.BYTES); left > 0; left--) {
            xattrs.put(in.bytes(), in.bytes());
        }
        long pieces = in.number();
        if (pieces < 0) {
            return new Rare(major, minor, Map.copyOf(xattrs), null);
        }
        List<Entry.Extent> sparse = new ArrayList<>();
        long end = 0;
        for (int left = in.counted(pieces, 2 * Long.BYTES); left > 0; left--) {
            Entry.Extent piece = new Entry.Extent(in.number(), in.number());
            if (piece.offset() < end
                    || piece.length() < 0
                    || piece.length() > Long.MAX_VALUE - piece.offset()) {
                throw in.damage("a sparse map out of order");
            }
            end = piece.offset() + piece.length();
            sparse.add(piece);
        }
        return new Rare(major, minor, Map.copyOf(xattrs), List.copyOf(sparse));
    }

    private static Finding finding(SideReader in) throws ImageFormatException {
        try {
            Finding.Code code = Finding.Code.valueOf(in.bytes().toString());
            Finding.Severity severity = Finding.Severity.valueOf(in.bytes().toString());
            int layer = Math.toIntExact(in.number());
            boolean hasPath = in.number() != 0;
            String path = in.bytes().toString();
            return new Finding(
                    code,
                    severity,
                    layer,
                    hasPath ? path : null,
                    in.bytes().toString(),
                    in.bytes().toString());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ImageFormatException(SideReader.ITEM, "a finding that is none", e);
        }
    }

    /** Takes looks, owners and rare things one by one, and gives each a number once. */
    static final class Collector {
        private final Map<Owner, Integer> owners = new LinkedHashMap<>();
        private final Map<Long, Integer> looks = new LinkedHashMap<>();
        private final Map<Rare, Integer> rares = new LinkedHashMap<>();
        private @Nullable Owner lastOwner;
        private int lastOwnerNumber;
        private long lastLook = -1;
        private int lastLookNumber;

        int owner(Attributes of) {
            Owner last = lastOwner;
            if (last != null
                    && last.uid() == of.uid()
                    && last.gid() == of.gid()
                    && last.user().equals(of.user())
                    && last.group().equals(of.group())) {
                return lastOwnerNumber;
            }
            Owner wanted = new Owner(of.uid(), of.gid(), of.user(), of.group());
            lastOwnerNumber = owners.computeIfAbsent(wanted, any -> owners.size());
            lastOwner = wanted;
            return lastOwnerNumber;
        }

        int look(long packed) {
            if (packed != lastLook) {
                lastLookNumber = looks.computeIfAbsent(packed, any -> looks.size());
                lastLook = packed;
            }
            return lastLookNumber;
        }

        int rare(Rare wanted) {
            return rares.computeIfAbsent(wanted, any -> rares.size());
        }

        SideTables tables(List<Finding> findings) {
            long[] packed = new long[looks.size()];
            looks.forEach((look, number) -> packed[number] = look);
            return new SideTables(
                    new Looks(packed),
                    List.copyOf(owners.keySet()),
                    List.copyOf(rares.keySet()),
                    List.copyOf(findings));
        }
    }
}
