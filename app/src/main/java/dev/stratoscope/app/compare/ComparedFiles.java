package dev.stratoscope.app.compare;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.difference.DifferencePane;
import dev.stratoscope.app.view.difference.Version;
import dev.stratoscope.app.view.files.FileColumn;
import dev.stratoscope.app.view.files.FilesPane;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;
import dev.stratoscope.app.view.ribbon.Ribbon;
import dev.stratoscope.model.compare.Comparison;
import dev.stratoscope.model.compare.StepPair;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;

import org.jspecify.annotations.Nullable;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** The paths that differ, and below them how the selected one does. On the JavaFX thread. */
final class ComparedFiles extends SplitPane {
    private static final Set<Kind> KINDS =
            EnumSet.of(Kind.ADDED, Kind.MODIFIED, Kind.METADATA_ONLY, Kind.DELETED);

    private static final double FILES_SHARE = 0.54;

    private final JobScope jobs;
    private final ObjectProperty<CompareScope> scope =
            new SimpleObjectProperty<>(CompareScope.WHOLE_IMAGES);
    private final FilesPane files;
    private final DifferencePane difference;
    private @Nullable Compared compared;
    private @Nullable Ribbon ribbon;
    private String left = "";
    private String right = "";
    private @Nullable Job asking;

    /**
     * Without images.
     *
     * @param ignore says what does not count
     */
    ComparedFiles(JobScope jobs, IgnoreButton ignore) {
        this.jobs = jobs;
        files = new FilesPane(jobs, new CompareFilesHead(scope));
        difference = new DifferencePane(jobs.part());
        files.setMinHeight(160);
        difference.setMinHeight(60);
        files.setTool(ignore);
        files.onSelected(this::differ);
        scope.addListener((property, before, now) -> show());
        setOrientation(Orientation.VERTICAL);
        getItems().setAll(files, difference);
        setDividerPositions(FILES_SHARE);
    }

    FilesPane files() {
        return files;
    }

    DifferencePane difference() {
        return difference;
    }

    ObjectProperty<CompareScope> scopeProperty() {
        return scope;
    }

    /** Shows the difference of the selected path, or leaves its room to the files. */
    void showDifference(boolean shown) {
        if (shown && !getItems().contains(difference)) {
            getItems().add(difference);
            setDividerPositions(FILES_SHARE);
        } else if (!shown) {
            getItems().remove(difference);
        }
    }

    /** Names the two sides. */
    void name(String leftName, String rightName) {
        left = leftName;
        right = rightName;
        files.setTitle(FileColumn.LEFT_SIZE, leftName);
        files.setTitle(FileColumn.RIGHT_SIZE, rightName);
    }

    /** Shows words instead of files. */
    void say(String words) {
        compared = null;
        files.say(words);
        difference.clear();
    }

    /** Shows what differs; at first the path that tells most. */
    void show(Compared now) {
        if (compared == null) {
            files.selectTelling();
        }
        compared = now;
        show();
    }

    /** Limits the layers to those of a ribbon; null for none. */
    void limit(@Nullable Ribbon chosen) {
        boolean other = ribbon == null || chosen == null || !chosen.pair().equals(ribbon.pair());
        ribbon = chosen;
        if (other && scope.get() == CompareScope.SELECTED_LAYERS) {
            show();
        }
    }

    private void show() {
        Compared now = compared;
        Job before = asking;
        if (before != null) {
            before.cancel();
        }
        if (now == null) {
            return;
        }
        if (scope.get() == CompareScope.WHOLE_IMAGES) {
            if (now.isSame()) {
                files.say(
                        now.isOneImage()
                                ? "The images are identical: both are one and the same."
                                : "The images are identical: same files, same config.");
                difference.clear();
            } else {
                present(now.files());
            }
            return;
        }
        Ribbon chosen = ribbon;
        if (chosen == null) {
            files.say("Select two layers at the left to see what differs between them.");
        } else if (!now.hasLayers(chosen.pair())) {
            files.say("This step changes no files, only the config.");
        } else {
            ask(now, chosen.pair());
        }
    }

    private void ask(Compared now, StepPair pair) {
        asking =
                jobs.start(
                        Brief.ofPaths("Comparing two layers"),
                        progress -> now.layers(pair, progress),
                        own -> {
                            if (now.equals(compared)) {
                                present(own);
                            }
                        },
                        failure -> {
                            if (!(failure instanceof CancellationException)) {
                                files.say(
                                        Problems.of("The layers cannot be compared", failure)
                                                .reason());
                            }
                        });
    }

    private void present(Comparison changes) {
        files.await(changes);
        files.show(changes, -1, KINDS);
    }

    private void differ(@Nullable FileSelection selection) {
        Compared now = compared;
        if (selection == null || now == null) {
            difference.hint(
                    now == null || now.files().isEmpty()
                            ? ""
                            : "Select a path to see how it differs.");
            return;
        }
        int node = selection.node();
        String path = Escapes.text(selection.changes().path(node));
        difference.show(
                path,
                version(now.left(), left, selection.changes().before(node)),
                version(now.right(), right, selection.changes().after(node)));
    }

    private static @Nullable Version version(
            ReadSide side, String title, @Nullable PathState state) {
        return state == null
                ? null
                : new Version(
                        title,
                        state.layer(),
                        side.instruction(state.layer()),
                        side.image().contents(),
                        state);
    }
}
