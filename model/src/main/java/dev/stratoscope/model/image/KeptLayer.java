package dev.stratoscope.model.image;

/**
 * A layer of an image in the local store.
 *
 * @param diffId the digest of the tar
 * @param blob the digest of the bytes as stored
 * @param storedSize the length of the stored bytes
 * @param contentSize docker's SIZE in bytes: regular files and the lengths of symlink targets
 * @param createdBy the instruction that made it, as the history has it; empty where it has none
 * @param images how many images of the store have these stored bytes, this one included; at least
 *     1. The same tar compressed in two ways is stored twice, and not shared
 */
public record KeptLayer(
        Digest diffId,
        Digest blob,
        long storedSize,
        long contentSize,
        String createdBy,
        int images) {
    /** Whether another image of the store has these stored bytes too. */
    public boolean isShared() {
        return images > 1;
    }
}
