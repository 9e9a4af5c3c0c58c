package dev.stratoscope.app.compare;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.app.view.Page;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.compare.StepPair;
import dev.stratoscope.model.diff.ChangeCounts;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * Two images beside each other. It opens both itself in the background, and holds them until it is
 * closed. Lives on the JavaFX thread.
 */
public final class CompareTab extends BorderPane implements Page {
    private final JobScope jobs;
    private final Subjects subjects;
    private final CompareHeader header;
    private final Banners banners = new Banners();
    private final CompareBody body;
    private final SideTrouble trouble;
    private final CompareActs acts;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Compare");
    private final List<Runnable> waiting = new ArrayList<>();
    private CompareSide left;
    private CompareSide right;
    private @Nullable Compared compared;
    private @Nullable Job comparing;
    private boolean begun;
    private Runnable onChanged = () -> {};

    /**
     * A comparison; {@link #begin()} starts reading.
     *
     * @param subjects what there is to choose among
     * @param before the old side; null for one that is still to be chosen
     * @param after the new side; null for one that is still to be chosen
     */
    public CompareTab(
            Engine engine,
            Jobs jobs,
            Subjects subjects,
            @Nullable Subject before,
            @Nullable Subject after) {
        this.jobs = new JobScope(jobs);
        this.subjects = subjects;
        left = new CompareSide(engine, this.jobs);
        right = new CompareSide(engine, this.jobs);
        left.choose(before);
        right.choose(after);
        body = new CompareBody(this.jobs);
        trouble = new SideTrouble(this, banners, subjects);
        acts = new CompareActs(this, body);
        header =
                new CompareHeader(
                        new CompareHeader.Wishes(
                                () -> subjects,
                                chosen -> choose(left, chosen),
                                chosen -> choose(right, chosen),
                                acts.swap(),
                                acts::more));
        body.ignore().ignoredProperty().addListener((property, was, now) -> compare());
        getStyleClass().addAll("image-tab", "compare-tab");
        setTop(new VBox(header, banners));
        name();
        if (before == null || after == null) {
            ask();
        } else {
            setCenter(body);
        }
    }

    /** What stands on the tab: {@code nginx:1.22 → 1.24}. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The old side; null while it is still to be chosen. */
    public @Nullable Subject leftSubject() {
        return left.subject();
    }

    /** The new side; null while it is still to be chosen. */
    public @Nullable Subject rightSubject() {
        return right.subject();
    }

    /** Whether these two are compared, in this order. */
    public boolean isOf(Subject before, Subject after) {
        Subject old = left.subject();
        Subject fresh = right.subject();
        return old != null && fresh != null && old.isSame(before) && fresh.isSame(after);
    }

    /** Sets what is told whenever it shows something else. */
    public void setOnChanged(Runnable action) {
        onChanged = action;
    }

    /** The parts below the header. */
    CompareBody body() {
        return body;
    }

    /** What differs; null while that is not known. */
    @Nullable Compared compared() {
        return compared;
    }

    @Override
    public void begin() {
        if (!begun) {
            begun = true;
            read();
        }
    }

    /** Puts an image on the side that has none, else on the right. */
    public void add(Subject subject) {
        choose(left.subject() == null ? left : right, subject);
    }

    private void choose(CompareSide side, Subject subject) {
        side.choose(subject);
        begun = true;
        read();
    }

    /** Exchanges the sides. */
    public void swap() {
        body.mirror();
        CompareSide was = left;
        left = right;
        right = was;
        name();
        if (left.subject() != null && right.subject() != null) {
            compareWhenRead();
        }
    }

    /** Reads both images again. */
    public void again() {
        for (CompareSide side : List.of(left, right)) {
            side.choose(side.subject());
        }
        read();
    }

    /** Opens what is not read yet, and compares once both are. */
    void read() {
        compared = null;
        banners.clear();
        stopComparing();
        name();
        header.show(null);
        body.show(null);
        if (left.subject() == null || right.subject() == null) {
            ask();
            return;
        }
        setCenter(body);
        sayReading();
        for (CompareSide side : List.of(left, right)) {
            side.read(
                    new CompareSide.Outcome() {
                        @Override
                        public void done() {
                            name();
                            compareWhenRead();
                        }

                        @Override
                        public void failed(Throwable reason) {
                            body.say("Nothing is compared before both images are read.");
                            trouble.tell(side, reason);
                            end();
                        }
                    });
        }
    }

    private void compareWhenRead() {
        if (left.read() != null && right.read() != null) {
            compare();
        } else {
            sayReading();
        }
    }

    /** Says which image is awaited, after the other was read perhaps. */
    private void sayReading() {
        CompareSide done = left.read() == null ? right : left;
        CompareSide other = done.equals(left) ? right : left;
        body.say(
                done.read() == null
                        ? "Reading " + left.title() + " and " + right.title() + "…"
                        : done.title() + " is read. Reading " + other.title() + "…");
    }

    private void stopComparing() {
        Job job = comparing;
        comparing = null;
        if (job != null) {
            job.cancel();
        }
    }

    private void compare() {
        ReadSide before = left.read();
        ReadSide after = right.read();
        stopComparing();
        if (before == null || after == null) {
            return;
        }
        comparing =
                jobs.start(
                        Brief.ofPaths("Comparing " + left.title() + " with " + right.title()),
                        progress ->
                                Compared.of(
                                        before,
                                        after,
                                        body.ignore().ignoredProperty().get(),
                                        progress),
                        this::show,
                        failure -> {
                            if (!(failure instanceof CancellationException)) {
                                body.say("");
                                trouble.tellOfBoth(failure);
                            }
                            end();
                        });
    }

    private void show(Compared now) {
        compared = now;
        header.show(now);
        body.show(now);
        trouble.remark(now);
        count(now);
        onChanged.run();
    }

    private void count(Compared now) {
        comparing =
                jobs.start(
                        Brief.quiet("Comparing layers of " + left.title()),
                        now::count,
                        counts -> counted(now, counts),
                        failure -> end());
    }

    private void counted(Compared now, Map<StepPair, ChangeCounts> counts) {
        if (now.equals(compared)) {
            body.count(now, counts);
        }
        end();
    }

    private void end() {
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
        onChanged.run();
    }

    private void name() {
        String old = left.nameBeside(right);
        String fresh = right.nameBeside(left);
        String common = left.isOtherPlatform(right) ? left.title() + " " : "";
        header.show(left, right);
        body.name(old, fresh);
        title.set(
                old.isEmpty() && fresh.isEmpty()
                        ? "Compare"
                        : common + orNone(old) + " → " + orNone(brief(old, fresh)));
        onChanged.run();
    }

    private static String orNone(String name) {
        return name.isEmpty() ? "…" : name;
    }

    /** Of a name that differs in its tag only, that. */
    private static String brief(String old, String fresh) {
        int colon = old.lastIndexOf(':');
        boolean same = colon > 0 && fresh.startsWith(old.substring(0, colon + 1));
        return same && fresh.length() > colon + 1 ? fresh.substring(colon + 1) : fresh;
    }

    private void ask() {
        body.say("");
        Subject only = left.subject() == null ? right.subject() : left.subject();
        SubjectPicker picker =
                new SubjectPicker(
                        only == null
                                ? "Choose the image to compare from"
                                : "Choose what to compare " + only.title() + " with",
                        subjects,
                        only,
                        this::add);
        setCenter(new StartPane(picker));
        if (getScene() != null) {
            picker.field().requestFocus();
        }
        end();
    }

    @Override
    public void close() {
        jobs.cancelAll();
        left.close();
        right.close();
    }

    @Override
    public void whenRead(Runnable action) {
        boolean busy = left.isReading() || right.isReading() || isComparing();
        if (busy) {
            waiting.add(action);
        } else {
            action.run();
        }
    }

    private boolean isComparing() {
        Job job = comparing;
        return job != null && !job.isFinished();
    }

    @Override
    public String summary() {
        Compared now = compared;
        return now == null
                ? ""
                : String.format(
                        Locale.ROOT,
                        "Compared %,d with %,d paths in %.1f s",
                        now.files().pathsBefore(),
                        now.files().pathsAfter(),
                        Math.max(0.1, now.nanos() / 1e9));
    }

    @Override
    public boolean isComplete() {
        return compared != null;
    }

    @Override
    public List<Act> acts() {
        return acts.all();
    }

    @Override
    public List<Node> panes() {
        List<Node> panes = new ArrayList<>(List.of(header));
        if (!banners.getChildren().isEmpty()) {
            panes.add(banners);
        }
        if (body.equals(getCenter())) {
            panes.addAll(body.panes());
        } else if (getCenter() != null) {
            panes.add(getCenter());
        }
        return panes;
    }

    @Override
    public String path() {
        Subject old = left.subject();
        Subject fresh = right.subject();
        return (old == null ? "" : old.source().toString())
                + (fresh == null ? "" : "\n" + fresh.source());
    }
}
