package dev.stratoscope.app.text;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.model.compare.Ignored;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.tree.ByteString;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.List;

/**
 * How one path differs as a JSON object: {@code section} ("file"), {@code path}, {@code change},
 * {@code differs} (the {@link Aspect}s of what both sides have), {@code movedFrom}, and as {@code
 * before} and {@code after} what each side has, named as in {@link TreeRowJson}, with the layer it
 * is from. Files whose content differs have their {@code digest}. Not for several threads.
 */
public final class ChangeJson {
    private final JsonGenerator out;
    private final StateJson state;
    private final Ignored ignored;

    /**
     * Writes to a generator.
     *
     * @param ignored what does not count
     */
    public ChangeJson(JsonGenerator out, Ignored ignored) {
        this.out = out;
        this.state = new StateJson(out);
        this.ignored = ignored;
    }

    /**
     * Writes one node.
     *
     * @param path its path as text
     * @param exact the path's bytes where the text loses some; null where it loses none
     */
    public void write(Changeset changes, int at, String path, @Nullable ByteString exact)
            throws IOException {
        PathState before = changes.before(at);
        PathState after = changes.after(at);
        List<Aspect> aspects =
                before == null || after == null
                        ? List.of()
                        : Aspect.between(before, after, ignored);
        out.writeStartObject();
        out.writeStringField("section", "file");
        out.writeStringField("path", path);
        if (exact != null) {
            out.writeStringField("pathBytes", PathJson.base64(exact));
        }
        out.writeStringField("change", changes.kind(at).word());
        if (changes.kind(at) == Kind.MODIFIED || changes.kind(at) == Kind.METADATA_ONLY) {
            out.writeArrayFieldStart("differs");
            for (Aspect aspect : aspects) {
                out.writeString(aspect.word());
            }
            out.writeEndArray();
        }
        ByteString moved = changes.movedFrom(at);
        if (moved != null) {
            PathJson.write(out, "movedFrom", moved);
        }
        boolean digests = aspects.contains(Aspect.CONTENT);
        write("before", before, digests);
        write("after", after, digests);
        out.writeEndObject();
    }

    private void write(String side, @Nullable PathState has, boolean digest) throws IOException {
        if (has == null) {
            return;
        }
        out.writeObjectFieldStart(side);
        state.write(has, digest);
        out.writeNumberField("layer", has.layer());
        out.writeEndObject();
    }
}
