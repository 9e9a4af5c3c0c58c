package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.model.build.Forecast;
import dev.stratoscope.model.build.Miss;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;

/** What a build would do, a line a step. */
final class ForecastListing {
    private final List<Forecast> steps;

    ForecastListing(List<Forecast> steps) {
        this.steps = steps;
    }

    void write(Output out, boolean json) throws IOException {
        for (Forecast one : steps) {
            out.print((json ? json(one) : text(one)) + "\n");
        }
    }

    private static String text(Forecast one) {
        String state =
                switch (one.state()) {
                    case CACHED -> "cached  ";
                    case RUNS -> "runs    ";
                    case SKIPPED -> "skipped ";
                };
        Miss miss = one.miss();
        return state
                + Escapes.text(one.step().text())
                + (miss == null ? "" : "\n          " + MissText.of(miss));
    }

    private static String json(Forecast one) throws IOException {
        StringWriter text = new StringWriter();
        Miss miss = one.miss();
        try (var out = JsonText.line(text)) {
            out.writeStartObject();
            out.writeNumberField("line", one.step().range().startLine());
            out.writeStringField("instruction", one.step().text());
            out.writeStringField("state", one.state().name().toLowerCase(Locale.ROOT));
            if (miss != null) {
                BuildEventJson.write(out, miss);
            }
            out.writeEndObject();
        }
        return text.toString();
    }
}
