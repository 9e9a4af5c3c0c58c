package dev.stratoscope.model.image;

/** Bytes that do not have the digest they are known by. */
public final class DigestMismatchException extends ImageFormatException {
    private static final long serialVersionUID = 1L;

    private final String what;
    private final transient Digest expected;
    private final transient Digest actual;

    /**
     * Names both digests.
     *
     * @param item where the bytes lie
     * @param what which digest: {@code digest} of bytes, or {@code diffID} of a layer's tar
     * @param expected the digest it should have
     * @param actual the digest it has
     */
    public DigestMismatchException(String item, String what, Digest expected, Digest actual) {
        super(item, what + " is " + actual + ", not " + expected);
        this.what = what;
        this.expected = expected;
        this.actual = actual;
    }

    /** Which digest it is: {@code digest} of bytes, or {@code diffID} of a layer's tar. */
    public String what() {
        return what;
    }

    /** The digest the bytes should have. */
    public Digest expected() {
        return expected;
    }

    /** The digest the bytes have. */
    public Digest actual() {
        return actual;
    }
}
