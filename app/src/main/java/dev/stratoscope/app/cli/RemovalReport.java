package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.Removal;

import java.io.IOException;
import java.util.List;

/** What was removed, in docker's words or as JSON. */
record RemovalReport(Removal removal) {
    /** Several removals as one. */
    static RemovalReport of(List<Removal> removals) {
        return new RemovalReport(
                new Removal(
                        removals.stream().flatMap(one -> one.untagged().stream()).toList(),
                        removals.stream().flatMap(one -> one.deleted().stream()).toList(),
                        removals.stream().mapToLong(Removal::freed).sum()));
    }

    /** As {@code docker rmi} tells it. */
    void writeRemoved(Output out, boolean json) throws IOException {
        if (json) {
            writeJson(out);
        } else {
            lines(out);
        }
    }

    /** As {@code docker image prune} tells it. */
    void writePruned(Output out, boolean json) throws IOException {
        if (json) {
            writeJson(out);
            return;
        }
        if (!removal.deleted().isEmpty()) {
            out.print("Deleted Images:\n");
            lines(out);
            out.print("\n");
        }
        out.print("Total reclaimed space: " + HumanSize.docker(removal.freed()) + "\n");
    }

    private void lines(Output out) throws IOException {
        for (Reference name : removal.untagged()) {
            out.print("Untagged: " + name.familiar() + "\n");
        }
        for (Digest id : removal.deleted()) {
            out.print("Deleted: " + id + "\n");
        }
    }

    private void writeJson(Output to) throws IOException {
        JsonGenerator out = JsonText.rows(to, true);
        out.writeStartObject();
        out.writeArrayFieldStart("Untagged");
        for (Reference name : removal.untagged()) {
            out.writeString(name.familiar());
        }
        out.writeEndArray();
        out.writeArrayFieldStart("Deleted");
        for (Digest id : removal.deleted()) {
            out.writeString(id.toString());
        }
        out.writeEndArray();
        out.writeNumberField("SpaceReclaimed", removal.freed());
        out.writeEndObject();
        out.writeRaw('\n');
        out.flush();
    }
}
