package dev.stratoscope.app.view.files;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.app.text.TreeRowJson;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Paths as text for the clipboard, a line each. Names are copied as they are, and escaped only
 * where they are no text. Safe for use by many threads.
 *
 * @param nodes in the order they are shown
 */
record FileCopy(FileRows rows, List<Integer> nodes) {

    /** The whole paths. */
    String paths() {
        return lines(this::path);
    }

    /** The last parts of the paths. */
    String names() {
        return lines(node -> exact(rows.changes().name(node)));
    }

    /**
     * The paths, and after a tab each what the columns say of them.
     *
     * @param owners names an owner
     */
    String table(List<FileColumn> columns, Function<Attributes, String> owners) {
        return lines(
                node -> {
                    FileRow row = new FileRow(rows, node, 0);
                    StringBuilder line = new StringBuilder(path(node));
                    for (FileColumn column : columns) {
                        line.append('\t').append(FileText.of(column, row, owners));
                    }
                    return line.toString();
                });
    }

    /** A JSON object a path, as the command line lists it. */
    String json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JsonText.lines(bytes)) {
            TreeRowJson row = new TreeRowJson(out, false);
            Changeset changes = rows.changes();
            for (int node : nodes) {
                row.write(changes, node);
            }
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private String path(int node) {
        return "/" + exact(rows.changes().path(node));
    }

    private static String exact(ByteString bytes) {
        return bytes.isUtf8() ? bytes.toString() : Escapes.text(bytes);
    }

    private String lines(Function<Integer, String> line) {
        return nodes.stream().map(line).collect(Collectors.joining("\n"));
    }
}
