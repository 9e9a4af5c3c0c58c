package dev.stratoscope.app.image;

import dev.stratoscope.app.reading.OwnerNames;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.ModeText;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.FactGrid;
import dev.stratoscope.app.view.files.FilesPane.FileSelection;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Entry;
import dev.stratoscope.model.tree.EntryType;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** What a layer says of a path, as facts. */
final class PathFacts {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final FactGrid facts;
    private final Consumer<ByteString> reveal;
    private final IntConsumer toLayer;

    /**
     * FactGrid to be told.
     *
     * @param reveal shows a path in the tree
     * @param toLayer selects a layer
     */
    PathFacts(FactGrid facts, Consumer<ByteString> reveal, IntConsumer toLayer) {
        this.facts = facts;
        this.reveal = reveal;
        this.toLayer = toLayer;
    }

    /**
     * Tells all but what has to be read first.
     *
     * @param brought the instruction behind the layer with the last word on the path; null for none
     */
    void show(
            FileSelection selection, OwnerNames owners, TouchList touches, @Nullable Step brought) {
        PathState state = selection.changes().shown(selection.node());
        Attributes attributes = state.attributes();
        EntryType type = state.type();
        facts.clear();
        switch (type) {
            case FILE, HARDLINK -> size(selection, state);
            case DIRECTORY ->
                    facts.add(
                            "Size",
                            HumanSize.exact(selection.changes().totalShown(selection.node()))
                                    + " in all");
            case SYMLINK -> facts.add("Target", Escapes.text(attributes.link()));
            case CHARACTER_DEVICE, BLOCK_DEVICE ->
                    facts.add(
                            "Device",
                            (type == EntryType.BLOCK_DEVICE ? "block " : "character ")
                                    + attributes.deviceMajor()
                                    + ":"
                                    + attributes.deviceMinor());
            case FIFO, WHITEOUT -> {}
        }
        ByteString other = state.sameAs();
        if (other != null) {
            String shown = "/" + Escapes.text(other);
            facts.add("Same as", FactGrid.link(shown, shown, () -> reveal.accept(other)));
        }
        String mode = ModeText.of(type, attributes.mode());
        facts.add("Mode", mode, muted(ModeText.octal(attributes.mode())));
        String numbers = attributes.uid() + ":" + attributes.gid();
        String named = Escapes.text(owners.of(attributes));
        if (named.equals(numbers)) {
            facts.add("Owner", numbers);
        } else {
            facts.add("Owner", named, muted(numbers));
        }
        if (state.isImplied()) {
            facts.add("Note", "no entry of a layer names this folder");
        } else {
            facts.add("Modified", TIME.format(attributes.mtime()));
        }
        layer(selection, touches, brought);
        digest(state);
        attributes
                .xattrs()
                .forEach(
                        (key, value) ->
                                facts.add("xattr", Escapes.text(key) + " = " + value(value)));
    }

    private void size(FileSelection selection, PathState state) {
        PathState before = selection.changes().before(selection.node());
        PathState after = selection.changes().after(selection.node());
        long difference =
                before == null || after == null ? 0 : after.fileSize() - before.fileSize();
        String size = HumanSize.exact(state.fileSize());
        if (difference == 0) {
            facts.add("Size", size);
        } else {
            facts.add("Size", size, SizeDifference.label(difference));
        }
    }

    private void layer(FileSelection selection, TouchList touches, @Nullable Step step) {
        int layer = selection.changes().layer(selection.node());
        if (layer >= 0) {
            String line = step == null ? "" : (step.keyword() + " " + step.command()).strip();
            String whole = step == null ? "" : step.fullCommand();
            String label = step == null ? "L" + layer : step.label();
            facts.add(
                    touches.verb(layer),
                    FactGrid.link(
                            step != null && step.state().isWritable()
                                    ? line
                                    : (label + " " + line).strip(),
                            whole.isEmpty() ? label : whole,
                            () -> toLayer.accept(layer)));
        }
    }

    private void digest(PathState state) {
        Entry entry = state.entry();
        Digest digest = entry == null ? null : entry.digest();
        if (digest != null) {
            HBox value =
                    new HBox(
                            6,
                            new Label(digest.algorithm() + ":" + digest.shortHex()),
                            Actions.copy("the digest", digest::toString));
            facts.add("Digest", value);
        } else if (entry != null) {
            facts.add("Digest", "none, it is mostly holes");
        }
    }

    private static String value(ByteString value) {
        return value.isEmpty() ? "(empty)" : Escapes.text(value);
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }
}
