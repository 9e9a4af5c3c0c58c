package dev.stratoscope.model.archive;

import org.jspecify.annotations.Nullable;

import java.util.zip.DataFormatException;

/**
 * Inflates raw deflate data (RFC 1951) piece by piece: with the system's zlib where there is one,
 * else with the JDK's. To be closed. Not for several threads at once, but one may go on where
 * another left off.
 */
interface RawInflater extends AutoCloseable {
    /** How far back deflate data refers. */
    int WINDOW = 1 << 15;

    /** The best there is on this machine. */
    static RawInflater create() {
        Zlib zlib = Zlib.here();
        return zlib == null ? new JdkInflater() : new ZlibInflater(zlib);
    }

    /** Gives the next stored bytes; only when {@link #left} says that none are left. */
    void feed(byte[] bytes, int from, int length);

    /** How many of the bytes given last were not needed yet. */
    int left();

    /**
     * Inflates.
     *
     * @return how many bytes there were; 0 also where more must be fed, and at the end
     * @throws DataFormatException when what was fed is no deflate data
     */
    int inflate(byte[] to, int from, int length) throws DataFormatException;

    /** Whether the end of the deflate data was reached. */
    boolean finished();

    /** Begins anew with other data; what was fed and not needed is forgotten. */
    void restart();

    /** The same where it also knows about blocks; null where it does not. */
    default @Nullable BlockInflater blocks() {
        return null;
    }

    @Override
    void close();
}
