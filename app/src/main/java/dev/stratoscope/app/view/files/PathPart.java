package dev.stratoscope.app.view.files;

import dev.stratoscope.model.diff.Changeset;

import java.util.Locale;

/**
 * Whether a path, which begins with a slash, holds a text that reaches into its last name, whatever
 * the case of either: so a folder that is found does not bring all that is in it.
 */
final class PathPart implements NameTest {
    private final Changeset nodes;
    private final String wanted;
    private int parent = -1;
    private String above = "";

    /** A test for a text in lower case, not empty. */
    PathPart(Changeset nodes, String wanted) {
        this.nodes = nodes;
        this.wanted = wanted;
    }

    @Override
    public boolean test(int at, byte[] bytes, int from, int to) {
        if (nodes.parent(at) != parent) {
            parent = nodes.parent(at);
            String path = nodes.path(parent).toString().toLowerCase(Locale.ROOT);
            String whole = path.isEmpty() ? "/" : "/" + path + "/";
            above = whole.substring(Math.max(0, whole.length() - wanted.length()));
        }
        return (above + NameTest.lower(bytes, from, to)).contains(wanted);
    }
}
