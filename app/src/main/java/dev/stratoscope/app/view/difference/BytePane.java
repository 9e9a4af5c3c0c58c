package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.view.preview.Pages;
import dev.stratoscope.app.view.preview.Preview;
import dev.stratoscope.model.diff.content.ByteDiff;

import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** The bytes of both sides and the way from one difference to the next. */
final class BytePane {
    private static final Duration PATIENCE = Duration.millis(150);

    private final JobScope jobs;
    private final Consumer<String> note;
    private final HexRows rows = new HexRows();
    private final List<Pages> pages = new ArrayList<>();
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private @Nullable ByteDiff diff;
    private ByteDiff.@Nullable Stretch at;
    private @Nullable Job search;
    private String said = "";

    /** Bytes of nothing yet; {@code note} is told what is to be said of them. */
    BytePane(JobScope jobs, Consumer<String> note) {
        this.jobs = jobs;
        this.note = note;
        patience.setOnFinished(event -> note.accept("Looking for a difference…"));
    }

    /** The bytes of what is there. */
    Node show(Contrast contrast, String words) {
        close();
        said = words;
        for (Preview side : new Preview[] {contrast.before(), contrast.after()}) {
            if (side != null) {
                pages.add(
                        new Pages(
                                jobs,
                                "Reading " + contrast.label(),
                                side.file(),
                                side.bytes(),
                                rows::arrived,
                                failure -> note.accept(DifferencePane.words(failure))));
            }
        }
        rows.show(pages);
        if (contrast.isPair()) {
            diff =
                    new ByteDiff(
                            Contrast.bytes(contrast.before()), Contrast.bytes(contrast.after()));
            step(true);
        }
        return rows;
    }

    /** Goes to the next stretch of bytes that differ, or to the one before. */
    void step(boolean forward) {
        ByteDiff known = diff;
        if (known == null) {
            return;
        }
        stopSearch();
        ByteDiff.Stretch from = at;
        patience.playFromStart();
        search =
                jobs.start(
                        "Looking for a difference",
                        progress ->
                                Optional.ofNullable(
                                        forward
                                                ? known.next(from == null ? 0 : from.to(), progress)
                                                : known.previous(
                                                        from == null ? 0 : from.from(), progress)),
                        found -> {
                            patience.stop();
                            boolean ends = found.isEmpty() && from != null;
                            note.accept(ends ? none(forward) : said);
                            found.ifPresent(this::select);
                        },
                        failure -> {
                            if (!(failure instanceof CancellationException)) {
                                patience.stop();
                                note.accept(DifferencePane.words(failure));
                            }
                        });
    }

    private void select(ByteDiff.Stretch found) {
        at = found;
        rows.select(found);
    }

    private static String none(boolean forward) {
        return forward ? "No byte differs below." : "No byte differs above.";
    }

    private void stopSearch() {
        patience.stop();
        Job running = search;
        if (running != null) {
            running.cancel();
            search = null;
        }
    }

    boolean isShownIn(@Nullable Node place) {
        return rows.equals(place);
    }

    /** Stops reading. */
    void close() {
        stopSearch();
        pages.forEach(Pages::close);
        pages.clear();
        diff = null;
        at = null;
    }
}
