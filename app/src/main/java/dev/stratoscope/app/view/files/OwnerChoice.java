package dev.stratoscope.app.view.files;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.model.diff.Changeset;
import dev.stratoscope.model.tree.Attributes;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Looks in the background for the owners that occur, once for a changeset. */
final class OwnerChoice {
    private final JobScope jobs;
    private final Consumer<List<Owner>> found;
    private Function<Attributes, String> names =
            attributes -> attributes.uid() + ":" + attributes.gid();
    private @Nullable Changeset lookedAt;
    private @Nullable Job looking;

    OwnerChoice(JobScope jobs, Consumer<List<Owner>> found) {
        this.jobs = jobs;
        this.found = found;
    }

    void setNames(Function<Attributes, String> given) {
        names = given;
        lookedAt = null;
    }

    void look(Changeset changes) {
        if (changes.equals(lookedAt)) {
            return;
        }
        lookedAt = changes;
        Job before = looking;
        if (before != null) {
            before.cancel();
        }
        Function<Attributes, String> known = names;
        looking =
                jobs.start(
                        Brief.ofPaths("Looking for owners"),
                        progress -> Owner.in(changes, known, progress),
                        found,
                        failure -> {
                            // Owners can still be typed, and are looked for again the next time.
                            lookedAt = null;
                        });
    }
}
