package dev.stratoscope.model;

import dev.stratoscope.model.archive.ForwardContents;
import dev.stratoscope.model.archive.LayerContents;
import dev.stratoscope.model.archive.ScannedLayer;
import dev.stratoscope.model.archive.StoredImage;
import dev.stratoscope.model.archive.StoredLayer;
import dev.stratoscope.model.compare.ImageStep;
import dev.stratoscope.model.compare.Side;
import dev.stratoscope.model.diff.Blame;
import dev.stratoscope.model.diff.ChangeCounts;
import dev.stratoscope.model.diff.Timeline;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.host.ExtractOptions;
import dev.stratoscope.model.host.Extracted;
import dev.stratoscope.model.host.Extraction;
import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.History;
import dev.stratoscope.model.image.HistoryRow;
import dev.stratoscope.model.image.Image;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.LayerIndexBuilder;
import dev.stratoscope.model.tree.Subtree;

import org.jspecify.annotations.Nullable;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * An image read in place. Manifest, config and history are known at once; each layer is read when
 * first asked for, once, and only its index is kept. A layer that is damaged or missing fails
 * alone: those below it stay usable. Safe for use by many threads.
 */
public final class OpenImage implements AutoCloseable {
    private final Image image;
    private final KnownLayers layers;
    private final ListedImage listed;
    private final List<ListedImage> siblings;
    private final Limits limits;
    private final Indexes indexes;
    private final Closeable held;
    private final StackedTrees trees;

    /**
     * An image.
     *
     * @param indexes what is known of layers
     * @param held closed with it
     */
    OpenImage(
            StoredImage stored,
            ListedImage listed,
            List<ListedImage> siblings,
            Limits limits,
            Indexes indexes,
            Closeable held) {
        this.indexes = indexes;
        this.held = held;
        this.image = stored.image();
        this.layers = new KnownLayers(stored, limits);
        this.trees = new StackedTrees(layers);
        this.listed = listed;
        this.siblings = List.copyOf(siblings);
        this.limits = limits;
    }

    /** Manifest, config, layers and names. */
    public Image image() {
        return image;
    }

    /** What its container says of this image. */
    public ListedImage listed() {
        return listed;
    }

    /** All that its container lists, this one among them. */
    public List<ListedImage> siblings() {
        return siblings;
    }

    /** The number of layers. */
    public int layerCount() {
        return layers.count();
    }

    /**
     * One layer, read if it was not yet.
     *
     * @param number from 0 at the bottom
     * @param progress advanced by stored bytes when the layer has to be read
     * @throws IOException when it is missing, damaged, or not what the image says it is
     */
    public LayerFacts layer(int number, Progress progress) throws IOException {
        return layers.read(number, progress);
    }

    /** One layer as its bytes are, whatever the image says of it; nothing is kept. */
    ScannedLayer layerAsItIs(int number, Progress progress) throws IOException {
        return layers.readAsItIs(number, progress);
    }

    /**
     * Reads every layer, several at a time.
     *
     * @throws IOException when a layer cannot be read; the others are stopped
     */
    public List<LayerFacts> layers(Progress progress) throws IOException {
        List<Callable<LayerFacts>> parts = new ArrayList<>();
        for (int i = 0; i < layers.count(); i++) {
            int number = i;
            parts.add(() -> layer(number, progress));
        }
        return Fan.out(parts);
    }

    /**
     * Reads every layer, several at a time, damaged ones too.
     *
     * @param listener told of each layer on the thread that read it
     * @throws InterruptedIOException when cancelled
     */
    public void readAll(Progress progress, LayerListener listener) throws IOException {
        List<Callable<Boolean>> parts = new ArrayList<>();
        for (int i = 0; i < layers.count(); i++) {
            int number = i;
            parts.add(() -> read(number, progress, listener));
        }
        Fan.out(parts);
    }

    private boolean read(int number, Progress progress, LayerListener listener)
            throws InterruptedIOException {
        try {
            listener.read(layer(number, progress));
            return true;
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            listener.failed(number, e);
            return false;
        }
    }

    /** Hears of layers as they are read. */
    public interface LayerListener {
        /** A layer was read and its claims hold. */
        void read(LayerFacts layer);

        /** A layer is missing or damaged. */
        void failed(int number, IOException reason);
    }

    /**
     * The file system as of a layer.
     *
     * @param upTo the topmost layer that counts; -1 is the empty root below the first
     * @throws IOException when one of the layers cannot be read
     */
    public FileTree tree(int upTo, Progress progress) throws IOException {
        return trees.tree(upTo, progress);
    }

    /** The file system of the whole image. */
    public FileTree tree(Progress progress) throws IOException {
        return tree(layers.count() - 1, progress);
    }

    /** The whole image as one of two sides to compare. */
    public Side side(Progress progress) throws IOException {
        List<LayerFacts> facts = layers(progress);
        return new Side(
                facts.stream().map(LayerFacts::index).toList(),
                facts.stream().map(LayerFacts::diffId).toList(),
                0);
    }

    /**
     * One layer by itself as one of two sides to compare.
     *
     * @param number from 0 at the bottom
     */
    public Side side(int number, Progress progress) throws IOException {
        LayerFacts facts = layer(number, progress);
        return new Side(List.of(facts.index()), List.of(facts.diffId()), number);
    }

    /**
     * The steps of the history with what their layers hold, the oldest first, each under its number
     * in the history; after them a step for each layer that the history does not tell of.
     */
    public List<ImageStep> steps(Progress progress) throws IOException {
        List<LayerFacts> facts = layers(progress);
        List<ImageStep> steps = new ArrayList<>();
        int layer = 0;
        for (History told : image.config().history()) {
            boolean none = told.emptyLayer() || layer == facts.size();
            steps.add(step(none ? null : facts.get(layer++), told.createdBy()));
        }
        for (; layer < facts.size(); layer++) {
            steps.add(step(facts.get(layer), ""));
        }
        return steps;
    }

    private static ImageStep step(@Nullable LayerFacts layer, String createdBy) {
        return layer == null
                ? new ImageStep(-1, createdBy, null, null, null)
                : new ImageStep(
                        layer.number(), createdBy, layer.diffId(), layer.chainId(), layer.index());
    }

    /** What a layer changes in the file system below it. */
    public TreeDiff changes(int layer, Progress progress) throws IOException {
        return TreeDiff.between(tree(layer - 1, progress), tree(layer, progress));
    }

    /**
     * How the lowest layers change the file system, one after another. It is made of them and of
     * all layers on top of them that were read before, and kept until more are asked for: once all
     * layers were read, every number of them has the same nodes.
     *
     * @param count of the layers that count, from 0 to all of them
     * @throws IOException when one of them cannot be read
     */
    public Timeline timeline(int count, Progress progress) throws IOException {
        return trees.timeline(count, progress);
    }

    /**
     * How many paths each layer changes in the file system below it, the lowest first, from one
     * walk over all of them. Reads the layers that were not read yet.
     *
     * @return as many as can be told: below the first layer that cannot be read, or whose hard
     *     links are names of no file. Why there are no more is what {@link #changes} of the next
     *     layer throws
     * @throws InterruptedIOException when cancelled
     */
    public List<ChangeCounts> changeCounts(Progress progress) throws InterruptedIOException {
        List<LayerFacts> stack = new ArrayList<>();
        try {
            while (stack.size() < layers.count()) {
                stack.add(layer(stack.size(), progress));
            }
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            // Those below it can be counted all the same.
            progress.advance(0);
        }
        return indexes.changes(stack);
    }

    /**
     * The layers that touched a path, and why it is hidden where it is.
     *
     * @param path taken literally, without slashes at its ends; links on the way are not followed
     * @throws IOException when a layer cannot be read, or a hard link leads to nothing
     */
    public Blame blame(ByteString path, Progress progress) throws IOException {
        return Blame.of(layers(progress).stream().map(LayerFacts::index).toList(), path);
    }

    /** The bytes of the image's files. */
    public Contents contents() {
        return new LayerContents(layers.stored());
    }

    /**
     * The files that a layer ships, as a file system of its own. Only where it has hard links to
     * files of layers below, these are read and shown too.
     */
    public FileTree shipped(int layer, Progress progress) throws IOException {
        LayerIndex nothing = new LayerIndexBuilder(limits).build(0);
        List<LayerIndex> stack = new ArrayList<>(Collections.nCopies(layer, nothing));
        stack.add(layer(layer, progress).index());
        try {
            return FileTree.merge(stack);
        } catch (ImageFormatException e) {
            return tree(layer, progress);
        }
    }

    /**
     * Writes files of the image to the machine's own file system, as {@link Extraction} says.
     *
     * @param files a part of a tree of this image
     */
    public Extracted extract(
            Subtree files, Path destination, ExtractOptions options, Progress progress)
            throws IOException {
        try (ForwardContents contents = new ForwardContents(layers.stored())) {
            return Extraction.run(files, contents, destination, options, progress);
        }
    }

    /**
     * Writes the tar of a layer, decompressed, to a file that appears whole or not at all.
     *
     * @param number from 0 at the bottom
     * @param file is replaced where it exists
     * @param progress advanced by bytes of the tar
     * @throws IOException when the layer is missing, or its bytes are not those of its diffID
     */
    public void saveLayer(int number, Path file, Progress progress) throws IOException {
        long size = layers.tarSize(number);
        LayerFile.write(
                layers.stored().get(number),
                file,
                progress.child("Saving L" + number + " as " + file.getFileName(), size));
    }

    /** Docker's SIZE of every layer in bytes, bottom first. */
    public List<Long> contentSizes(Progress progress) throws IOException {
        return layers(progress).stream().map(layer -> layer.contentSize()).toList();
    }

    /** The rows of {@code docker history}, newest first. */
    public List<HistoryRow> history(Progress progress) throws IOException {
        return HistoryRow.of(image.config(), contentSizes(progress));
    }

    /**
     * Everything that is wrong with the image, as far as reading it all tells.
     *
     * @return the findings, those of the documents first, then those of the lowest layer; empty for
     *     a sound image
     * @throws java.io.InterruptedIOException when cancelled; damage is a finding, not an error
     */
    public List<Finding> verify(Progress progress) throws IOException {
        return new Verification(this).findings(progress);
    }

    /** Lets go of the image: from now on the local store may remove it. */
    @Override
    public void close() throws IOException {
        layers.stored().forEach(StoredLayer::release);
        held.close();
    }
}
