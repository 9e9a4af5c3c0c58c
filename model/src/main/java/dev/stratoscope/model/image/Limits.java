package dev.stratoscope.model.image;

/**
 * What a reader accepts before it gives up on hostile input. Exceeding one is a {@link
 * LimitException} that names it.
 *
 * @param documentBytes most bytes of one JSON document
 * @param documentDepth deepest nesting of one JSON document
 * @param members most members of an outer archive
 * @param layers most layers of one image
 * @param entries most entries of one layer
 * @param pathBytes longest path of an entry, in bytes
 * @param headerBytes most bytes of extended headers for one entry
 * @param indexBytes most bytes of names, link targets and extended attributes of one layer
 * @param expandedBytes most bytes one layer may expand to
 * @param expandedRatio most bytes out of one byte in, looked at from 64 MiB on
 */
public record Limits(
        int documentBytes,
        int documentDepth,
        int members,
        int layers,
        int entries,
        int pathBytes,
        int headerBytes,
        long indexBytes,
        long expandedBytes,
        int expandedRatio) {
    /** Generous for real images, small beside a machine. */
    public static final Limits DEFAULT =
            new Limits(
                    4 << 20,
                    100,
                    200_000,
                    1_000,
                    20_000_000,
                    1 << 16,
                    4 << 20,
                    1L << 30,
                    256L << 30,
                    1_000);
}
