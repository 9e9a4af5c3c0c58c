package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.DisplayWidth;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HidingWords;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.Instruction;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.app.text.ModeText;
import dev.stratoscope.app.text.PathJson;
import dev.stratoscope.app.text.TextTable;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.diff.Blame;
import dev.stratoscope.model.diff.Touch;
import dev.stratoscope.model.image.History;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryPath;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.Hiding;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The layers that touched one path, newest first as in the history, with what each did and why the
 * path is hidden where it is. Reads every layer.
 */
public final class BlameListing {
    private static final int INSTRUCTION_COLUMNS = 60;

    private final OpenImage image;
    private final Progress progress;
    private final String asked;

    /**
     * The listing of one path; nothing is read yet.
     *
     * @param path taken literally, whatever slashes are around it; may have {@code \xNN} escapes as
     *     listings show them
     * @param progress advanced by the stored bytes of the layers that have to be read
     */
    public BlameListing(OpenImage image, String path, Progress progress) {
        this.image = image;
        this.asked = path;
        this.progress = progress;
    }

    /**
     * Writes the listing.
     *
     * @param json one object a line instead of a table
     * @throws IOException when no layer has the path, a layer cannot be read, or {@code out} takes
     *     no more
     */
    public void write(OutputStream out, boolean json) throws IOException {
        Blame blame = blame();
        if (json) {
            writeJson(blame, out);
        } else {
            out.write(table(blame).getBytes(StandardCharsets.UTF_8));
        }
    }

    private Blame blame() throws IOException {
        Blame blame = image.blame(clean(ByteString.of(asked)), progress);
        if (blame.touches().isEmpty() && asked.contains("\\x")) {
            blame = image.blame(clean(Escapes.bytes(asked)), progress);
        }
        if (blame.touches().isEmpty()) {
            throw new Failure.Refusal(asked, "no layer has this path" + linkOnTheWay(blame.path()));
        }
        return blame;
    }

    private ByteString clean(ByteString path) throws Failure.Refusal {
        try {
            return EntryPath.clean(path);
        } catch (ImageFormatException e) {
            throw new Failure.Refusal(asked.isEmpty() ? "\"\"" : asked, "is no path in an image");
        }
    }

    /** Programs follow links where layers have none; the words say where one would lead. */
    private String linkOnTheWay(ByteString path) throws IOException {
        FileTree tree = image.tree(progress);
        byte[] bytes = path.toByteArray();
        for (int end = 1; end < bytes.length; end++) {
            int node = bytes[end] == '/' ? tree.find(ByteString.of(bytes, 0, end)) : -1;
            if (node >= 0 && tree.type(node) == EntryType.SYMLINK) {
                return "; "
                        + Escapes.text(tree.path(node))
                        + " is a symlink to "
                        + Escapes.text(tree.attributes(node).link());
            }
        }
        return "";
    }

    private String table(Blame blame) {
        TextTable table =
                new TextTable("LAYER", "CHANGE", "SIZE", "OWNER", "MODE", "REASON", "CREATED BY");
        table.alignRight(2);
        for (Touch touch : blame.touches().reversed()) {
            Attributes brought = touch.brought();
            boolean file =
                    brought != null
                            && (brought.type() == EntryType.FILE
                                    || brought.type() == EntryType.HARDLINK);
            String by = Instruction.of(createdBy(touch), touch.layer()).toString();
            table.row(
                    Integer.toString(touch.layer()),
                    touch.kind().letter() + " " + touch.kind().word(),
                    file ? HumanSize.docker(touch.size()) : "-",
                    brought == null ? "-" : brought.uid() + ":" + brought.gid(),
                    brought == null ? "-" : ModeText.of(brought.type(), brought.mode()),
                    reason(touch),
                    DisplayWidth.truncate(
                            Escapes.text(by.replace('\t', ' ')), INSTRUCTION_COLUMNS));
        }
        return table.toString();
    }

    private static String reason(Touch touch) {
        Hiding hiding = touch.hiding();
        if (hiding == null) {
            return "";
        }
        return HidingWords.whole(hiding) + (touch.isRemoval() ? "" : ", brought anew");
    }

    private void writeJson(Blame blame, OutputStream to) throws IOException {
        List<LayerFacts> layers = image.layers(progress);
        JsonGenerator out = JsonText.lines(to);
        for (Touch touch : blame.touches().reversed()) {
            LayerFacts layer = layers.get(touch.layer());
            out.writeStartObject();
            PathJson.write(out, "path", blame.path());
            out.writeNumberField("layer", touch.layer());
            out.writeStringField("digest", layer.blob().digest().toString());
            out.writeStringField("diffId", layer.diffId().toString());
            out.writeStringField("change", touch.kind().word());
            writeBrought(out, touch.brought(), touch.size());
            Hiding hiding = touch.hiding();
            if (hiding != null) {
                PathJson.writeReason(out, hiding, touch.layer());
            }
            out.writeStringField("createdBy", createdBy(touch));
            out.writeEndObject();
        }
        out.writeRaw('\n');
        out.flush();
    }

    private static void writeBrought(JsonGenerator out, @Nullable Attributes brought, long size)
            throws IOException {
        if (brought == null) {
            return;
        }
        out.writeStringField("type", brought.type().word());
        out.writeStringField("mode", ModeText.octal(brought.mode()));
        out.writeNumberField("uid", brought.uid());
        out.writeNumberField("gid", brought.gid());
        out.writeNumberField("size", size);
        out.writeStringField("mtime", brought.mtime().toString());
        if (!brought.link().isEmpty()) {
            PathJson.write(out, "linkTarget", brought.link());
        }
    }

    /** The command of the step that made the layer; empty where history does not tell of it. */
    private String createdBy(Touch touch) {
        return image.image().config().history().stream()
                .filter(step -> !step.emptyLayer())
                .skip(touch.layer())
                .findFirst()
                .map(History::createdBy)
                .orElse("");
    }
}
