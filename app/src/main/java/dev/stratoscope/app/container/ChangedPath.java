package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.difference.DifferencePane;
import dev.stratoscope.app.view.difference.Version;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.Contents;

import org.jspecify.annotations.Nullable;

/**
 * How the selected path differs between the image and the container. What looks as it did is not
 * read again when the container writes elsewhere. On the JavaFX thread.
 */
final class ChangedPath {
    private final DifferencePane pane;
    private @Nullable ImageBelow image;
    private @Nullable FileSelection shown;
    private String imageName = "image";
    private String name = "container";

    ChangedPath(JobScope jobs) {
        pane = new DifferencePane(jobs);
        pane.setMinHeight(60);
        clear();
    }

    /** The pane. */
    DifferencePane pane() {
        return pane;
    }

    /** Knows what the two sides are called. */
    void name(Seen seen) {
        imageName = seen.container().imageName();
        name = seen.name();
    }

    /** Knows what made the layers of the image. */
    void setImage(ImageBelow below) {
        image = below;
    }

    /** Shows no path. */
    void clear() {
        shown = null;
        pane.hint("Select a path to see how it differs from the image.");
    }

    /** Shows a path; null shows none. */
    void show(@Nullable FileSelection selection, @Nullable Written written) {
        if (selection == null || written == null) {
            clear();
            return;
        }
        Changeset changes = selection.changes();
        int node = selection.node();
        FileSelection before = shown;
        shown = selection;
        boolean same =
                before != null
                        && before.changes().path(before.node()).equals(changes.path(node))
                        && WrittenChanges.isSame(before.changes(), before.node(), changes, node);
        if (!same) {
            pane.show(
                    Escapes.text(changes.path(node)),
                    version(imageName, changes.before(node), written),
                    version(name, changes.after(node), written));
        }
    }

    private @Nullable Version version(String title, @Nullable PathState state, Written written) {
        if (state == null) {
            return null;
        }
        ImageBelow below = image;
        Contents contents = written.layer().contents();
        if (below == null || state.layer() >= below.layers().size()) {
            return new Version(title + ", writable layer", -1, "", contents, state);
        }
        String instruction = below.instruction(state.layer());
        return new Version(title, state.layer(), instruction, contents, state);
    }
}
