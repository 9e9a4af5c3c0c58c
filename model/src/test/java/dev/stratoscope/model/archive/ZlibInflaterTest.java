package dev.stratoscope.model.archive;

import org.junit.jupiter.api.Assumptions;

import java.util.Objects;

class ZlibInflaterTest implements RawInflaterContract {
    @Override
    public RawInflater inflater() {
        Zlib zlib = Zlib.here();
        Assumptions.assumeTrue(zlib != null, "there is no zlib on this system");
        return new ZlibInflater(Objects.requireNonNull(zlib));
    }
}
