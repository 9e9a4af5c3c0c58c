package dev.stratoscope.model.parcel;

import java.io.IOException;
import java.io.InputStream;

/** One way members are packed in a file. */
interface Packing {
    /** The format's name: {@code zip}. */
    String word();

    /**
     * Tells every member.
     *
     * @throws IOException where the archive cannot be read on; what was told before counts
     */
    void list(Tally to) throws IOException;

    /** The bytes of a member that {@link #list} told; the caller closes it. */
    InputStream open(Member member) throws IOException;
}
