package dev.stratoscope.model.image;

import org.jspecify.annotations.Nullable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The name of some bytes: an algorithm and the lower-case hex of its hash (image-spec,
 * descriptor.md, "Digests").
 *
 * <p>A value of this type is safe to use as a file name: it holds lower-case letters and digits
 * only.
 *
 * @param algorithm {@code sha256} or {@code sha512}
 * @param hex the hash, lower-case hexadecimal, of the algorithm's length
 */
public record Digest(String algorithm, String hex) implements Comparable<Digest> {
    /** Checks the algorithm and the length and alphabet of the hash. */
    public Digest {
        int length =
                switch (algorithm) {
                    case "sha256" -> 64;
                    case "sha512" -> 128;
                    default ->
                            throw new IllegalArgumentException(
                                    "digest algorithm " + quote(algorithm) + " is not supported");
                };
        if (hex.length() != length || !isHex(hex)) {
            throw new IllegalArgumentException(
                    quote(hex) + " is not " + length + " lower-case hex digits");
        }
    }

    private static boolean isHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    // Written out: Java links what it makes itself for a record anew at each start, for long.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Digest that
                && hex.equals(that.hex)
                && algorithm.equals(that.algorithm);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    /**
     * Reads {@code algorithm:hex}.
     *
     * @throws IllegalArgumentException when the text is not a digest that can be verified
     */
    public static Digest parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException(quote(text) + " is not a digest");
        }
        return new Digest(text.substring(0, colon), text.substring(colon + 1));
    }

    /** The sha256 of {@code bytes}. */
    public static Digest sha256(byte[] bytes) {
        return ofSha256(newSha256().digest(bytes));
    }

    /** A digest from the 32 raw bytes of a sha256. */
    public static Digest ofSha256(byte[] hash) {
        return new Digest("sha256", HexFormat.of().formatHex(hash));
    }

    /** The raw bytes of the hash. */
    public byte[] hash() {
        return HexFormat.of().parseHex(hex);
    }

    /** A fresh sha256, which every Java platform has. */
    public static MessageDigest newSha256() {
        return hasher("SHA-256");
    }

    /** A fresh hasher for this digest's algorithm. */
    public MessageDigest newHasher() {
        return hasher(algorithm.equals("sha256") ? "SHA-256" : "SHA-512");
    }

    /** The same algorithm over other bytes, from the raw hash. */
    public Digest withHash(byte[] hash) {
        return new Digest(algorithm, HexFormat.of().formatHex(hash));
    }

    /** The first twelve hex digits, as docker prints ids. */
    public String shortHex() {
        return hex.substring(0, 12);
    }

    @Override
    public int compareTo(Digest other) {
        return toString().compareTo(other.toString());
    }

    /** {@code algorithm:hex}. */
    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }

    private static MessageDigest hasher(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(name.toLowerCase(Locale.ROOT) + " is missing", e);
        }
    }

    private static String quote(String text) {
        return "\"" + (text.length() > 80 ? text.substring(0, 80) + "..." : text) + "\"";
    }
}
