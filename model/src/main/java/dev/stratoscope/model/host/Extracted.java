package dev.stratoscope.model.host;

import dev.stratoscope.model.tree.ByteString;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came of an extraction. Immutable.
 *
 * @param files regular files written
 * @param directories folders made, and those that were there already
 * @param symlinks symbolic links made
 * @param hardLinks further names given to files
 * @param fifos named pipes made
 * @param devices devices made
 * @param bytes the sum of the lengths of the files written
 * @param skipped what was left out; what is below a folder that was left out is not in it
 * @param losses how many things lack something the image has, by what it is
 */
public record Extracted(
        long files,
        long directories,
        long symlinks,
        long hardLinks,
        long fifos,
        long devices,
        long bytes,
        List<Skipped> skipped,
        Map<Loss, Long> losses) {
    /** Nothing at all. */
    public static final Extracted NOTHING = new Extracted(0, 0, 0, 0, 0, 0, 0, List.of(), Map.of());

    /** Copies the collections. */
    public Extracted {
        skipped = List.copyOf(skipped);
        losses = losses.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(losses));
    }

    /** What came of this extraction and another one together. */
    public Extracted plus(Extracted other) {
        List<Skipped> allSkipped = new ArrayList<>(skipped);
        allSkipped.addAll(other.skipped);
        Map<Loss, Long> allLosses = new EnumMap<>(Loss.class);
        allLosses.putAll(losses);
        other.losses.forEach((loss, count) -> allLosses.merge(loss, count, Long::sum));
        return new Extracted(
                files + other.files,
                directories + other.directories,
                symlinks + other.symlinks,
                hardLinks + other.hardLinks,
                fifos + other.fifos,
                devices + other.devices,
                bytes + other.bytes,
                allSkipped,
                allLosses);
    }

    /** Whether something that was asked for is not there. */
    public boolean isIncomplete() {
        return skipped.stream().anyMatch(one -> one.why() != Why.DEVICE);
    }

    /**
     * Something left out, with all below it.
     *
     * @param path its path in the image
     */
    public record Skipped(ByteString path, Why why) {}

    /** Why something was left out. */
    public enum Why {
        /** It is a device, and none were asked for. */
        DEVICE,
        /** The system or the disk cannot hold its name, or its target if it is a link. */
        NAME,
        /** The disk takes its name for that of another thing of the same folder. */
        SAME_NAME,
        /** The system or the disk has no such kind of file. */
        KIND
    }

    /** What can be missing of something that was extracted. */
    public enum Loss {
        /** Set-uid, set-gid or sticky bits that were not asked for. */
        SPECIAL_BITS,
        /** Extended attributes other than {@code user.*} that were not asked for. */
        SPECIAL_XATTRS,
        /** Extended attributes that the disk or the system did not take. */
        XATTRS,
        /** Permission bits that the disk or the system did not take. */
        MODE,
        /** A time that the disk or the system did not take. */
        TIME,
        /** Being one file with others: the disk took no hard link, so that it is a copy. */
        HARD_LINKS
    }
}
