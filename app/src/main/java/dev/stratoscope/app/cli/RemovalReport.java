package dev.stratoscope.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;

import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.JsonText;
import dev.stratoscope.model.container.Containers;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Reference;
import dev.stratoscope.model.image.Removal;

import java.io.IOException;
import java.util.List;

/** What was removed, in docker's words or as JSON. */
record RemovalReport(Removal removal, Containers.Pruned containers) {
    private static final Containers.Pruned NO_CONTAINERS = new Containers.Pruned(List.of(), 0);

    /** Several removals as one. */
    static RemovalReport of(List<Removal> removals) {
        return new RemovalReport(
                new Removal(
                        removals.stream().flatMap(one -> one.untagged().stream()).toList(),
                        removals.stream().flatMap(one -> one.deleted().stream()).toList(),
                        removals.stream().mapToLong(Removal::freed).sum()),
                NO_CONTAINERS);
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
        if (!containers.ids().isEmpty()) {
            out.print("Deleted Containers:\n" + String.join("\n", containers.ids()) + "\n\n");
        }
        if (!removal.deleted().isEmpty()) {
            out.print("Deleted Images:\n");
            lines(out);
            out.print("\n");
        }
        out.print("Total reclaimed space: " + HumanSize.docker(freed()) + "\n");
    }

    private long freed() {
        return removal.freed() + containers.freed();
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
        out.writeArrayFieldStart("ContainersDeleted");
        for (String id : containers.ids()) {
            out.writeString(id);
        }
        out.writeEndArray();
        out.writeNumberField("SpaceReclaimed", freed());
        out.writeEndObject();
        out.writeRaw('\n');
        out.flush();
    }
}
