package dev.stratoscope.app.view.files;

import java.nio.charset.StandardCharsets;

/** Whether a name holds a text, whatever the case of either. */
final class NamePart implements NameTest {
    private final String wanted;
    private final byte[] part;
    private final boolean ascii;

    /** A test for a text in lower case; every name holds the empty one. */
    NamePart(String wanted) {
        this.wanted = wanted;
        part = wanted.getBytes(StandardCharsets.UTF_8);
        ascii = NameTest.isAscii(part, 0, part.length);
    }

    @Override
    public boolean test(int at, byte[] bytes, int from, int to) {
        if (!NameTest.isAscii(bytes, from, to)) {
            return NameTest.lower(bytes, from, to).contains(wanted);
        }
        return isInAscii(bytes, from, to);
    }

    /** Whether a name that is ASCII alone holds it. */
    boolean isInAscii(byte[] bytes, int from, int to) {
        if (!ascii) {
            return false;
        }
        if (part.length == 0) {
            return true;
        }
        int last = to - part.length;
        for (int i = from; i <= last; i++) {
            if (NameTest.lower(bytes[i]) == part[0] && isAt(bytes, i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(byte[] bytes, int from) {
        for (int i = 1; i < part.length; i++) {
            if (NameTest.lower(bytes[from + i]) != part[i]) {
                return false;
            }
        }
        return true;
    }
}
