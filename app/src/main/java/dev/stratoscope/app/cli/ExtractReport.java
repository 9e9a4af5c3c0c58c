package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.ExtractedWords;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.host.ExtractOptions;
import dev.stratoscope.model.host.Extracted;
import dev.stratoscope.model.host.Extracted.Loss;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;
import dev.stratoscope.model.tree.Subtree;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Extracts files of an image and tells what came of it. */
final class ExtractReport {
    /** The most things left out that are named on a terminal. */
    private static final int MOST_SHOWN = 20;

    private final Extracted result;
    private final String destination;

    private ExtractReport(Extracted result, String destination) {
        this.result = result;
        this.destination = destination;
    }

    /** Does what the command line asks for. */
    static ExtractReport of(Request request, OpenImage image) throws IOException {
        String to = Objects.requireNonNull(request.positional(Grammar.DESTINATION));
        Path destination = destination(to);
        ExtractOptions options =
                new ExtractOptions(
                        request.has(Grammar.OWNERS),
                        request.has(Grammar.DEVICES),
                        request.has(Grammar.SPECIAL_BITS));
        Subtree files = files(request, image);
        Extracted result = image.extract(files, destination, options, request.progress());
        return new ExtractReport(result, to);
    }

    private static Path destination(String text) throws Failure.Refusal {
        if (text.isEmpty()) {
            throw new Failure.Refusal("DEST", "is empty");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new Failure.Refusal(text, "cannot be a path here");
        }
    }

    private static Subtree files(Request request, OpenImage image) throws IOException {
        ImagePath path = new ImagePath(Objects.requireNonNull(request.positional(Grammar.PATH)));
        Integer layer = request.option(Grammar.LAYER);
        if (layer == null) {
            image.layers(request.progress());
            FileTree tree = image.tree(request.progress());
            return Subtree.of(tree, path.locate(tree));
        }
        int number = Request.layer(layer, image);
        LayerIndex index = image.layer(number, request.progress()).index();
        int node = path.locate(index, number);
        FileTree shipped = image.shipped(number, request.progress());
        return Subtree.ofLayer(shipped, shipped.find(index.path(node)), number);
    }

    /**
     * Writes the summary to {@code out} and what was left out to {@code err}.
     *
     * @param json one object instead, all of it to {@code out}
     * @return the exit status: 1 when something that was asked for is not there
     */
    int write(OutputStream out, PrintStream err, boolean json) throws IOException {
        if (json) {
            writeJson(out);
        } else {
            String line = ExtractedWords.summary(result, destination) + "\n";
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.flush();
            tell(err);
        }
        return result.isIncomplete() ? 1 : 0;
    }

    private void tell(PrintStream err) {
        List<Extracted.Skipped> skipped = result.skipped();
        int shown = Math.min(skipped.size(), MOST_SHOWN);
        for (Extracted.Skipped one : skipped.subList(0, shown)) {
            err.println("left out: " + Escapes.text(one.path()) + ": " + reason(one.why()));
        }
        int more = skipped.size() - shown;
        if (more > 0) {
            err.println("left out: " + HumanSize.grouped(more) + " more (--json names all)");
        }
        for (Loss loss : Loss.values()) {
            Long count = result.losses().get(loss);
            if (count != null) {
                err.println(HumanSize.grouped(count) + " " + words(loss));
            }
        }
    }

    /** What was not asked for names the option that asks for it. */
    private static String reason(Extracted.Why why) {
        String words = ExtractedWords.reason(why);
        return why == Extracted.Why.DEVICE ? words + " (--devices makes them)" : words;
    }

    private static String words(Loss loss) {
        String words = ExtractedWords.missing(loss);
        return switch (loss) {
            case SPECIAL_BITS, SPECIAL_XATTRS -> words + " (--special-bits sets them)";
            default -> words;
        };
    }

    private void writeJson(OutputStream to) throws IOException {
        JsonGenerator out = JsonText.indented(to);
        out.writeStartObject();
        out.writeNumberField("files", result.files());
        out.writeNumberField("directories", result.directories());
        out.writeNumberField("symlinks", result.symlinks());
        out.writeNumberField("hardlinks", result.hardLinks());
        out.writeNumberField("fifos", result.fifos());
        out.writeNumberField("devices", result.devices());
        out.writeNumberField("bytes", result.bytes());
        out.writeArrayFieldStart("skipped");
        for (Extracted.Skipped one : result.skipped()) {
            out.writeStartObject();
            out.writeStringField("path", Escapes.text(one.path()));
            out.writeStringField("reason", word(one.why()));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeObjectFieldStart("losses");
        for (Loss loss : Loss.values()) {
            Long count = result.losses().get(loss);
            if (count != null) {
                out.writeNumberField(word(loss), count);
            }
        }
        out.writeEndObject();
        out.writeEndObject();
        out.writeRaw('\n');
        out.flush();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
