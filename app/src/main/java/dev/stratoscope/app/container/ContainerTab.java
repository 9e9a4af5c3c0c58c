package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.FolderChoice;
import dev.stratoscope.app.view.Page;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Reference;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.util.ArrayList;
import java.util.List;

/** A container: how it is, what it says and does, and what it wrote. On the JavaFX thread. */
public final class ContainerTab extends BorderPane implements Page {
    private final Engine engine;
    private final JobScope jobs;
    private final Doors doors;
    private final ContainerShow show;
    private final ContainerHeader header;
    private final ContainerActs acts;
    private final HeaderActs headerActs;
    private final LayerParts layers;
    private final ContainerBody body;
    private final TerminalPart terminals;
    private final ReadOnlyStringWrapper title;
    private final List<Runnable> waiting = new ArrayList<>();

    /**
     * A container's tab; {@link #begin()} starts looking at it.
     *
     * @param id the container's whole id
     * @param name what it is called until it was seen
     */
    public ContainerTab(Engine engine, Jobs jobs, Doors doors, String id, String name) {
        this.engine = engine;
        this.jobs = new JobScope(jobs);
        this.doors = doors;
        show = new ContainerShow(engine, this.jobs, id);
        title = new ReadOnlyStringWrapper(name);
        acts = new ContainerActs(this.jobs, doors, new Asking());
        header = new ContainerHeader(name, port -> acts.browse(port), this::openImage);
        layers = new LayerParts(show, doors, this::toPart);
        headerActs = new HeaderActs(show, acts, layers::fork);
        body = new ContainerBody(layers.stack());
        terminals = new TerminalPart(show, body::dock, body::showBefore);
        StatsPart stats = new StatsPart(show);
        body.add(new OverviewPart(show, acts));
        body.add(new LogPart(show));
        body.add(terminals);
        body.add(layers.files());
        body.add(layers.changes());
        body.add(stats);
        body.add(new InspectPart(show));
        header.offerMore(headerActs::more);
        show.setOnChanged(this::changed);
        show.setOnLooked(this::looked);
        getStyleClass().addAll("image-tab", "container-tab");
        setTop(new VBox(header, show.banners()));
        setCenter(body);
    }

    private final class Asking implements Asker {
        @Override
        public void warn(Problem problem) {
            show.warn(problem);
        }

        @Override
        public Runnable offer(Problem wait, String act, Runnable action) {
            return show.offer(wait, act, action);
        }

        @Override
        public void forgetWarnings() {
            show.forgetWarnings();
        }

        @Override
        public void changed() {
            show.look();
        }

        @Override
        public Node owner() {
            return ContainerTab.this;
        }
    }

    private void toPart(ContainerPart part) {
        body.show(part);
    }

    /** Shows what the container wrote. */
    public void showChanges() {
        show("Changes");
    }

    /** Shows its terminal. */
    public void showTerminal() {
        show("Terminal");
    }

    private void show(String title) {
        body.parts().stream()
                .filter(part -> part.title().equals(title))
                .findFirst()
                .ifPresent(body::show);
    }

    /** What stands on the tab. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** The container's whole id. */
    public String id() {
        return show.id();
    }

    /** Sets who is asked for folders to copy out into, in the place of the platform's dialog. */
    public void setFolderChoice(FolderChoice asked) {
        layers.setFolderChoice(asked);
    }

    private void changed() {
        Seen seen = show.seen();
        header.show(seen, show.presenceProperty().get(), engine.clock().instant());
        header.offer(headerActs.slots());
        if (seen != null) {
            title.set(seen.name());
        }
        List<Runnable> due = List.copyOf(waiting);
        waiting.clear();
        due.forEach(Runnable::run);
    }

    private void looked() {
        Seen seen = show.seen();
        if (seen != null) {
            header.age(seen, engine.clock().instant());
        }
    }

    private void openImage() {
        Seen seen = show.seen();
        if (seen != null) {
            doors.openImage(source(seen.container()));
        }
    }

    /** The image by its name; what a step of a build made has none that a store would know. */
    private static ImageSource source(Container container) {
        String name = container.imageName();
        Descriptor image = container.image();
        return image == null || isName(name)
                ? ImageSource.stored(name)
                : ImageSource.built(image, name);
    }

    private static boolean isName(String text) {
        try {
            Reference.parse(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void begin() {
        show.start();
        layers.shown();
        body.setInView(true);
    }

    @Override
    public void leave() {
        show.stop();
        layers.hidden();
        body.setInView(false);
    }

    @Override
    public List<String> unsaved() {
        return body.parts().stream().flatMap(part -> part.unsaved().stream()).toList();
    }

    @Override
    public void close() {
        leave();
        body.parts().forEach(ContainerPart::close);
        layers.close();
        jobs.cancelAll();
    }

    @Override
    public void whenRead(Runnable action) {
        if (show.presenceProperty().get() == Presence.UNKNOWN) {
            waiting.add(action);
        } else {
            action.run();
        }
    }

    @Override
    public String summary() {
        Seen seen = show.seen();
        return seen == null
                ? ""
                : seen.name() + ", " + StateWords.brief(show.presenceProperty().get(), seen);
    }

    @Override
    public boolean isComplete() {
        return show.presenceProperty().get() == Presence.HERE;
    }

    @Override
    public List<Act> acts() {
        List<Act> all = new ArrayList<>();
        all.add(
                Act.of("Find in this pane", MaterialDesignM.MAGNIFY, this::search)
                        .keys("Shortcut+F"));
        all.addAll(headerActs.possible());
        all.addAll(headerActs.more());
        all.add(
                Act.of("Open a shell", MaterialDesignC.CONSOLE_LINE, this::openShell)
                        .hint("a new terminal"));
        for (ContainerPart part : body.parts()) {
            all.add(Act.of("Show " + part.title(), part.icon(), () -> body.show(part)));
        }
        all.addAll(layers.acts());
        ContainerPart current = body.current();
        if (current != null) {
            all.addAll(current.acts());
        }
        return all;
    }

    private void openShell() {
        body.show(terminals);
        terminals.openShell();
    }

    private void search() {
        ContainerPart current = body.current();
        if (current != null) {
            current.search();
        }
    }

    @Override
    public List<Node> panes() {
        List<Node> panes = new ArrayList<>(List.of(header));
        if (!show.banners().getChildren().isEmpty()) {
            panes.add(show.banners());
        }
        panes.addAll(body.panes());
        return panes;
    }

    @Override
    public String path() {
        return show.id();
    }
}
