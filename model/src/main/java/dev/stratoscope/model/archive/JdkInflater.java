package dev.stratoscope.model.archive;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates with the JDK's own code, which is everywhere but tells nothing of blocks. */
final class JdkInflater implements RawInflater {
    private final Inflater inflater = new Inflater(true);

    @Override
    public void feed(byte[] bytes, int from, int length) {
        inflater.setInput(bytes, from, length);
    }

    @Override
    public int left() {
        return inflater.getRemaining();
    }

    @Override
    public int inflate(byte[] to, int from, int length) throws DataFormatException {
        int got = inflater.inflate(to, from, length);
        if (inflater.needsDictionary()) {
            throw new DataFormatException("it asks for a dictionary");
        }
        return got;
    }

    @Override
    public boolean finished() {
        return inflater.finished();
    }

    @Override
    public void restart() {
        inflater.reset();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
