package dev.stratoscope.app.window;

import dev.stratoscope.app.container.ContainerList;
import dev.stratoscope.app.container.ContainerTab;
import dev.stratoscope.app.container.ContainersTab;
import dev.stratoscope.app.container.Doors;
import dev.stratoscope.app.container.RunDialog;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.Page;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.KeptImage;

import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The containers of a window, and all ways to them. On the JavaFX thread. */
final class ContainerTabs implements Doors {
    private final MainWindow window;
    private final Engine engine;
    private final Jobs jobs;
    private final ContainerList list;
    private Map<String, String> named = Map.of();

    ContainerTabs(MainWindow window, Engine engine, Jobs jobs) {
        this.window = window;
        this.engine = engine;
        this.jobs = jobs;
        list = new ContainerList(engine, jobs);
    }

    /** All containers, as they were seen last. */
    ContainerList list() {
        return list;
    }

    /**
     * Images say which containers are made of them: they are counted anew where those are others.
     */
    void seen() {
        Map<String, String> now = new HashMap<>();
        list.briefs().forEach(brief -> now.put(brief.id(), brief.name()));
        if (!now.equals(named)) {
            named = now;
            window.images().refresh();
        }
    }

    /** Shows the list. */
    void showList() {
        Tab there = listTab();
        window.tabs().pane().getSelectionModel().select(there == null ? addList() : there);
    }

    /** Shows the tab of the one container of a name, else the list. */
    void show(List<String> names) {
        List<ContainerList.Brief> named =
                list.briefs().stream().filter(brief -> names.contains(brief.name())).toList();
        if (named.size() == 1) {
            openContainer(named.getFirst().id(), named.getFirst().name());
        } else {
            showList();
        }
    }

    private @Nullable Tab listTab() {
        return window.tabs().all().stream()
                .filter(tab -> tab.getContent() instanceof ContainersTab)
                .findFirst()
                .orElse(null);
    }

    /** Adds the tab of the list without showing it. */
    Tab addList() {
        Tab tab = new Tab("Containers");
        tab.setGraphic(Icons.of(MaterialDesignC.CUBE_OUTLINE));
        window.tabs().add(tab, new ContainersTab(engine, jobs, this, list));
        return tab;
    }

    /** Adds a container's tab without showing it. */
    Tab add(String id, String name) {
        ContainerTab made = new ContainerTab(engine, jobs, this, id, name);
        Tab tab = new Tab();
        tab.setGraphic(Icons.of(MaterialDesignC.CUBE_OUTLINE));
        tab.textProperty().bind(made.titleProperty());
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(made.titleProperty());
        tab.setTooltip(tip);
        window.tabs().add(tab, made);
        return tab;
    }

    private @Nullable Tab find(String id) {
        return window.tabs().all().stream()
                .filter(tab -> tab.getContent() instanceof ContainerTab one && one.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** What shows a tab about containers again that is being closed. */
    @Nullable Runnable reopening(Page closed) {
        if (closed instanceof ContainersTab) {
            return this::showList;
        }
        if (closed instanceof ContainerTab one) {
            String id = one.id();
            String name = one.titleProperty().get();
            return () -> openContainer(id, name);
        }
        return null;
    }

    /** The containers, for the palette. */
    List<Act> finds() {
        return list.briefs().stream()
                .map(
                        brief ->
                                Act.of(
                                                brief.name(),
                                                MaterialDesignC.CUBE_OUTLINE,
                                                () -> openContainer(brief.id(), brief.name()))
                                        .hint(brief.hint()))
                .toList();
    }

    /** What can be done about containers from anywhere. */
    List<Act> acts() {
        return List.of(
                Act.of("Show containers", MaterialDesignC.CUBE_OUTLINE, this::showList),
                Act.of("Run an image…", MaterialDesignP.PLAY, () -> run("")).keys("Shortcut+R"));
    }

    /** Runs an image of the store. */
    Act runAct(String image) {
        return Act.of("Run…", MaterialDesignP.PLAY, () -> run(image)).keys("Shortcut+R");
    }

    @Override
    public void openImage(ImageSource source) {
        window.open(source);
    }

    @Override
    public void openContainer(String id, String name) {
        Tab there = find(id);
        window.tabs().pane().getSelectionModel().select(there == null ? add(id, name) : there);
    }

    @Override
    public void closeContainer(String id) {
        Tab there = find(id);
        if (there != null) {
            window.tabs().drop(there);
        }
    }

    @Override
    public void run(String image) {
        List<String> names = new ArrayList<>();
        for (KeptImage kept : window.images().contentsProperty().get().images()) {
            kept.names().forEach(name -> names.add(name.familiar()));
            if (kept.names().isEmpty()) {
                names.add(kept.id().shortHex());
            }
        }
        String chosen = image.isEmpty() ? likely(names) : image;
        new RunDialog(window, engine, jobs, this, names, chosen).show();
    }

    /** The image one most likely means: the one that is shown, or the selected one, or the only. */
    private String likely(List<String> names) {
        ImageTab shown = window.current();
        if (shown != null && shown.source().image() != null) {
            return shown.source().image();
        }
        List<String> selected = window.images().selected();
        if (selected.size() == 1) {
            return selected.getFirst();
        }
        return names.size() == 1 ? names.getFirst() : "";
    }

    @Override
    public void containersChanged() {
        list.look();
    }

    @Override
    public void imagesChanged() {
        window.images().refresh();
    }
}
