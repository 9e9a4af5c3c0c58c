package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.diff.Blame;
import dev.stratoscope.model.diff.Touch;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.LinkWalk;

import java.util.List;
import java.util.function.Function;

/**
 * A path in an image as the user wrote it. It may be written as listings show it, with escapes for
 * bytes that are no text.
 */
record ImagePath(String text) {
    /** The node of a layer that it leads to through all links. */
    int follow(LayerIndex layer, int number) throws Failure.Refusal {
        return node(LinkWalk.in(layer)::follow, "layer " + number, List.of());
    }

    /** As the other, in a whole image. */
    int follow(FileTree image) throws Failure.Refusal {
        return node(LinkWalk.in(image)::follow, "the image", image.layers());
    }

    /** The node of a layer that it leads to; a link at the end is itself what is meant. */
    int locate(LayerIndex layer, int number) throws Failure.Refusal {
        return node(LinkWalk.in(layer)::locate, "layer " + number, List.of());
    }

    /** As the other, in a whole image. */
    int locate(FileTree image) throws Failure.Refusal {
        return node(LinkWalk.in(image)::locate, "the image", image.layers());
    }

    private int node(Function<ByteString, LinkWalk.End> walk, String where, List<LayerIndex> layers)
            throws Failure.Refusal {
        LinkWalk.End end = walk.apply(ByteString.of(text));
        if (end instanceof LinkWalk.End.Nothing && text.contains("\\x")) {
            end = walk.apply(Escapes.bytes(text));
        }
        return switch (end) {
            case LinkWalk.End.Node found -> found.number();
            case LinkWalk.End.Nothing nothing ->
                    throw new Failure.Refusal(
                            text, missing(nothing.path(), where) + removed(nothing.path(), layers));
            case LinkWalk.End.NoDirectory other ->
                    throw new Failure.Refusal(
                            text, Escapes.text(other.path()) + " is not a directory");
            case LinkWalk.End.Loop _ ->
                    throw new Failure.Refusal(text, "too many symbolic links, perhaps a loop");
        };
    }

    /** Which layer removed what is not there, and which one still has it. */
    private static String removed(ByteString missing, List<LayerIndex> layers) {
        try {
            List<Touch> touches = Blame.of(layers, missing).touches();
            if (touches.size() < 2 || !touches.getLast().isRemoval()) {
                return "";
            }
            return ": layer "
                    + touches.getLast().layer()
                    + " removed it, --layer "
                    + touches.get(touches.size() - 2).layer()
                    + " has it";
        } catch (ImageFormatException e) {
            // A hard link to nothing; that the path is missing is enough to say.
            return "";
        }
    }

    private String missing(ByteString missing, String where) {
        boolean asGiven = missing.equals(ByteString.of(text.replaceFirst("^/+", "")));
        return asGiven
                ? "there is no such file in " + where
                : "there is no " + Escapes.text(missing) + " in " + where;
    }
}
