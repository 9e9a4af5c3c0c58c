package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.model.dockerfile.Dockerfile;
import dev.stratoscope.model.dockerfile.Finding;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** What could be better in a Dockerfile, by BuildKit's names of the checks. */
final class FindingListing {
    private final Dockerfile file;

    FindingListing(Dockerfile file) {
        this.file = file;
    }

    /** A line a finding, such as {@code warning: Dockerfile:3: ... (MaintainerDeprecated)}. */
    List<String> warnings() {
        List<String> lines = new ArrayList<>();
        for (Finding one : file.findings()) {
            lines.add("warning: " + head(one));
        }
        return lines;
    }

    /** The findings with why they matter and the line they are of. */
    void write(Output out, boolean json) throws IOException {
        for (Finding one : file.findings()) {
            out.print((json ? json(one) : text(one)) + "\n");
        }
    }

    private String head(Finding one) {
        String place = Escapes.text(file.file()) + ":" + one.range().startLine();
        return place + ": " + Escapes.text(one.message()) + " (" + one.rule() + ")";
    }

    private String text(Finding one) {
        int line = one.range().startLine();
        String excerpt = file.text().lines().skip(line - 1L).findFirst().orElse("");
        return "%s\n  %s\n%5d | %s"
                .formatted(head(one), Escapes.text(one.reason()), line, Escapes.text(excerpt));
    }

    private static String json(Finding one) throws IOException {
        StringWriter text = new StringWriter();
        try (var out = JsonText.line(text)) {
            write(out, one);
        }
        return text.toString();
    }

    static void write(JsonGenerator out, Finding one) throws IOException {
        out.writeStartObject();
        out.writeStringField("rule", one.rule());
        out.writeNumberField("line", one.range().startLine());
        out.writeNumberField("column", one.range().startColumn());
        out.writeStringField("message", one.message());
        out.writeStringField("reason", one.reason());
        Finding.Fix fix = one.fix();
        if (fix != null) {
            out.writeStringField("fix", fix.what());
        }
        out.writeEndObject();
    }
}
