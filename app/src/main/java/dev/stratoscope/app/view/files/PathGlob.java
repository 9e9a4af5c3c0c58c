package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;

import java.util.Locale;

/** Whether a whole path is what a glob describes; what is above siblings is looked at once. */
final class PathGlob implements NameTest {
    private final Changeset nodes;
    private final Glob glob;
    private final long[] state;
    private long[] above;
    private int parent = -1;
    private boolean possible;

    /** A test for a glob in lower case; a slash at its start is the root. */
    PathGlob(Changeset nodes, String wanted) {
        this.nodes = nodes;
        glob = new Glob(wanted.startsWith("/") ? wanted.substring(1) : wanted);
        state = glob.start();
        above = glob.start();
    }

    @Override
    public boolean test(int at, byte[] bytes, int from, int to) {
        if (nodes.parent(at) != parent) {
            parent = nodes.parent(at);
            above = glob.start();
            String path = nodes.path(parent).toString().toLowerCase(Locale.ROOT);
            possible = path.isEmpty() || glob.step(above, path + "/");
        }
        if (!possible) {
            return false;
        }
        Glob.copy(above, state);
        return NameGlob.step(glob, state, bytes, from, to) && glob.isMet(state);
    }
}
