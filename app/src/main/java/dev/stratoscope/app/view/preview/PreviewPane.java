package dev.stratoscope.app.view.preview;

import dev.stratoscope.app.fx.Job;
import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.LineView;
import dev.stratoscope.model.parcel.FileBytes;
import dev.stratoscope.model.parcel.Listing;
import dev.stratoscope.model.parcel.Member;
import dev.stratoscope.model.parcel.Parcel;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;

import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/**
 * A file as text, as bytes, as a picture, or as what it packs, whichever fits; of an archive any
 * member alike, one level deeper. Everything is read in the background, bounded, and no more of it
 * once another file is shown. On the JavaFX thread.
 */
public final class PreviewPane extends BorderPane {
    /** The most bytes of a member that are kept: 8 MiB. */
    private static final int MOST_OF_MEMBER = 8 << 20;

    private static final Duration PATIENCE = Duration.millis(150);
    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final LineView lines = new LineView();
    private final HexView hex = new HexView();
    private final PictureView picture = new PictureView();
    private final MemberTable members = new MemberTable(this::openMember);
    private final PreviewBar bar;
    private final List<Level> trail = new ArrayList<>();
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final List<Job> running = new ArrayList<>();
    private Consumer<Preview> onRead = preview -> {};
    private @Nullable JobScope jobs;
    private @Nullable Pages pages;

    /** A pane that shows nothing yet. */
    public PreviewPane() {
        getStyleClass().add("preview");
        bar = new PreviewBar(lines, this::goBack, this::present, this::loadAll, this::jump);
        lines.setAccessibleText("Content of the file");
        patience.setOnFinished(event -> message("Reading…"));
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (FIND.match(event) && bar.find(jobs)) {
                        event.consume();
                    }
                });
        clear();
    }

    /** Told of each file of an image that was read, and not of members. */
    public void setOnRead(Consumer<Preview> action) {
        onRead = action;
    }

    /** Reads a file in the background and shows it, in place of what is shown now. */
    public void open(JobScope scope, Contents contents, Entry entry) {
        stop();
        jobs = scope;
        trail.clear();
        run(
                "Reading " + Escapes.text(entry.path()),
                progress -> Preview.read(contents, entry),
                read -> {
                    onRead.accept(read);
                    show(read);
                });
    }

    /**
     * Shows a file that was read. What only more reading would show is there after {@link #open}
     * alone.
     */
    public void show(Preview preview) {
        trail.clear();
        push(new Level(preview, Escapes.text(preview.name()), preview.size()));
    }

    /** Shows words instead of a file. */
    public void say(String words) {
        stop();
        message(words);
    }

    /** Shows nothing. */
    public void clear() {
        stop();
        trail.clear();
        setTop(null);
        setCenter(null);
    }

    private void message(String words) {
        Label message = new Label(words);
        message.getStyleClass().add("muted");
        message.setWrapText(true);
        HBox box = new HBox(message);
        box.setPadding(new Insets(12));
        setTop(trail.isEmpty() ? null : bar);
        setCenter(box);
    }

    /** Ends all that is read for what is shown. */
    private void stop() {
        patience.stop();
        running.forEach(Job::cancel);
        running.clear();
        Pages shown = pages;
        if (shown != null) {
            shown.close();
            pages = null;
        }
    }

    private void push(Level level) {
        stop();
        trail.add(level);
        if (level.preview().size() == 0) {
            bar.show(trail, jobs);
            message("The file is empty.");
            return;
        }
        bar.show(trail, jobs);
        present(level.modes().get(0));
    }

    private void goBack(int step) {
        Level level = trail.get(step);
        trail.subList(step, trail.size()).clear();
        stop();
        trail.add(level);
        bar.show(trail, jobs);
        Parcel parcel = level.preview().parcel();
        present(parcel != null && parcel.isSingle() ? Mode.HEX : level.modes().get(0));
    }

    private void present(Mode mode) {
        stop();
        if (trail.isEmpty()) {
            return;
        }
        Level level = trail.getLast();
        bar.choose(mode, Notes.of(level, mode), mode == Mode.TEXT && level.canLoadAll());
        switch (mode) {
            case TEXT -> presentText(level.preview());
            case HEX -> presentHex(level.preview());
            case PICTURE -> presentPicture(level.preview());
            case MEMBERS -> presentMembers(level.preview());
        }
    }

    private void presentText(Preview preview) {
        if (preview.code() != null) {
            lines.show(preview.code(), true);
            put(lines);
        }
    }

    private void presentHex(Preview preview) {
        Pages shown =
                new Pages(
                        jobs,
                        "Reading " + Escapes.text(preview.name()),
                        preview.file(),
                        preview.bytes(),
                        hex::refresh,
                        failure -> bar.note(Problems.of("", failure).reason()));
        pages = shown;
        hex.show(shown);
        put(hex);
    }

    private void presentPicture(Preview preview) {
        PictureHeader header = preview.picture();
        if (header != null) {
            run(
                    "Decoding " + Escapes.text(preview.name()),
                    progress -> PictureView.decode(preview.file(), header, progress),
                    image -> {
                        picture.show(image, header.words());
                        put(picture);
                    });
        }
    }

    private void presentMembers(Preview preview) {
        Parcel parcel = preview.parcel();
        if (parcel != null) {
            run(
                    "Listing " + Escapes.text(preview.name()),
                    parcel::list,
                    listing -> presentMembers(parcel, listing));
        }
    }

    private void presentMembers(Parcel parcel, Listing listing) {
        if (parcel.isSingle() && !listing.members().isEmpty()) {
            openMember(listing.members().get(0));
            return;
        }
        members.show(listing);
        bar.note(Notes.of(listing));
        put(members);
    }

    private void openMember(Member member) {
        Parcel parcel = trail.getLast().preview().parcel();
        if (parcel == null) {
            return;
        }
        String label = Escapes.text(member.name());
        run(
                "Reading " + label,
                progress -> {
                    progress.advance(0);
                    byte[] bytes;
                    try (InputStream in = parcel.open(member)) {
                        bytes = in.readNBytes(MOST_OF_MEMBER + 1);
                    }
                    boolean cut = bytes.length > MOST_OF_MEMBER;
                    int kept = Math.min(bytes.length, MOST_OF_MEMBER);
                    FileBytes file = FileBytes.of(ByteString.of(bytes, 0, kept));
                    Preview read = Preview.read(file, Preview.base(member.name()), Preview.MOST);
                    return new Level(read, label, cut ? member.size() : kept);
                },
                this::push);
    }

    private void loadAll() {
        Level level = trail.getLast();
        Preview preview = level.preview();
        run(
                "Reading all of " + level.label(),
                progress -> Preview.read(preview.file(), preview.name(), Preview.MOST_TEXT),
                read -> {
                    trail.removeLast();
                    push(new Level(read, level.label(), level.size()));
                });
    }

    private void jump(long offset) {
        hex.jump(offset);
        hex.requestFocus();
    }

    private void put(Node content) {
        patience.stop();
        setTop(bar);
        setCenter(content);
    }

    /** Starts reading; what takes long enough to be noticed is announced. */
    private <T> void run(String title, Jobs.Work<T> work, Consumer<T> done) {
        JobScope scope = jobs;
        if (scope == null) {
            return;
        }
        patience.playFromStart();
        running.removeIf(Job::isFinished);
        running.add(
                scope.start(
                        title,
                        work,
                        result -> {
                            patience.stop();
                            done.accept(result);
                        },
                        failure -> {
                            if (!(failure instanceof CancellationException)) {
                                patience.stop();
                                message(words(failure));
                            }
                        }));
    }

    private static String words(Throwable failure) {
        String reason = Problems.of("", failure).reason();
        return failure instanceof IOException ? "It cannot be shown: " + reason : reason;
    }
}
