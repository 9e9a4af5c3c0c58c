package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.LayerFacts;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.NoSuchImageException;
import dev.stratoscope.model.image.SeveralImagesException;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** What is wrong with an image. */
public final class VerifyReport {
    private static final int WIDTH = "warning".length() + 2;

    private VerifyReport() {}

    /**
     * Reads everything and writes the findings.
     *
     * @param json one array of objects instead of lines, with severity, code, layer and path (null
     *     where a finding is about none), subject and message
     * @return the exit status: 1 when something is damaged, 0 when at worst something is odd
     * @throws IOException when cancelled or {@code out} takes no more
     */
    public static int write(OpenImage image, OutputStream out, boolean json, Progress progress)
            throws IOException {
        List<Finding> findings = image.verify(progress);
        if (findings.isEmpty() && !json) {
            out.write(praise(image, progress).getBytes(StandardCharsets.UTF_8));
            return 0;
        }
        return write(findings, out, json);
    }

    /** Whether an image that could not be opened is damaged, and not just elsewhere or unnamed. */
    static boolean isFinding(IOException reason, ImageSource where) {
        boolean there =
                where.image() == null
                        ? Files.exists(where.path())
                        : !(reason instanceof NoSuchImageException);
        return there && !(reason instanceof SeveralImagesException);
    }

    /** Writes why an image could not even be opened. */
    static int write(IOException reason, OutputStream out, boolean json) throws IOException {
        String message = String.valueOf(reason.getMessage());
        String item = reason instanceof ImageFormatException e ? e.item() : "";
        boolean named = !item.isEmpty() && message.startsWith(item + ": ");
        Finding finding =
                Finding.ofDocument(
                        Finding.Code.UNREADABLE_IMAGE,
                        Finding.Severity.ERROR,
                        named ? item : "image",
                        named ? message.substring(item.length() + 2) : message);
        return write(List.of(finding), out, json);
    }

    private static int write(List<Finding> findings, OutputStream out, boolean json)
            throws IOException {
        if (json) {
            writeJson(findings, out);
        } else {
            out.write(lines(findings).getBytes(StandardCharsets.UTF_8));
        }
        boolean damaged = findings.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
        return damaged ? 1 : 0;
    }

    private static String praise(OpenImage image, Progress progress) throws IOException {
        long entries = 0;
        for (LayerFacts layer : image.layers(progress)) {
            entries += layer.entries();
        }
        int layers = image.layerCount();
        return "no problems found in "
                + layers
                + (layers == 1 ? " layer, " : " layers, ")
                + HumanSize.grouped(entries)
                + (entries == 1 ? " entry\n" : " entries\n");
    }

    private static String lines(List<Finding> findings) {
        StringBuilder out = new StringBuilder();
        for (Finding finding : findings) {
            String word = word(finding);
            out.append(word).repeat(' ', WIDTH - word.length());
            out.append(Escapes.text(finding.toString())).append('\n');
        }
        return out.toString();
    }

    private static void writeJson(List<Finding> findings, OutputStream to) throws IOException {
        JsonGenerator out = JsonText.rows(to, false);
        out.writeStartArray();
        for (Finding finding : findings) {
            out.writeStartObject();
            out.writeStringField("severity", word(finding));
            out.writeStringField("code", finding.code().word());
            if (finding.layer() < 0) {
                out.writeNullField("layer");
            } else {
                out.writeNumberField("layer", finding.layer());
            }
            out.writeStringField("path", finding.path());
            out.writeStringField("subject", finding.subject());
            out.writeStringField("message", finding.message());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeRaw('\n');
        out.flush();
    }

    private static String word(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
