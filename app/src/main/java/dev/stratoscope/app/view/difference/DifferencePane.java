package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.preview.Preview;
import dev.stratoscope.app.view.preview.Trail;
import dev.stratoscope.model.diff.Kind;
import dev.stratoscope.model.diff.content.MemberDiff;
import dev.stratoscope.model.parcel.Parcel;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.ArrayList;
import java.util.List;

/**
 * How two versions of a file differ: as text, as bytes, as pictures, or in what they pack,
 * whichever fits, and in what is said of them. Everything is read in the background, bounded, and
 * no more of it once another file is shown. Lives on the JavaFX thread.
 */
public final class DifferencePane extends BorderPane {
    private static final double ROOM_FOR_SIDES = 560;

    private final Reading reading;
    private final DifferenceBar bar =
            new DifferenceBar(this::choose, this::step, ignoring -> present(Look.SIDES, true));
    private final Trail trail = new Trail(this::goBack);
    private final SideHeads heads = new SideHeads();
    private final FactTable facts = new FactTable();
    private final Label note = new Label();
    private final Hyperlink loadAll = new Hyperlink("Load all");
    private final HBox notes = new HBox(8, note, loadAll);
    private final TextRows lines = new TextRows(this::countText);
    private final BytePane bytes;
    private final PicturePair pictures = new PicturePair();
    private final MemberTree members = new MemberTree(this::open);
    private final List<Contrast> levels = new ArrayList<>();
    private final List<Act> acts =
            List.of(
                    Act.of("Next difference", MaterialDesignC.CHEVRON_DOWN, () -> step(true))
                            .keys("F7", "N")
                            .within(this),
                    Act.of("Previous difference", MaterialDesignC.CHEVRON_UP, () -> step(false))
                            .keys("Shift+F7", "P")
                            .within(this));
    private String path = "";
    private @Nullable Version before;
    private @Nullable Version after;
    private Look look = Look.SIDES;

    /** How a person wants texts to be shown. */
    private Look chosen = Look.SIDES;

    private @Nullable TextDiff text;

    /** A pane without a file. */
    public DifferencePane(JobScope jobs) {
        reading = new Reading(jobs, this::say);
        bytes = new BytePane(jobs, this::note);
        getStyleClass().add("difference-pane");
        note.getStyleClass().addAll("secondary", "muted");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(note, Priority.ALWAYS);
        loadAll.getStyleClass().add("secondary");
        loadAll.setMinWidth(Region.USE_PREF_SIZE);
        loadAll.setOnAction(event -> loadAll());
        loadAll.managedProperty().bind(loadAll.visibleProperty());
        notes.getStyleClass().addAll("difference-notes");
        notes.managedProperty().bind(notes.visibleProperty());
        addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /** What can be done with the file that is shown, for the command palette. */
    public List<Act> acts() {
        return acts;
    }

    /**
     * Shows a file, in place of what is shown now.
     *
     * @param path for a person, escaped
     * @param before the old version; null where there is none
     * @param after the new version; null where there is none
     */
    public void show(String path, @Nullable Version before, @Nullable Version after) {
        stop();
        this.path = path;
        this.before = before;
        this.after = after;
        levels.clear();
        read(Contrast.MOST_TEXT);
    }

    /** Shows nothing. */
    public void clear() {
        stop();
        levels.clear();
        setTop(null);
        setCenter(null);
    }

    /** Shows nothing but words that say what to do. */
    public void hint(String words) {
        clear();
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        setCenter(label);
    }

    private void stop() {
        reading.stop();
        bytes.close();
        text = null;
    }

    private void read(int most) {
        Version old = before;
        Version now = after;
        String label = path;
        reading.run(
                "Reading " + label,
                progress -> Contrast.read(label, old, now, most, progress),
                this::push);
    }

    private void loadAll() {
        stop();
        levels.clear();
        read(Preview.MOST_TEXT);
    }

    private void push(Contrast contrast) {
        stop();
        levels.add(contrast);
        List<Look> looks = contrast.looks();
        Look first = looks.isEmpty() ? Look.HEX : looks.getFirst();
        Look wanted = looks.contains(chosen) ? chosen : first;
        present(wanted == Look.SIDES && isNarrow() ? Look.INLINE : wanted);
    }

    private void goBack(int step) {
        Contrast contrast = levels.get(step);
        levels.subList(step, levels.size()).clear();
        push(contrast);
    }

    /** Two halves of less than this cut most lines. */
    private boolean isNarrow() {
        return getWidth() > 0 && getWidth() < ROOM_FOR_SIDES;
    }

    /** Shows this file so, and texts after it as well. */
    private void choose(Look wanted) {
        chosen = wanted.isText() ? wanted : chosen;
        present(wanted, false);
    }

    private void present(Look wanted) {
        present(wanted, false);
    }

    /** Shows the last level in some way; with {@code again} in the way it is shown now. */
    private void present(Look wanted, boolean again) {
        if (levels.isEmpty()) {
            return;
        }
        stop();
        Look now = again ? look : wanted;
        look = now;
        Contrast contrast = levels.getLast();
        if (contrast.looks().isEmpty()) {
            frame(contrast, now, "");
            setCenter(new VBox(facts));
            return;
        }
        switch (now) {
            case SIDES, INLINE -> presentText(contrast, now);
            case HEX -> {
                String words = Remarks.ofBytes(contrast);
                frame(contrast, now, words);
                setCenter(bytes.show(contrast, words));
            }
            case PICTURE ->
                    reading.run(
                            "Decoding " + contrast.label(),
                            progress -> PicturePair.decode(contrast, progress),
                            decoded -> {
                                pictures.show(decoded);
                                frame(contrast, now, contrast.cut());
                                setCenter(pictures);
                            });
            case MEMBERS -> presentMembers(contrast);
        }
    }

    private void presentText(Contrast contrast, Look now) {
        boolean ignoring = contrast.isPair() && bar.ignoresWhiteSpace();
        reading.run(
                "Comparing " + contrast.label(),
                progress -> {
                    TextDiff diff =
                            TextDiff.of(contrast.before(), contrast.after(), ignoring, progress);
                    boolean whole = !contrast.isPair();
                    DiffRows rows = DiffRows.of(diff, now == Look.INLINE, whole);
                    return new ComparedText(diff, rows, diff.longest());
                },
                compared -> {
                    TextDiff diff = compared.diff();
                    int longest = compared.longest();
                    lines.show(diff, compared.rows(), longest, now == Look.INLINE);
                    frame(contrast, now, Remarks.of(contrast, diff, ignoring, longest));
                    loadAll.setVisible(levels.size() == 1 && contrast.canLoadAll());
                    text = diff;
                    countText();
                    setCenter(lines);
                });
    }

    private record ComparedText(TextDiff diff, DiffRows rows, int longest) {}

    private void presentMembers(Contrast contrast) {
        Parcel old = parcel(contrast.before());
        Parcel now = parcel(contrast.after());
        reading.run(
                "Comparing what " + contrast.label() + " holds",
                progress -> ComparedMembers.of(old, now, progress),
                compared -> {
                    boolean single = old == null ? now != null && now.isSingle() : old.isSingle();
                    MemberDiff diff = compared.diff();
                    if (single && diff.changes().size() == 1) {
                        open(diff.changes().getFirst());
                        return;
                    }
                    members.setRoot(compared.tree());
                    frame(contrast, Look.MEMBERS, Remarks.ofMembers(diff, contrast.isPair()));
                    bar.count(
                            count(diff.differing(), "member", contrast.isPair() ? " differ" : ""));
                    setCenter(members);
                });
    }

    private void open(MemberDiff.Change change) {
        Contrast contrast = levels.getLast();
        Parcel old = parcel(contrast.before());
        Parcel now = parcel(contrast.after());
        reading.run(
                "Reading " + contrast.label(),
                progress -> Contrast.member(old, now, change, progress),
                this::push);
    }

    private static @Nullable Parcel parcel(@Nullable Preview side) {
        return side == null ? null : side.parcel();
    }

    /** Sets all that stands above what is shown. */
    private void frame(Contrast contrast, Look now, String words) {
        boolean first = levels.size() == 1;
        boolean pair = contrast.isPair();
        List<Look> looks = contrast.looks();
        bar.name(contrast.label(), first ? kind() : kind(contrast));
        bar.offer(looks, now, pair);
        bar.count(looks.isEmpty() && contrast.isSame() ? "The bytes are the same" : "");
        trail.show(levels.stream().map(Contrast::label).toList());
        heads.show(before, after);
        boolean both = before != null && after != null;
        List<Fact> said =
                first
                        ? Fact.of(
                                before == null ? null : before.state(),
                                after == null ? null : after.state())
                        : List.of();
        if (looks.isEmpty()) {
            facts.showAll(said, both);
        } else {
            List<Fact> told = said.stream().filter(fact -> !fact.name().equals("Size")).toList();
            facts.showFolded(both ? told : List.of(), both && !pair);
        }
        note(words);
        loadAll.setVisible(false);
        VBox top = new VBox(trail, bar, notes, heads);
        if (!looks.isEmpty()) {
            top.getChildren().add(facts);
        }
        setTop(top);
    }

    private Kind kind() {
        return Fact.kind(
                before == null ? null : before.state(), after == null ? null : after.state());
    }

    private static Kind kind(Contrast contrast) {
        if (!contrast.isPair()) {
            return contrast.before() == null ? Kind.ADDED : Kind.DELETED;
        }
        return contrast.isSame() ? Kind.METADATA_ONLY : Kind.MODIFIED;
    }

    private void note(String words) {
        note.setText(words);
        notes.setVisible(!words.isEmpty());
    }

    private void countText() {
        TextDiff shown = text;
        if (shown == null || !levels.getLast().isPair()) {
            return;
        }
        int all = shown.diff().changes();
        int at = lines.change();
        String changes = count(all, "change", "");
        bar.count(
                at == 0 ? changes : HumanSize.grouped(at) + " of " + changes,
                HumanSize.grouped(all) + " of " + changes);
    }

    private static String count(int number, String what, String more) {
        return HumanSize.grouped(number) + " " + what + (number == 1 ? "" : "s") + more;
    }

    private void step(boolean forward) {
        if (lines.equals(getCenter())) {
            lines.step(forward);
        } else if (members.equals(getCenter())) {
            members.step(forward);
        } else if (bytes.isShownIn(getCenter()) && levels.getLast().isPair()) {
            bytes.step(forward);
        }
    }

    private void onKey(KeyEvent event) {
        if (event.getTarget() instanceof TextInputControl) {
            return;
        }
        for (Act act : acts) {
            if (act.isMeantBy(event)) {
                act.run().run();
                event.consume();
                return;
            }
        }
    }

    /** Says something in the place of a difference. */
    private void say(String words) {
        Label message = new Label(words);
        message.getStyleClass().addAll("muted", "difference-message");
        message.setWrapText(true);
        if (levels.isEmpty()) {
            bar.name(path, kind());
            bar.offer(List.of(), Look.HEX, false);
            bar.count("");
            heads.show(before, after);
            setTop(new VBox(bar, heads));
        }
        setCenter(new HBox(message));
    }

    /** Why something cannot be shown. */
    static String words(Throwable failure) {
        return "It cannot be shown: " + Problems.of("", failure).reason();
    }
}
