package dev.stratoscope.app.window;

import dev.stratoscope.app.build.BuildTab;
import dev.stratoscope.app.build.BuildsTab;
import dev.stratoscope.app.compare.CompareTab;
import dev.stratoscope.app.compare.Subject;
import dev.stratoscope.app.container.ContainerTab;
import dev.stratoscope.app.container.ContainersTab;
import dev.stratoscope.app.fx.Brief;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.image.Place;
import dev.stratoscope.app.settings.Frame;
import dev.stratoscope.app.settings.KeptOther;
import dev.stratoscope.app.settings.KeptPlace;
import dev.stratoscope.app.settings.KeptTab;
import dev.stratoscope.app.settings.Session;
import dev.stratoscope.app.text.Escapes;
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
    /** Stands before the id of a container in place of a source. */
    private static final String CONTAINER = "container:";

    /** Stands for the list of containers. */
    private static final String CONTAINERS = "containers:";

    /** Stands before the path of a Dockerfile in place of a source. */
    private static final String BUILD = "build:";

    /** Stands for the list of builds. */
    private static final String BUILDS = "builds:";

    private final ImageTabs tabs;

    private final Comparisons comparisons;
    private final ContainerTabs containers;
    private final BuildTabs builds;
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
    LastSession(
            ImageTabs tabs,
            Comparisons comparisons,
            ContainerTabs containers,
            BuildTabs builds,
            Jobs jobs,
            Notices notices,
            Callable<StoreContents> store) {
        this.tabs = tabs;
        this.comparisons = comparisons;
        this.containers = containers;
        this.builds = builds;
        this.jobs = jobs;
        this.notices = notices;
        this.store = store;
    }

    /** What is open now, in a window that stands there. */
    Session now(Frame frame) {
        List<Tab> open = tabs.all();
        List<KeptTab> kept = new ArrayList<>();
        int selected = -1;
        for (Tab tab : open) {
            KeptTab one = kept(tab);
            if (one != null) {
                selected = tab.equals(tabs.selected()) ? kept.size() : selected;
                kept.add(one);
            }
        }
        return new Session(kept, selected, frame);
    }

    /** What is kept of a tab; null of a comparison that still lacks a side. */
    private static @Nullable KeptTab kept(Tab tab) {
        if (tab.getContent() instanceof ImageTab image) {
            if (image.source().built() != null) {
                return null; // what a step made is known for as long as the program runs
            }
            return new KeptTab(
                    image.source().toString(),
                    text(image.platform()),
                    tab.getText(),
                    kept(image.place()));
        }
        if (tab.getContent() instanceof CompareTab compared) {
            Subject left = compared.leftSubject();
            Subject right = compared.rightSubject();
            return left == null || right == null
                    ? null
                    : new KeptTab(
                            left.source().toString(),
                            text(left.platform()),
                            tab.getText(),
                            KeptPlace.NOWHERE,
                            new KeptOther(right.source().toString(), text(right.platform())));
        }
        if (tab.getContent() instanceof ContainerTab container) {
            return new KeptTab(CONTAINER + container.id(), null, tab.getText(), KeptPlace.NOWHERE);
        }
        String other =
                switch (tab.getContent()) {
                    case ContainersTab list -> CONTAINERS;
                    case BuildsTab list -> BUILDS;
                    case BuildTab build -> BUILD + build.place().file();
                    default -> null;
                };
        return other == null ? null : new KeptTab(other, null, tab.getText(), KeptPlace.NOWHERE);
    }

    private static @Nullable String text(@Nullable Platform platform) {
        return platform == null ? null : platform.toString();
    }

    /** A tab that may be opened again. */
    private record Found(
            KeptTab kept,
            @Nullable ImageSource source,
            @Nullable Platform platform,
            @Nullable Subject other) {}

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
            Tab other = other(one.kept());
            if (other != null) {
                shown = i == selected ? other : shown;
                continue;
            }
            if (source == null) {
                gone.add(one.kept().title());
                continue;
            }
            Tab tab = add(one, source);
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

    /**
     * A tab about containers or builds; what was removed meanwhile says so when it is shown. Null
     * for other tabs.
     */
    private @Nullable Tab other(KeptTab kept) {
        String source = kept.source();
        if (source.startsWith(BUILD)) {
            return builds.add(source.substring(BUILD.length()));
        }
        if (source.startsWith(CONTAINER)) {
            return containers.add(source.substring(CONTAINER.length()), kept.title());
        }
        return switch (source) {
            case CONTAINERS -> containers.addList();
            case BUILDS -> builds.addList();
            default -> null;
        };
    }

    private Tab add(Found one, ImageSource source) {
        Subject other = one.other();
        if (other != null) {
            return comparisons.add(subject(source, one.platform()), other);
        }
        Tab tab = tabs.add(source, one.platform(), one.kept().title());
        Place place = place(one.kept().place());
        if (place != null && tab.getContent() instanceof ImageTab image) {
            image.go(place);
        }
        return tab;
    }

    private static Subject subject(ImageSource source, @Nullable Platform platform) {
        return new Subject(source, platform, Escapes.text(source.fileName()), "");
    }

    private List<Found> look(List<KeptTab> kept) throws Exception {
        StoreContents contents = null;
        List<Found> found = new ArrayList<>();
        for (KeptTab tab : kept) {
            KeptOther second = tab.other();
            boolean stored =
                    isStored(tab.source()) || (second != null && isStored(second.source()));
            if (contents == null && stored) {
                contents = store.call();
            }
            ImageSource source = there(tab.source(), contents);
            ImageSource other = second == null ? null : there(second.source(), contents);
            Subject right =
                    second == null || other == null
                            ? null
                            : subject(other, platform(second.platform()));
            boolean both = source != null && (second == null || right != null);
            found.add(new Found(tab, both ? source : null, platform(tab.platform()), right));
        }
        return found;
    }

    private static boolean isStored(String source) {
        ImageSource parsed = parse(source);
        return parsed != null && parsed.image() != null;
    }

    /** Where an image is; null where it is not there any more. */
    private static @Nullable ImageSource there(String written, @Nullable StoreContents contents) {
        ImageSource source = parse(written);
        if (source == null) {
            return null;
        }
        String image = source.image();
        boolean there =
                image == null
                        ? Files.exists(source.path())
                        : contents != null && isIn(contents, image);
        return there ? source : null;
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
