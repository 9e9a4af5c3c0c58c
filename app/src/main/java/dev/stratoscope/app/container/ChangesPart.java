package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.Notices;
import dev.stratoscope.app.view.files.FileActs;
import dev.stratoscope.app.view.files.FilesPane;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;
import dev.stratoscope.app.view.files.Ticks;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.container.CommitSpec;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.tree.ByteString;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a container wrote: followed as it comes, held, taken back, and made an image of. On the
 * JavaFX thread.
 */
final class ChangesPart implements ContainerPart {
    private static final Set<Kind> KINDS =
            EnumSet.of(Kind.ADDED, Kind.MODIFIED, Kind.METADATA_ONLY, Kind.DELETED);
    private static final List<String> WORDS = List.of("added", "modified", "metadata", "deleted");

    private final ContainerShow show;
    private final Doors doors;
    private final JobScope jobs;
    private final Ticks ticks = new Ticks();
    private final FilesPane files;
    private final ChangedPath changed;
    private final CommitPanel commit;
    private final ChangesBody body;
    private final LiveWords live;
    private final HoldButton hold = new HoldButton();
    private final Button revert = new Button("Revert path", Icons.of(MaterialDesignU.UNDO_VARIANT));
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private @Nullable Writing writing;
    private @Nullable Written written;

    ChangesPart(ContainerShow show, Doors doors) {
        this.show = show;
        this.doors = doors;
        jobs = show.jobs().part();
        files = new FilesPane(jobs, new ChangesHead(ticks));
        changed = new ChangedPath(jobs.part());
        commit = new CommitPanel(ticks, this::commit);
        live = new LiveWords(show.engine().clock());
        body = new ChangesBody(files, changed.pane(), commit);
        files.setMinHeight(140);
        files.setTool(revert);
        files.tools().setActs(new Deeds());
        files.onSelected(this::selected);
        files.say("Reading what the container wrote…");
        revert.setId("revert-path");
        revert.setMinWidth(Button.USE_PREF_SIZE);
        revert.setDisable(true);
        revert.setTooltip(new Tooltip("Take the selected paths back to what the image has (Del)"));
        revert.setOnAction(event -> revertSelected());
        BooleanBinding wide = body.commitButton().visibleProperty().not();
        live.visibleProperty().bind(wide);
        live.managedProperty().bind(wide);
        hold.setBriefWhen(wide.not());
    }

    @Override
    public String title() {
        return "Changes";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.COMPARE;
    }

    @Override
    public Node node() {
        return body;
    }

    @Override
    public ObservableValue<String> count() {
        return count.getReadOnlyProperty();
    }

    @Override
    public List<Node> tools() {
        return List.of(live, hold, body.commitButton());
    }

    @Override
    public void search() {
        files.focusSearch();
    }

    /** Follows what a container writes. */
    void follow(Writing now) {
        writing = now;
        hold.follow(now);
        now.shownProperty().addListener((property, before, next) -> show(next));
        now.latestProperty().addListener((property, before, next) -> tellLive());
    }

    /** Shows how the container is. */
    void show(Seen seen) {
        commit.setLive(seen.state().isLive());
        commit.suggest(suggestion(seen));
        changed.name(seen);
        tellLive();
    }

    /** Knows what made the layers of the image. */
    void show(ImageBelow below) {
        changed.setImage(below);
    }

    private static String suggestion(Seen seen) {
        String image = seen.container().imageName();
        boolean isId =
                image.startsWith("sha256:") || image.indexOf('@') >= 0 || image.indexOf(' ') >= 0;
        int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
        String name = colon < 0 ? image : image.substring(0, colon);
        String tag = colon < 0 ? "" : image.substring(colon + 1) + "-";
        return isId ? seen.name() : name + ":" + tag + seen.name();
    }

    private void tellLive() {
        Writing now = writing;
        Written last = now == null ? null : now.latest();
        live.show(show.seen(), last == null ? null : last.layer().lastWrite());
        count.set(last == null || last.paths() == 0 ? "" : HumanSize.grouped(last.paths()));
    }

    private void show(@Nullable Written now) {
        Written before = written;
        written = now;
        if (now == null) {
            return;
        }
        WrittenChanges changes = now.changes();
        ticks.show(changes);
        commit.show(changes);
        if (changes.paths() == 0) {
            files.say("The container wrote nothing yet. What it writes appears here at once.");
            changed.clear();
        } else if (before == null || before.changes().paths() == 0) {
            files.selectTelling();
            files.await(changes);
            files.show(changes, -1, KINDS);
        } else {
            files.update(changes, -1, KINDS);
        }
    }

    /** Rows that came a moment ago are not new any more. */
    void age() {
        files.refresh();
    }

    private void selected(@Nullable FileSelection selection) {
        revert.setDisable(selection == null);
        changed.show(selection, written);
        int rows = files.tools().selections().size();
        revert.setText(rows > 1 ? "Revert " + rows + " paths" : "Revert path");
    }

    private Set<ByteString> selectedPaths() {
        Set<ByteString> paths = new LinkedHashSet<>();
        for (FileSelection one : files.tools().selections()) {
            paths.add(one.changes().path(one.node()));
        }
        return paths;
    }

    private void revertSelected() {
        revert(selectedPaths());
    }

    private void revertTicked() {
        revert(ticks.paths());
    }

    private void revert(Collection<ByteString> paths) {
        Container container = show.container();
        Written now = written;
        if (container == null || now == null || paths.isEmpty()) {
            return;
        }
        RevertDialog dialog = new RevertDialog(body, now.changes(), paths, container.imageName());
        dialog.ask(
                () ->
                        show.act(
                                "Reverting " + dialog.what(),
                                dialog.what() + " cannot be taken back",
                                progress -> {
                                    container.revert(paths, progress);
                                    return dialog.what();
                                },
                                done ->
                                        Notices.from(body)
                                                .say("Took back " + done + ": as in the image")));
    }

    private Job commit(CommitSpec spec) {
        Container container = show.container();
        if (container == null) {
            throw new IllegalStateException("nothing was written by a container that is not seen");
        }
        show.forgetWarnings();
        return jobs.start(
                Brief.of("Committing " + name()),
                progress -> container.commit(spec, progress),
                image -> {
                    commit.ended();
                    committed(image, spec);
                },
                failure -> {
                    commit.ended();
                    CommitTrouble.tell(show, name(), failure);
                });
    }

    private void committed(KeptImage image, CommitSpec spec) {
        ticks.clear();
        doors.imagesChanged();
        String stored = spec.name() == null ? image.id().toString() : spec.name().familiar();
        String shown = spec.name() == null ? image.id().shortHex() : stored;
        Notices.from(body)
                .say(
                        "Committed " + name() + " as " + shown,
                        "Open image",
                        () -> doors.openImage(ImageSource.stored(stored)));
    }

    private String name() {
        Seen seen = show.seen();
        return seen == null ? "the container" : seen.name();
    }

    /** What space, enter and the menu of a row do here. */
    private final class Deeds implements FileActs {
        @Override
        public void selectLayer(int layer) {}

        @Override
        public void showTouches(FileSelection path) {}

        @Override
        public void lookInto(FileSelection path, boolean large) {
            body.showDifference(true);
            changed.pane().requestFocus();
        }

        @Override
        public void extract(List<FileSelection> paths) {}

        @Override
        public List<Path> files(List<FileSelection> paths) {
            return List.of();
        }

        @Override
        public List<Act> more(List<FileSelection> paths) {
            return List.of(revertAct(), tickAct());
        }

        @Override
        public void space(List<FileSelection> paths) {
            tick(paths);
        }

        @Override
        public boolean hasTouches() {
            return false;
        }
    }

    /** All of them get what the first of them gets. */
    private void tick(List<FileSelection> paths) {
        if (paths.isEmpty()) {
            return;
        }
        boolean wanted = ticks.of(node(paths.getFirst())) != Ticks.State.ALL;
        for (FileSelection one : paths) {
            if (node(one) > 0) {
                ticks.set(node(one), at -> true, wanted);
            }
        }
    }

    private int node(FileSelection path) {
        return ticks.same(path.changes(), path.node());
    }

    private Act tickAct() {
        return Act.of(
                        "Tick or untick the selected paths",
                        MaterialDesignC.CHECKBOX_MARKED,
                        () -> tick(files.tools().selections()))
                .keys("Space")
                .within(files);
    }

    private Act revertAct() {
        return Act.of(
                        "Revert the selected paths…",
                        MaterialDesignU.UNDO_VARIANT,
                        this::revertSelected)
                .keys("Delete")
                .within(files);
    }

    @Override
    public List<Act> acts() {
        List<Act> acts = new ArrayList<>();
        acts.add(revertAct());
        acts.add(tickAct());
        acts.add(
                Act.of(
                        "Revert the ticked paths…",
                        MaterialDesignU.UNDO_VARIANT,
                        this::revertTicked));
        acts.add(Act.of("Untick everything", MaterialDesignC.CHECKBOX_BLANK_OUTLINE, ticks::clear));
        acts.add(
                Act.of(
                                "Commit the ticked paths",
                                MaterialDesignS.SOURCE_COMMIT,
                                commit::commitChosen)
                        .keys("Shortcut+Enter"));
        acts.add(
                Act.of(
                        "Commit everything it wrote",
                        MaterialDesignS.SOURCE_COMMIT,
                        commit::commitAll));
        acts.add(
                Act.of("Name the new image", MaterialDesignS.SOURCE_COMMIT, this::goToCommit)
                        .keys("Shortcut+M"));
        acts.add(
                Act.of("Hold or follow what is written", MaterialDesignP.PAUSE, hold::fire)
                        .keys("Shortcut+H"));
        acts.add(
                Act.of("Fold or unfold the difference", MaterialDesignD.DOCK_BOTTOM, body::fold)
                        .keys("Shortcut+D"));
        for (int i = 0; i < WORDS.size(); i++) {
            int number = i + 1;
            acts.add(
                    Act.of(
                                    "Show or hide paths: " + WORDS.get(i),
                                    MaterialDesignE.EYE_OUTLINE,
                                    () -> files.toggleKind(number))
                            .keys(String.valueOf(number))
                            .within(files));
        }
        acts.addAll(changed.pane().acts());
        return acts;
    }

    private void goToCommit() {
        body.showCommit(true);
        commit.first().requestFocus();
    }
}
