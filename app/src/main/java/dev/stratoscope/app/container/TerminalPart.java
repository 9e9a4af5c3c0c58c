package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.ExecSpec;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** The terminals of a container: they fill the tab, or are docked below another part. */
final class TerminalPart implements ContainerPart {
    private static final String NO_SHELL =
            "The image has no shell: no bash, sh or ash. Exec… runs any program it has; Files shows"
                    + " and changes its files without one.";
    private static final String AT_REST =
            "The container does not run, so no program can be started in it. Files and Changes work"
                    + " all the same.";

    private final ContainerShow show;
    private final Consumer<@Nullable Node> dock;
    private final Runnable away;
    private final TerminalPane pane = new TerminalPane(new Wishes());
    private final BorderPane holder = new BorderPane(pane);
    private final List<TerminalSession> sessions = new ArrayList<>();
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private @Nullable TerminalSession current;
    private boolean seeking;

    /** Whether a shell is wanted as soon as the container was seen to run. */
    private boolean wanted;

    /**
     * Terminals of a container; none is open.
     *
     * @param dock puts a node below the parts; null takes it away
     * @param away shows the part that was shown before this one
     */
    TerminalPart(ContainerShow show, Consumer<@Nullable Node> dock, Runnable away) {
        this.show = show;
        this.dock = dock;
        this.away = away;
        holder.getStyleClass().add("pane");
        show.seenProperty().addListener((property, before, now) -> seen());
    }

    /** What is asked of the terminals by their own pane. */
    private final class Wishes implements TerminalPane.Wishes {
        @Override
        public void show(TerminalSession session) {
            turnTo(session);
        }

        @Override
        public void exec() {
            ask();
        }

        @Override
        public void close(TerminalSession session) {
            end(session);
        }

        @Override
        public void dockOrFill() {
            boolean docked = !pane.equals(holder.getCenter());
            if (docked) {
                fill();
            } else {
                holder.setCenter(null);
                dock.accept(pane);
                away.run();
                pane.setDocked(true);
                focus();
            }
        }

        @Override
        public void hide() {
            dock.accept(null);
            holder.setCenter(pane);
            pane.setDocked(false);
        }
    }

    @Override
    public String title() {
        return "Terminal";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CONSOLE_LINE;
    }

    @Override
    public Node node() {
        return holder;
    }

    @Override
    public ObservableValue<String> count() {
        return count.getReadOnlyProperty();
    }

    @Override
    public void shown() {
        fill();
        wanted = sessions.isEmpty();
        seen();
    }

    /** Nobody waits for a shell in a container that was found at rest. */
    private void seen() {
        boolean now = wanted && show.isLive();
        wanted = wanted && show.seen() == null;
        if (now) {
            openShell();
        } else {
            present();
        }
    }

    private void fill() {
        if (!pane.equals(holder.getCenter())) {
            dock.accept(null);
            holder.setCenter(pane);
            pane.setDocked(false);
        }
        focus();
    }

    private void focus() {
        TerminalSession session = current;
        if (session != null) {
            session.view().requestFocus();
        }
    }

    @Override
    public void close() {
        sessions.forEach(TerminalSession::close);
    }

    @Override
    public List<Act> acts() {
        return List.of(Act.of("Exec…", MaterialDesignC.CONSOLE, this::ask).hint("a new terminal"));
    }

    /** Opens the best shell the image has. */
    void openShell() {
        Container container = show.container();
        if (container == null || seeking) {
            return;
        }
        seeking = true;
        pane.say("");
        show.jobs()
                .follow(
                        "Looking for a shell",
                        progress -> new FoundShell(Shell.in(container, progress)),
                        found -> {
                            seeking = false;
                            String path = found.path();
                            if (path == null) {
                                pane.say(NO_SHELL);
                            } else {
                                open(ExecSpec.of(true, path));
                            }
                        },
                        failure -> {
                            seeking = false;
                            if (!(failure instanceof CancellationException)) {
                                // The files cannot be read: nearly every image has this one.
                                open(ExecSpec.of(true, "/bin/sh"));
                            }
                        });
    }

    private record FoundShell(@Nullable String path) {}

    private void ask() {
        Container container = show.container();
        if (container == null) {
            return;
        }
        ExecDialog dialog = new ExecDialog(pane);
        dialog.ask(() -> open(dialog.spec()));
    }

    /** Runs a program in a terminal of its own, and shows it. */
    void open(ExecSpec spec) {
        Container container = show.container();
        if (container == null) {
            return;
        }
        String user = spec.user() == null ? container.spec().user() : spec.user();
        String title =
                CommandText.of(spec.command()) + (user == null ? "" : " as " + Escapes.text(user));
        TerminalSession session = new TerminalSession(show.jobs().part(), spec, title);
        session.setOnEnd(() -> ended(session));
        sessions.add(session);
        turnTo(session);
        session.begin(container);
    }

    private void ended(TerminalSession session) {
        Throwable failure = session.failure();
        if (failure != null) {
            show.warn(Problems.of(session.title() + " cannot be run", failure));
            end(session);
        } else {
            present();
        }
    }

    private void end(TerminalSession session) {
        session.close();
        sessions.remove(session);
        if (session.equals(current)) {
            current = sessions.isEmpty() ? null : sessions.getLast();
        }
        present();
        focus();
    }

    private void turnTo(TerminalSession session) {
        current = session;
        present();
        focus();
    }

    private void present() {
        count.set(sessions.isEmpty() ? "" : String.valueOf(sessions.size()));
        pane.show(sessions, current, show.isLive());
        if (sessions.isEmpty()) {
            pane.say(show.isLive() ? "" : AT_REST);
        }
    }
}
