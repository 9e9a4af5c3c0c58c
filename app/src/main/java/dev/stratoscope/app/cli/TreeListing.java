package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.app.text.TreeRowJson;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/**
 * The files of an image, depth first, siblings in the order of their names' bytes; the root itself
 * is left out. Rows are written as they are met, so a million of them need no memory of their own.
 */
public final class TreeListing {
    private final OpenImage image;
    private final View view;
    private final boolean digests;
    private final Progress progress;

    /**
     * Which files to list.
     *
     * @param layer the layer whose changes are marked; -1 where there is none
     * @param alone only what that layer ships and what it deletes, instead of the whole file system
     *     as of it
     */
    public record View(int layer, boolean alone) {
        /**
         * The file system as of a layer, marked with what that layer changes; -1 is an empty one.
         */
        public static View upTo(int layer) {
            return new View(layer, false);
        }

        /** What one layer's tar brings, also where it changes nothing, and what it deletes. */
        public static View layer(int number) {
            return new View(number, true);
        }
    }

    /**
     * A listing; nothing is read yet.
     *
     * @param digests whether each file's sha256 is shown
     * @param progress advanced by the stored bytes of the layers that have to be read
     */
    public TreeListing(OpenImage image, View view, boolean digests, Progress progress) {
        this.image = image;
        this.view = view;
        this.digests = digests;
        this.progress = progress;
    }

    /**
     * Writes one JSON object a line.
     *
     * @throws IOException when a layer cannot be read or {@code out} takes no more
     */
    public void writeJson(OutputStream out) throws IOException {
        TreeDiff diff = changes();
        JsonGenerator json = JsonText.lines(out);
        TreeRowJson row = new TreeRowJson(json, digests);
        boolean any = false;
        for (PathWalk walk = new PathWalk(diff); walk.next(); ) {
            if (shows(diff, walk.node())) {
                row.write(diff, walk.node(), walk.text(), walk.isUtf8() ? null : walk.path());
                any = true;
            }
        }
        if (any) {
            json.writeRaw('\n');
        }
        json.flush();
    }

    /**
     * Writes one line a file, for people: the letter of the change, mode, owner, size, time, path.
     *
     * @param zone the zone times are shown in
     * @throws IOException when a layer cannot be read or {@code out} takes no more
     */
    public void writeText(OutputStream out, ZoneId zone) throws IOException {
        TreeDiff diff = changes();
        TreeRowText row = new TreeRowText(zone, digests);
        for (PathWalk walk = new PathWalk(diff); walk.next(); ) {
            if (shows(diff, walk.node())) {
                out.write(row.of(diff, walk).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private TreeDiff changes() throws IOException {
        if (view.layer() < 0) {
            var empty = image.tree(-1, progress);
            return TreeDiff.between(empty, empty);
        }
        return image.changes(view.layer(), progress);
    }

    private boolean shows(TreeDiff diff, int at) {
        int after = diff.afterNode(at);
        return view.alone() ? after < 0 || diff.after().layer(after) == view.layer() : after >= 0;
    }
}
