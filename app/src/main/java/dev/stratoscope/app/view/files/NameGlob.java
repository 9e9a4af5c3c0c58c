package dev.stratoscope.app.view.files;

/** Whether a whole name is what a glob describes. */
final class NameGlob implements NameTest {
    private final Glob glob;
    private final NamePart literal;
    private final long[] start;
    private final long[] state;

    /** A test for a glob in lower case. */
    NameGlob(String wanted) {
        glob = new Glob(wanted);
        literal = new NamePart(glob.literal());
        start = glob.start();
        state = glob.start();
    }

    @Override
    public boolean test(int at, byte[] bytes, int from, int to) {
        if (glob.isEvery()) {
            return true;
        }
        if (glob.isShort() && NameTest.isAscii(bytes, from, to)) {
            return literal.isInAscii(bytes, from, to) && glob.matchesAscii(bytes, from, to);
        }
        Glob.copy(start, state);
        return step(glob, state, bytes, from, to) && glob.isMet(state);
    }

    /** Takes a name in; false when nothing that follows can match any more. */
    static boolean step(Glob glob, long[] state, byte[] bytes, int from, int to) {
        if (!NameTest.isAscii(bytes, from, to)) {
            return glob.step(state, NameTest.lower(bytes, from, to));
        }
        for (int i = from; i < to; i++) {
            if (!glob.step(state, NameTest.lower(bytes[i]))) {
                return false;
            }
        }
        return true;
    }
}
