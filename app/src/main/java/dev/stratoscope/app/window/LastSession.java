package dev.stratoscope.app.window;

import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.image.Place;
import dev.stratoscope.app.settings.Frame;
import dev.stratoscope.app.settings.KeptPlace;
import dev.stratoscope.app.settings.KeptTab;
import dev.stratoscope.app.settings.Session;
import dev.stratoscope.app.view.Notices;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.image.StoreContents;
import dev.stratoscope.model.tree.ByteString;

import javafx.scene.control.Tab;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * What is open, as it is kept for the next start, and the way back from there. On the JavaFX
 * thread.
 */
final class LastSession {
    private final ImageTabs tabs;
    private final Jobs jobs;
    private final Notices notices;
    private final Callable<StoreContents> store;
    private boolean restoring;

    /**
     * The session of a window.
     *
     * @param notices told of what is not there any more
     * @param store says what the store holds; called in the background
     */
    LastSession(ImageTabs tabs, Jobs jobs, Notices notices, Callable<StoreContents> store) {
        this.tabs = tabs;
        this.jobs = jobs;
        this.notices = notices;
        this.store = store;
    }

    /** What is open now, in a window that stands there. */
    Session now(Frame frame) {
        List<Tab> open =
                tabs.all().stream().filter(tab -> tab.getContent() instanceof ImageTab).toList();
        List<KeptTab> kept = new ArrayList<>();
        for (Tab tab : open) {
            if (tab.getContent() instanceof ImageTab image) {
                Platform platform = image.platform();
                kept.add(
                        new KeptTab(
                                image.source().toString(),
                                platform == null ? null : platform.toString(),
                                tab.getText(),
                                kept(image.place())));
            }
        }
        return new Session(kept, open.indexOf(tabs.selected()), frame);
    }

    /** A tab that may be opened again. */
    private record Found(KeptTab kept, @Nullable ImageSource source, @Nullable Platform platform) {}

    /**
     * Brings the tabs of a session back, those whose image is still there; none of them reads its
     * image before it is shown.
     */
    void restore(Session session) {
        if (!session.tabs().isEmpty()) {
            restoring = true;
            jobs.start(
                    Brief.quiet("Looking for the images of the last session"),
                    progress -> look(session.tabs()),
                    found -> {
                        restoring = false;
                        add(found, session.selected());
                    },
                    failure -> restoring = false);
        }
    }

    /** Whether what is open is not yet what is to be kept. */
    boolean isRestoring() {
        return restoring;
    }

    private void add(List<Found> found, int selected) {
        List<String> gone = new ArrayList<>();
        Tab shown = null;
        for (int i = 0; i < found.size(); i++) {
            Found one = found.get(i);
            ImageSource source = one.source();
            if (source == null) {
                gone.add(one.kept().title());
                continue;
            }
            Tab tab = tabs.add(source, one.platform(), one.kept().title());
            Place place = place(one.kept().place());
            if (place != null && tab.getContent() instanceof ImageTab image) {
                image.go(place);
            }
            shown = i == selected ? tab : shown;
        }
        if (shown != null) {
            tabs.pane().getSelectionModel().select(shown);
        }
        if (!gone.isEmpty()) {
            notices.say(
                    String.join(", ", gone)
                            + (gone.size() == 1 ? " is" : " are")
                            + " not there any more");
        }
    }

    private List<Found> look(List<KeptTab> kept) throws Exception {
        StoreContents contents = null;
        List<Found> found = new ArrayList<>();
        for (KeptTab tab : kept) {
            ImageSource source = parse(tab.source());
            boolean there = source != null;
            if (source != null && source.image() != null) {
                contents = contents == null ? store.call() : contents;
                there = isIn(contents, source.image());
            } else if (source != null) {
                there = Files.exists(source.path());
            }
            found.add(new Found(tab, there ? source : null, platform(tab.platform())));
        }
        return found;
    }

    private static boolean isIn(StoreContents contents, String image) {
        return contents.images().stream()
                .anyMatch(
                        kept ->
                                kept.id().toString().contains(image)
                                        || kept.manifest().toString().equals(image)
                                        || kept.names().stream()
                                                .anyMatch(
                                                        name ->
                                                                name.toString().equals(image)
                                                                        || name.familiar()
                                                                                .equals(image)));
    }

    private static @Nullable ImageSource parse(String source) {
        try {
            return ImageSource.parse(source);
        } catch (IllegalArgumentException e) {
            return null; // somebody edited the settings
        }
    }

    private static @Nullable Platform platform(@Nullable String platform) {
        try {
            return platform == null ? null : Platform.parse(platform);
        } catch (IllegalArgumentException e) {
            return null; // somebody edited the settings
        }
    }

    /** Paths that are not UTF-8 cannot be written as text and are left out. */
    private static KeptPlace kept(Place place) {
        ByteString path = place.path();
        return new KeptPlace(
                place.step(),
                place.scope().name(),
                path != null && path.isUtf8() ? path.toString() : null);
    }

    private static @Nullable Place place(KeptPlace kept) {
        try {
            String path = kept.path();
            return kept.step() < 0
                    ? null
                    : new Place(
                            kept.step(),
                            Scope.valueOf(kept.scope()),
                            path == null ? null : ByteString.of(path));
        } catch (IllegalArgumentException e) {
            return null; // a later version knows more scopes
        }
    }
}
