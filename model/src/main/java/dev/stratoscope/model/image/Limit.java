package dev.stratoscope.model.image;

/** One of {@link Limits}: its name, and the values it may have. */
public enum Limit {
    /** Most bytes of one JSON document (distribution-spec, "Pushing Manifests", asks for 4 MiB). */
    DOCUMENT_BYTES("documentBytes", 4 << 20, 1 << 30),
    /** Deepest nesting of one JSON document. */
    DOCUMENT_DEPTH("documentDepth", 100, 1_000),
    /** Most members of an outer archive. */
    MEMBERS("members", 200_000, 1 << 30),
    /** Most manifests that one archive lists, those of nested indexes included. */
    MANIFESTS("manifests", 10_000, 1 << 30),
    /** Most layers of one image. */
    LAYERS("layers", 1_000, Short.MAX_VALUE),
    /** Most entries of one layer. */
    ENTRIES("entries", 20_000_000, 1 << 30),
    /** Longest path of an entry, in bytes. */
    PATH_BYTES("pathBytes", 1 << 16, 1 << 30),
    /** Most bytes of extended headers for one entry, and of global ones for a layer. */
    HEADER_BYTES("headerBytes", 4 << 20, 1 << 30),
    /** Most bytes of names, link targets and extended attributes of one layer. */
    INDEX_BYTES("indexBytes", 1L << 30, Long.MAX_VALUE),
    /** Most bytes one layer, or one compressed archive, may expand to. */
    EXPANDED_BYTES("expandedBytes", 256L << 30, Long.MAX_VALUE),
    /**
     * Most bytes out of one byte in, looked at where more than 768 MiB came out. Below that it says
     * nothing: zeros deflate to a 1,032nd and shrink further with zstd, and half a gibibyte of them
     * is an honest layer that is read in seconds.
     */
    EXPANDED_RATIO("expandedRatio", 1_000, Integer.MAX_VALUE);

    private final String word;
    private final long standard;
    private final long most;

    Limit(String word, long standard, long most) {
        this.word = word;
        this.standard = standard;
        this.most = most;
    }

    /** The name that errors and options use. */
    public String word() {
        return word;
    }

    /** The value that holds where nothing else is said. */
    public long standard() {
        return standard;
    }

    /** The largest value the engine can keep to; the smallest is 1. */
    public long most() {
        return most;
    }
}
