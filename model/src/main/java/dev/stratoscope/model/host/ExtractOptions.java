package dev.stratoscope.model.host;

/**
 * What an extraction keeps beyond names, contents, permission bits and times.
 *
 * @param owners whether files get the image's owners, which takes privilege; otherwise they belong
 *     to whoever extracts them
 * @param devices whether devices are made, which takes privilege
 * @param specialBits whether set-uid, set-gid and sticky bits are set, and extended attributes
 *     other than {@code user.*}
 */
public record ExtractOptions(boolean owners, boolean devices, boolean specialBits) {
    /** What is safe for anybody. */
    public static final ExtractOptions DEFAULT = new ExtractOptions(false, false, false);
}
