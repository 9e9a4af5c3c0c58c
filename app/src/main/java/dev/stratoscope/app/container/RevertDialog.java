package dev.stratoscope.app.container;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.ActDialog;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.tree.ByteString;

import javafx.scene.Node;

import java.util.Collection;

/** Asks before what a container wrote is lost: there is nothing to take that back with. */
final class RevertDialog extends ActDialog {
    private final String what;

    /**
     * A question.
     *
     * @param image what is there again afterwards
     */
    RevertDialog(Node owner, WrittenChanges changes, Collection<ByteString> paths, String image) {
        super(owner, "Revert " + words(paths), words(changes, paths));
        what = words(paths);
        int below = below(changes, paths) - paths.size();
        say(
                "What the container wrote there is lost"
                        + (below > 0
                                ? ", with "
                                        + HumanSize.grouped(below)
                                        + (below == 1 ? " path" : " paths")
                                        + " below"
                                : "")
                        + "; afterwards it is as in "
                        + Escapes.text(image)
                        + ". This cannot be taken back.");
        getDialogPane().setId("revert-dialog");
    }

    /** The paths in words. */
    String what() {
        return what;
    }

    private static String words(Collection<ByteString> paths) {
        return paths.size() == 1
                ? "/" + Escapes.text(paths.iterator().next())
                : HumanSize.grouped(paths.size()) + " paths";
    }

    /** The act and the amount. */
    private static String words(WrittenChanges changes, Collection<ByteString> paths) {
        int all = Math.max(1, below(changes, paths));
        long bytes =
                paths.stream()
                        .mapToInt(changes::find)
                        .filter(at -> at > 0)
                        .mapToLong(changes::total)
                        .sum();
        String count = HumanSize.grouped(all) + (all == 1 ? " path" : " paths");
        return "Revert " + count + (bytes == 0 ? "" : ", lose " + HumanSize.spaced(bytes));
    }

    /** How many paths that differ are among some, or below them. */
    private static int below(WrittenChanges changes, Collection<ByteString> paths) {
        return (int)
                changes.changed()
                        .filter(at -> changes.kind(at) != Kind.UNCHANGED)
                        .filter(at -> isIn(changes, at, paths))
                        .count();
    }

    private static boolean isIn(WrittenChanges changes, int node, Collection<ByteString> paths) {
        for (int at = node; at > 0; at = changes.parent(at)) {
            if (paths.contains(changes.path(at))) {
                return true;
            }
        }
        return false;
    }
}
