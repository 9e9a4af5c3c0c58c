package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.Encoding;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.model.diff.content.LineDiff;
import dev.stratoscope.model.diff.content.Run;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Entry;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * How the lines of one file differ between two images: a unified difference for people, with
 * escapes for what is no text; as JSON one object for each stretch of lines that differs, with
 * {@code section} ("content"), {@code path}, and as {@code before} and {@code after} the number of
 * its first line, from 1, and its {@code lines}. A side without such a file has no lines. Of files
 * longer than 16 MiB only the beginning is looked at, which is said.
 */
final class ContentDifference implements CompareVerb.Told {
    private static final int MOST = 16 << 20;

    private final String path;
    private final Version before;
    private final Version after;
    private final @Nullable LineDiff lines;

    private ContentDifference(
            String path, Version before, Version after, @Nullable LineDiff lines) {
        this.path = path;
        this.before = before;
        this.after = after;
        this.lines = lines;
    }

    /**
     * Compares one file.
     *
     * @throws Failure.About when neither side has it
     */
    static ContentDifference of(
            String path, ComparedImage before, ComparedImage after, Progress progress)
            throws IOException {
        Version old = Version.of(path, before, progress);
        Version now = Version.of(path, after, progress);
        Failure.Refusal refusal = old.refusal();
        if (refusal != null && now.refusal() != null) {
            throw new Failure.About(before.source() + ", " + after.source(), refusal);
        }
        LineDiff lines =
                old.isText() && now.isText()
                        ? LineDiff.between(old.lines(), now.lines(), false, progress)
                        : null;
        return new ContentDifference(path, old, now, lines);
    }

    @Override
    public boolean isEmpty() {
        return before.isSame(after);
    }

    @Override
    public void write(OutputStream out, boolean json) throws IOException {
        if (isEmpty()) {
            return;
        }
        if (json) {
            writeJson(out);
            return;
        }
        print(out, "--- " + before.label() + "\n+++ " + after.label() + "\n");
        if (lines == null || lines.changes() == 0) {
            print(out, "the bytes differ: " + before.words() + "; " + after.words() + "\n");
            return;
        }
        new UnifiedText(before.lines(), after.lines(), lines.runs()).write(out);
        if (lines.isCoarse()) {
            print(out, "(compared coarsely, since it would take long to find all that is equal)\n");
        }
        if (before.isCut() || after.isCut()) {
            print(out, "(only the first " + HumanSize.spaced(MOST) + " were compared)\n");
        }
    }

    private void writeJson(OutputStream to) throws IOException {
        JsonGenerator out = JsonText.lines(to);
        List<Run> runs = lines == null ? List.of() : lines.runs();
        boolean isTold = false;
        for (Run run : runs) {
            if (!run.isEqual()) {
                begin(out);
                side(out, "before", before, run.beforeFrom(), run.beforeTo());
                side(out, "after", after, run.afterFrom(), run.afterTo());
                out.writeEndObject();
                isTold = true;
            }
        }
        if (!isTold) {
            begin(out);
            out.writeStringField("before", before.words());
            out.writeStringField("after", after.words());
            out.writeEndObject();
        }
        out.writeRaw('\n');
        out.flush();
    }

    private void begin(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("section", "content");
        out.writeStringField("path", path);
    }

    private static void side(JsonGenerator out, String name, Version side, int from, int to)
            throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField("line", from + 1);
        out.writeArrayFieldStart("lines");
        for (String line : side.lines().subList(from, to)) {
            out.writeString(UnifiedText.bare(line));
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The file as one side has it. */
    private static final class Version {
        private final String label;
        private final byte[] head;
        private final long size;
        private final @Nullable Digest digest;
        private final @Nullable Encoding encoding;
        private final List<String> lines;
        private final Failure.@Nullable Refusal refusal;

        private Version(
                String label,
                byte[] head,
                @Nullable Entry file,
                Failure.@Nullable Refusal refusal) {
            this.label = label;
            this.head = head;
            this.size = file == null ? 0 : file.size();
            this.digest = file == null ? null : file.digest();
            this.refusal = refusal;
            this.encoding = head.length == 0 ? null : Encoding.of(head, size > head.length);
            this.lines =
                    encoding == null || encoding.charset() == null
                            ? List.of()
                            : UnifiedText.lines(encoding.decode(head, size > head.length));
        }

        static Version of(String path, ComparedImage image, Progress progress) throws IOException {
            try {
                FileReader.Found file = image.file(path, progress);
                String label = Escapes.text(image.source()) + "  " + Escapes.text(path);
                return new Version(label, file.head(MOST), file.entry(), null);
            } catch (Failure.Refusal e) {
                return new Version("/dev/null", new byte[0], null, e);
            }
        }

        String label() {
            return label;
        }

        List<String> lines() {
            return lines;
        }

        Failure.@Nullable Refusal refusal() {
            return refusal;
        }

        boolean isText() {
            return encoding == null || encoding.charset() != null;
        }

        boolean isCut() {
            return size > head.length;
        }

        /** Beyond what is looked at only the digest tells. */
        boolean isSame(Version other) {
            return (refusal == null) == (other.refusal == null)
                    && size == other.size
                    && Objects.equals(digest, other.digest)
                    && Arrays.equals(head, other.head);
        }

        String words() {
            return HumanSize.exact(size) + (encoding == null ? "" : ", " + encoding.words());
        }
    }
}
