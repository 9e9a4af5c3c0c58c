package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.model.build.BuildEvent;
import dev.stratoscope.model.build.BuildStep;
import dev.stratoscope.model.build.Miss;
import dev.stratoscope.model.build.StepResult;
import dev.stratoscope.model.dockerfile.Finding;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** What happens in a build as JSON, an object a line. */
final class BuildEventJson {
    private BuildEventJson() {}

    static String of(BuildEvent event) {
        StringWriter text = new StringWriter();
        try (var out = JsonText.line(text)) {
            out.writeStartObject();
            out.writeStringField("at", event.at().toString());
            write(out, event);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, BuildEvent event) throws IOException {
        switch (event) {
            case BuildEvent.Planned planned -> {
                out.writeStringField("event", "planned");
                out.writeNumberField("steps", planned.plan().steps().size());
                out.writeArrayFieldStart("findings");
                for (Finding one : planned.plan().dockerfile().findings()) {
                    FindingListing.write(out, one);
                }
                out.writeEndArray();
            }
            case BuildEvent.ContextRead read -> {
                out.writeStringField("event", "context");
                out.writeNumberField("files", read.files());
                out.writeNumberField("bytes", read.bytes());
                out.writeNumberField("excluded", read.excluded());
            }
            case BuildEvent.Started started -> step(out, "started", started.step());
            case BuildEvent.Logged logged -> {
                step(out, "log", logged.step());
                out.writeStringField("stream", logged.error() ? "stderr" : "stdout");
                out.writeStringField("text", logged.text());
            }
            case BuildEvent.Finished done -> {
                step(out, "finished", done.step());
                result(out, done.result());
            }
            case BuildEvent.Failed failed -> {
                step(out, "failed", failed.step());
                out.writeNumberField("exitCode", failed.failure().exitCode());
                out.writeStringField("reason", failed.failure().reason());
            }
            case BuildEvent.Built built -> {
                out.writeStringField("event", "built");
                out.writeStringField("image", built.image().id().toString());
            }
        }
    }

    private static void step(JsonGenerator out, String event, BuildStep step) throws IOException {
        out.writeStringField("event", event);
        out.writeNumberField("step", step.number());
        out.writeNumberField("line", step.range().startLine());
        out.writeStringField("instruction", step.text());
    }

    private static void result(JsonGenerator out, StepResult result) throws IOException {
        out.writeBooleanField("cached", result.cached());
        out.writeNumberField("contentSize", result.contentSize());
        out.writeNumberField("millis", result.took().toMillis());
        if (result.diffId() != null) {
            out.writeStringField("diffId", result.diffId().toString());
        }
        Miss miss = result.miss();
        if (miss != null) {
            write(out, miss);
        }
    }

    /** Why a step was not in the cache. */
    static void write(JsonGenerator out, Miss miss) throws IOException {
        out.writeObjectFieldStart("miss");
        out.writeStringField("cause", miss.cause().name().toLowerCase(Locale.ROOT));
        out.writeArrayFieldStart("differing");
        for (Miss.Difference one : miss.differing()) {
            out.writeStartObject();
            out.writeStringField("name", one.name());
            out.writeStringField("before", one.before());
            out.writeStringField("after", one.after());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
