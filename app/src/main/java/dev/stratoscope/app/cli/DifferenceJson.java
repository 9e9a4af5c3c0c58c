package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.ChangeJson;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.app.text.StepPairWords;
import dev.stratoscope.model.compare.ConfigChange;
import dev.stratoscope.model.compare.ImageStep;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A difference as one JSON object a line, nothing for what is the same. Every object says in {@code
 * section} what it is about: first all {@code file}s as {@link ChangeJson} has them, depth first;
 * then each {@code layer} with {@code change} (added, modified, deleted, or moved where only the
 * order differs), {@code reason} and the layers {@code before} and {@code after}; then values of
 * the config, whose section is the {@linkplain ConfigChange.Section#word word} for their kind, with
 * {@code key}, {@code before} and {@code after}.
 */
final class DifferenceJson {
    private final Difference difference;

    DifferenceJson(Difference difference) {
        this.difference = difference;
    }

    void write(OutputStream to) throws IOException {
        JsonGenerator out = JsonText.lines(to);
        writeFiles(out);
        if (!difference.ignored().order()) {
            for (LayerPair pair : difference.layers()) {
                writeLayer(out, pair);
            }
        }
        for (ConfigChange change : difference.config().changes()) {
            out.writeStartObject();
            out.writeStringField("section", change.section().word());
            out.writeStringField("key", change.key());
            out.writeStringField("change", word(change));
            writeText(out, "before", change.before());
            writeText(out, "after", change.after());
            out.writeEndObject();
        }
        if (!difference.isEmpty()) {
            out.writeRaw('\n');
        }
        out.flush();
    }

    private void writeFiles(JsonGenerator out) throws IOException {
        ChangeJson row = new ChangeJson(out, difference.ignored());
        var files = difference.files();
        for (PathWalk walk = new PathWalk(files); walk.next(); ) {
            if (files.kind(walk.node()) != Kind.UNCHANGED) {
                row.write(files, walk.node(), walk.text(), walk.isUtf8() ? null : walk.path());
            }
        }
    }

    private static void writeLayer(JsonGenerator out, LayerPair pair) throws IOException {
        if (pair.change() == LayerPair.Change.UNCHANGED) {
            return;
        }
        out.writeStartObject();
        out.writeStringField("section", "layer");
        out.writeStringField("change", pair.change().word());
        if (pair.before() != null && pair.after() != null) {
            out.writeStringField("reason", StepPairWords.of(pair.reason()));
        }
        writeLayer(out, "before", pair.before());
        writeLayer(out, "after", pair.after());
        out.writeEndObject();
    }

    private static void writeLayer(JsonGenerator out, String side, @Nullable ImageStep step)
            throws IOException {
        if (step == null) {
            return;
        }
        out.writeObjectFieldStart(side);
        out.writeNumberField("index", step.layer());
        Digest diffId = step.diffId();
        writeText(out, "diffId", diffId == null ? null : diffId.toString());
        LayerIndex index = step.index();
        if (index != null) {
            out.writeNumberField("size", index.tarSize());
            out.writeNumberField("contentSize", index.contentSize());
        }
        out.writeStringField("createdBy", step.createdBy());
        out.writeEndObject();
    }

    private static String word(ConfigChange change) {
        return (change.before() == null
                        ? Kind.ADDED
                        : change.after() == null ? Kind.DELETED : Kind.MODIFIED)
                .word();
    }

    private static void writeText(JsonGenerator out, String field, @Nullable String text)
            throws IOException {
        if (text != null) {
            out.writeStringField(field, text);
        }
    }
}
