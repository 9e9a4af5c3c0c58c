package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.LinkWalk;

import java.util.function.Function;

/**
 * A path in an image as the user wrote it. It may be written as listings show it, with escapes for
 * bytes that are no text.
 */
record ImagePath(String text) {
    /**
     * The node it leads to through all links.
     *
     * @param where what is walked in, for messages
     */
    int follow(LinkWalk walk, String where) throws Failure.Refusal {
        return node(walk::follow, where);
    }

    /** As the other, but a link at the end is itself what is meant. */
    int locate(LinkWalk walk, String where) throws Failure.Refusal {
        return node(walk::locate, where);
    }

    private int node(Function<ByteString, LinkWalk.End> walk, String where) throws Failure.Refusal {
        LinkWalk.End end = walk.apply(ByteString.of(text));
        if (end instanceof LinkWalk.End.Nothing && text.contains("\\x")) {
            end = walk.apply(Escapes.bytes(text));
        }
        return switch (end) {
            case LinkWalk.End.Node found -> found.number();
            case LinkWalk.End.Nothing nothing ->
                    throw new Failure.Refusal(text, missing(nothing.path(), where));
            case LinkWalk.End.NoDirectory other ->
                    throw new Failure.Refusal(
                            text, Escapes.text(other.path()) + " is not a directory");
            case LinkWalk.End.Loop _ ->
                    throw new Failure.Refusal(text, "too many symbolic links, perhaps a loop");
        };
    }

    private String missing(ByteString missing, String where) {
        boolean asGiven = missing.equals(ByteString.of(text.replaceFirst("^/+", "")));
        return asGiven
                ? "there is no such file in " + where
                : "there is no " + Escapes.text(missing) + " in " + where;
    }
}
