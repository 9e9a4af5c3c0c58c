package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.reading.OwnerNames;
import dev.stratoscope.app.reading.TopLayer;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.FactGrid;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;
import dev.stratoscope.app.view.preview.PreviewPane;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LinkWalk;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Everything known of the selected path: facts, its content, and the layers that touched it. */
final class DetailsPane extends BorderPane {
    /** The title of the layers that touched a path, one of them, and what stands below. */
    private static final double LEAST_TOUCHES = 112;

    private final JobScope jobs;
    private final DetailsHead head;
    private final Label path = new Label();
    private final FactGrid facts = new FactGrid();
    private final PathFacts pathFacts;
    private final PreviewPane preview = new PreviewPane();
    private final VersionsDifference versions;
    private final FolderPane folder;
    private final StackPane content;
    private final TouchList touches;
    private final Consumer<ByteString> reveal;
    private final ScrollPane whole;
    private final List<Job> asking = new ArrayList<>();
    private OwnerNames owners = OwnerNames.NONE;
    private @Nullable OpenImage image;
    private @Nullable TopLayer top;

    /**
     * A pane that shows nothing yet.
     *
     * @param touches the list of layers that touched the path
     * @param reveal shows a path in the tree
     * @param toLayer selects a layer, from 0 at the bottom
     */
    DetailsPane(
            JobScope jobs, TouchList touches, Consumer<ByteString> reveal, IntConsumer toLayer) {
        this.jobs = jobs;
        this.touches = touches;
        this.reveal = reveal;
        getStyleClass().addAll("pane", "details");
        head = new DetailsHead(jobs);
        pathFacts = new PathFacts(facts, reveal, toLayer);
        folder = new FolderPane(reveal);
        path.getStyleClass().addAll("mono", "muted");
        path.setWrapText(true);
        path.setMinHeight(Region.USE_PREF_SIZE);
        VBox pathBox = new VBox(path);
        pathBox.getStyleClass().add("details-path");
        preview.setOnRead(read -> facts.add("Content", read.kind()));
        versions = new VersionsDifference(jobs, touches, preview);
        content = new StackPane(preview, folder, versions);
        content.setMinHeight(44);
        clip(content);
        content.setPrefHeight(150);
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox.setVgrow(touches, Priority.SOMETIMES);
        touches.setMaxHeight(Region.USE_PREF_SIZE);
        touches.setMinHeight(LEAST_TOUCHES);
        clip(touches);
        VBox all = new VBox(head, scrolling(new VBox(pathBox, touches.notice(), facts)));
        all.getChildren().addAll(content, touches);
        whole = new ScrollPane(all);
        whole.setFitToWidth(true);
        whole.setFitToHeight(true);
        whole.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        whole.setFocusTraversable(false);
        clear();
    }

    /** FactGrid give way to the content where there is no room for all. */
    private static ScrollPane scrolling(VBox inner) {
        ScrollPane pane = new ScrollPane(inner);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setFocusTraversable(false);
        pane.setMinHeight(40);
        pane.prefHeightProperty().bind(inner.heightProperty().add(1));
        pane.setMaxHeight(Region.USE_PREF_SIZE);
        VBox.setVgrow(pane, Priority.SOMETIMES);
        return pane;
    }

    /** In a low window each part shows what it has room for, and nothing of it on the next. */
    private static void clip(Region part) {
        Rectangle shape = new Rectangle();
        shape.widthProperty().bind(part.widthProperty());
        shape.heightProperty().bind(part.heightProperty());
        part.setClip(shape);
    }

    void setImage(OpenImage opened, OwnerNames names) {
        image = opened;
        versions.setImage(opened);
        owners = names;
    }

    /** Knows the writable layer on top of the image; null where there is none. */
    void setTop(@Nullable TopLayer now) {
        top = now;
        versions.setTop(now);
    }

    /** The title, with the buttons that bring a file out. */
    DetailsHead head() {
        return head;
    }

    /** Shows a path; null empties the pane. */
    void show(@Nullable FileSelection selection) {
        asking.forEach(Job::cancel);
        asking.clear();
        OpenImage opened = image;
        if (selection == null || opened == null) {
            clear();
            return;
        }
        Changeset changes = selection.changes();
        PathState state = changes.shown(selection.node());
        ByteString shown = changes.path(selection.node());
        versions.show(shown);
        touches.show(shown);
        Contents contents = TopLayer.over(opened.contents(), opened.layerCount(), top);
        head.show(contents, selection, state);
        path.setText("/" + Escapes.text(shown));
        int layer = changes.layer(selection.node());
        pathFacts.show(selection, owners, touches, layer < 0 ? null : touches.step(layer));
        setCenter(whole);
        Entry entry = state.entry();
        boolean isFolder = state.type() == EntryType.DIRECTORY;
        preview.setVisible(entry != null);
        folder.setVisible(isFolder);
        if (entry != null) {
            preview.open(jobs, contents, entry);
        } else {
            preview.clear();
        }
        if (isFolder) {
            summarise(selection);
        } else if (state.type() == EntryType.SYMLINK && changes.after(selection.node()) != null) {
            follow(opened, shown);
        }
    }

    private void summarise(FileSelection selection) {
        folder.clear();
        asking.add(
                jobs.start(
                        "Counting " + Escapes.text(selection.changes().name(selection.node())),
                        progress ->
                                FolderSummary.of(selection.changes(), selection.node(), progress),
                        summary -> {
                            facts.add("Holds", FolderPane.holds(summary));
                            if (summary.hasChanges()) {
                                facts.add("Changes", FolderPane.kinds(summary));
                            }
                            folder.show(summary);
                        },
                        failure -> {
                            // Another path was selected meanwhile.
                        }));
    }

    /** Says where a link leads in the file system as of the layer that is looked at from. */
    private void follow(OpenImage opened, ByteString link) {
        int layer = touches.here();
        asking.add(
                jobs.start(
                        "Following " + Escapes.text(link),
                        progress -> {
                            FileTree tree = opened.tree(layer, progress);
                            LinkWalk.End end = LinkWalk.in(tree).follow(link);
                            return end instanceof LinkWalk.End.Node node
                                    ? new Followed(tree.path(node.number()), "")
                                    : new Followed(null, broken(end));
                        },
                        this::tell,
                        failure -> {
                            // The layers' own failures were told when they were read.
                        }));
    }

    /**
     * Where a link leads.
     *
     * @param target null when nowhere
     * @param reason why nowhere; empty otherwise
     */
    private record Followed(@Nullable ByteString target, String reason) {}

    private void tell(Followed followed) {
        ByteString target = followed.target();
        if (target == null) {
            Label words = FactGrid.words(followed.reason());
            words.getStyleClass().add("trouble");
            facts.add("Leads to", words);
            return;
        }
        Hyperlink link = new Hyperlink("Go to target");
        link.setOnAction(event -> reveal.accept(target));
        facts.add("Leads to", "/" + Escapes.text(target), link);
    }

    private static String broken(LinkWalk.End end) {
        return switch (end) {
            case LinkWalk.End.Nothing nothing ->
                    "nothing: there is no /" + Escapes.text(nothing.path());
            case LinkWalk.End.NoDirectory file ->
                    "nothing: /" + Escapes.text(file.path()) + " is no folder";
            case LinkWalk.End.Loop _, LinkWalk.End.Node _ -> "itself: the links go round";
        };
    }

    private void clear() {
        preview.clear();
        Label hint =
                new Label(
                        "Select a file to see what it is, what is in it, and which layers touched"
                                + " it.");
        hint.setWrapText(true);
        hint.getStyleClass().add("reason");
        VBox empty = new VBox(hint);
        empty.getStyleClass().add("empty-state");
        setCenter(empty);
    }
}
