package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.reading.OwnerNames;
import dev.stratoscope.app.reading.TreeRequest;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Notices;
import dev.stratoscope.app.view.files.FileActs;
import dev.stratoscope.app.view.files.FileDrops;
import dev.stratoscope.app.view.files.FilesPane;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;
import dev.stratoscope.app.view.stack.LayerStack;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The files of a container, as of the step that is selected in its stack: image and writable layer
 * together, or one layer alone; with a preview, an editor for texts, and ways in and out. On the
 * JavaFX thread.
 */
final class FilesPart implements ContainerPart {
    private static final double VIEW_WIDTH = 380;
    private static final double ROOM_FOR_BOTH = 640;

    private final ContainerShow show;
    private final JobScope jobs;
    private final LayerStack stack;
    private final FilesPane files;
    private final FileView view;
    private final SplitPane body = new SplitPane();
    private final Moving moving;
    private final TreeDeeds deeds;
    private FilesChoice choice = new FilesDialog();
    private @Nullable UnionTree tree;
    private @Nullable ImageBelow image;
    private @Nullable Written written;
    private @Nullable TreeRequest shown;
    private boolean inView;

    /** A part whose tree follows a stack. */
    FilesPart(ContainerShow show, ContainerStack layers) {
        this.show = show;
        this.stack = layers.stack();
        jobs = show.jobs().part();
        files = new FilesPane(jobs, stack.scopeProperty());
        view = new FileView(jobs.part(), this::save);
        moving = new Moving(show, files);
        deeds = new TreeDeeds(show, files, view::renamed);
        files.setMinWidth(300);
        files.onSelected(this::selected);
        files.tools().setActs(new Deeds());
        files.setDrops(new Drops());
        files.say("Reading the layers…");
        view.setMinWidth(240);
        SplitPane.setResizableWithParent(view, false);
        body.getItems().setAll(files, view);
        body.widthProperty().addListener((property, before, now) -> arrange(before.doubleValue()));
        stack.selectedProperty().addListener((property, before, now) -> ask());
        stack.scopeProperty().addListener((property, before, now) -> ask());
        stack.comparedProperty().addListener((property, before, now) -> ask());
    }

    private void arrange(double before) {
        boolean narrow = body.getWidth() < ROOM_FOR_BOTH;
        boolean was = before < ROOM_FOR_BOTH;
        view.setBrief(narrow);
        body.setOrientation(narrow ? Orientation.VERTICAL : Orientation.HORIZONTAL);
        if (body.getWidth() > 0 && (before <= 0 || narrow != was)) {
            body.setDividerPositions(narrow ? 0.55 : 1 - VIEW_WIDTH / body.getWidth());
        }
    }

    @Override
    public String title() {
        return "Files";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignF.FILE_TREE_OUTLINE;
    }

    @Override
    public Node node() {
        return body;
    }

    @Override
    public void search() {
        files.focusSearch();
    }

    @Override
    public void shown() {
        inView = true;
        ask();
    }

    @Override
    public void hidden() {
        inView = false;
    }

    @Override
    public List<String> unsaved() {
        return view.unsaved().stream().map(path -> Moving.words(List.of(path))).toList();
    }

    @Override
    public void close() {
        moving.close();
    }

    /** Sets who is asked for files to copy in, in the place of the platform's dialog. */
    void setChoice(FilesChoice asked) {
        choice = asked;
    }

    /** Where copies go out. */
    Moving moving() {
        return moving;
    }

    /** Knows the image below. */
    void show(ImageBelow below) {
        image = below;
        files.setWritable(below.layers().size());
        tree = new UnionTree(jobs, below, this::show, this::failed);
        jobs.start(
                Brief.quiet("Reading owners of a container's image"),
                progress -> OwnerNames.read(below.image().tree(progress), below.image().contents()),
                names -> files.setOwners(names::of),
                failure -> {
                    // Owners stay numbers.
                });
        ask();
    }

    /** Knows what the container wrote. */
    void show(Written now) {
        written = now;
        ask();
    }

    private void ask() {
        UnionTree maker = tree;
        Written now = written;
        List<Step> steps = stack.getSteps();
        int step = stack.getSelected();
        if (!inView || maker == null || now == null || step < 0 || step >= steps.size()) {
            return;
        }
        TreeRequest request = TreeRequest.of(steps, step, stack.getScope(), stack.getCompared());
        if (!request.words().isEmpty()) {
            shown = null;
            files.say(request.words());
        } else {
            maker.ask(request, now);
        }
    }

    private void show(UnionTree.Made made) {
        TreeRequest request = made.request();
        Changeset changes = made.changes();
        boolean later = request.equals(shown);
        shown = request;
        if (later) {
            files.update(changes, request.layer(), request.kinds());
        } else {
            files.await(changes);
            files.show(changes, request.layer(), kinds(request));
        }
    }

    /** Of image and writable layer together everything is shown, not the changes alone. */
    private Set<Kind> kinds(TreeRequest request) {
        return isTop(request) ? EnumSet.allOf(Kind.class) : request.kinds();
    }

    /** Whether a tree is the container's of now. */
    private boolean isTop(@Nullable TreeRequest request) {
        ImageBelow below = image;
        return request != null
                && below != null
                && request.layer() == below.layers().size()
                && request.way() != TreeRequest.Way.BETWEEN;
    }

    private void failed(Throwable failure) {
        files.say(Problems.of("", failure).reason());
    }

    private void selected(@Nullable FileSelection selection) {
        Written now = written;
        if (selection == null || now == null) {
            view.show(null, null, null, false, false);
            return;
        }
        Changeset changes = selection.changes();
        int node = selection.node();
        PathState after = changes.after(node);
        view.show(
                changes.path(node),
                after == null ? changes.shown(node) : after,
                now.layer().contents(),
                after != null && isTop(shown),
                after == null);
    }

    private void save(ByteString path, byte[] bytes) {
        Container container = show.container();
        if (container == null) {
            return;
        }
        String name = Moving.words(List.of(path));
        show.act(
                "Saving " + name,
                name + " was not saved",
                progress -> {
                    container.write(path, bytes);
                    return path;
                },
                done -> {
                    view.saved(done);
                    Notices.from(body).say("Saved " + name);
                });
    }

    /** The folder that something new goes into: the selected one, or that of what is selected. */
    private ByteString folder() {
        List<FileSelection> selected = files.tools().selections();
        if (selected.isEmpty()) {
            return ByteString.of("");
        }
        FileSelection one = selected.getFirst();
        boolean isFolder = one.changes().type(one.node()) == EntryType.DIRECTORY;
        int node = isFolder ? one.node() : one.changes().parent(one.node());
        return one.changes().path(Math.max(0, node));
    }

    private static List<ByteString> paths(List<FileSelection> selected) {
        return selected.stream().map(one -> one.changes().path(one.node())).toList();
    }

    private List<ByteString> selectedPaths() {
        return paths(files.tools().selections());
    }

    private void copyIn() {
        List<Path> chosen = choice.ask("Copy into /" + folder());
        if (!chosen.isEmpty()) {
            moving.in(folder(), chosen);
        }
    }

    private void saveOut() {
        if (!selectedPaths().isEmpty()) {
            moving.out(selectedPaths());
        }
    }

    private void rename() {
        if (selectedPaths().size() == 1) {
            deeds.rename(selectedPaths().getFirst());
        }
    }

    private void remove() {
        if (!selectedPaths().isEmpty()) {
            deeds.remove(selectedPaths());
        }
    }

    private List<Act> treeActs() {
        return List.of(
                Act.of("Edit the file", MaterialDesignP.PENCIL_OUTLINE, view::edit)
                        .keys("F4")
                        .within(files),
                Act.of("Copy in…", MaterialDesignT.TRAY_ARROW_DOWN, this::copyIn)
                        .keys("Shortcut+I"),
                Act.of(
                                "New folder…",
                                MaterialDesignF.FOLDER_OUTLINE,
                                () -> deeds.newFolder(folder()))
                        .keys("F7")
                        .within(files),
                Act.of("Rename the path…", MaterialDesignF.FILE_OUTLINE, this::rename)
                        .keys("F2")
                        .within(files),
                Act.of("Remove the paths…", MaterialDesignD.DELETE_OUTLINE, this::remove)
                        .keys("Delete")
                        .within(files));
    }

    @Override
    public List<Act> acts() {
        List<Act> acts = new ArrayList<>(treeActs());
        acts.add(
                Act.of("Save out…", MaterialDesignE.EXPORT_VARIANT, this::saveOut)
                        .keys("Shortcut+E")
                        .within(files));
        acts.add(
                Act.of("Save the edited file", MaterialDesignR.REFRESH, view::save)
                        .keys("Shortcut+S"));
        return acts;
    }

    private final class Drops implements FileDrops {
        @Override
        public String words(ByteString folder, List<Path> dropped) {
            return moving.words(folder, dropped);
        }

        @Override
        public void drop(ByteString folder, List<Path> dropped) {
            moving.in(folder, dropped);
        }
    }

    private final class Deeds implements FileActs {
        @Override
        public void selectLayer(int layer) {
            List<Step> steps = stack.getSteps();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i).layer() == layer) {
                    stack.setSelected(i);
                }
            }
        }

        @Override
        public void showTouches(FileSelection path) {}

        @Override
        public void lookInto(FileSelection path, boolean large) {
            view.edit();
        }

        @Override
        public void extract(List<FileSelection> paths) {
            moving.out(paths(paths));
        }

        @Override
        public List<Path> files(List<FileSelection> paths) {
            return moving.files(paths(paths));
        }

        @Override
        public List<Act> more(List<FileSelection> paths) {
            return treeActs();
        }

        @Override
        public String extracting() {
            return "Save out…";
        }

        @Override
        public boolean hasTouches() {
            return false;
        }

        private List<ByteString> paths(List<FileSelection> selected) {
            return FilesPart.paths(selected);
        }
    }
}
