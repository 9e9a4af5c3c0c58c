package dev.stratoscope.app.window;

import dev.stratoscope.app.container.ContainerList;
import dev.stratoscope.app.container.LayerFollow;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.OpenImage;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the writable layer of a container on the stack of the image that is shown: of the one that a
 * person chose, else of the newest. On the JavaFX thread.
 */
final class WritableTops {
    private static final String NONE = "";

    private final MainWindow window;
    private final Engine engine;
    private final Jobs jobs;
    private final Map<ImageTab, String> chosen = new HashMap<>();
    private @Nullable ImageTab shown;
    private @Nullable LayerFollow follow;
    private List<ContainerList.Brief> offered = List.of();

    WritableTops(MainWindow window, Engine engine, Jobs jobs) {
        this.window = window;
        this.engine = engine;
        this.jobs = jobs;
    }

    /** Another tab is shown, or there are other containers. */
    void look() {
        ImageTab tab = window.current();
        OpenImage image = tab == null ? null : tab.image();
        chosen.keySet().removeIf(known -> known.getScene() == null);
        if (tab == null || image == null) {
            end();
            shown = null;
            return;
        }
        List<ContainerList.Brief> containers = window.containers().list().of(image.image().id());
        if (tab.source().image() == null && containers.isEmpty()) {
            // What is in a file has to be copied to the store before it can run.
            end();
            return;
        }
        boolean other = !tab.equals(shown) || !containers.equals(offered);
        shown = tab;
        offered = containers;
        if (!other) {
            return;
        }
        String id = wanted(tab, containers);
        LayerFollow before = follow;
        if (before == null || !before.id().equals(id)) {
            turnTo(tab, image, id);
        }
        tab.tops().offer(chooser(tab, containers, id));
    }

    private String wanted(ImageTab tab, List<ContainerList.Brief> containers) {
        String id = chosen.get(tab);
        if (id != null
                && (id.equals(NONE) || containers.stream().anyMatch(one -> one.id().equals(id)))) {
            return id;
        }
        return containers.isEmpty() ? NONE : containers.getFirst().id();
    }

    private void turnTo(ImageTab tab, OpenImage image, String id) {
        end();
        if (id.equals(NONE)) {
            String source = tab.source().image();
            tab.tops().show(null);
            tab.tops()
                    .offerRun(
                            source == null || !offered.isEmpty()
                                    ? null
                                    : () -> window.containers().run(source));
            return;
        }
        tab.tops().offerRun(null);
        LayerFollow now = new LayerFollow(engine, jobs, id, image.layerCount(), tab.tops()::show);
        follow = now;
        now.start();
    }

    private @Nullable MenuButton chooser(
            ImageTab tab, List<ContainerList.Brief> containers, String id) {
        if (containers.isEmpty()) {
            return null;
        }
        MenuButton button = new MenuButton("", Icons.of(MaterialDesignC.CUBE_OUTLINE));
        button.setId("choose-container");
        button.getStyleClass().addAll("flat", "small");
        button.setAccessibleText("Container whose writable layer is shown");
        for (ContainerList.Brief one : containers) {
            if (one.id().equals(id)) {
                button.setText(one.name());
            }
            MenuItem item = new MenuItem(one.name() + "   " + one.hint());
            item.setMnemonicParsing(false);
            item.setOnAction(event -> choose(tab, one.id()));
            button.getItems().add(item);
        }
        MenuItem none = new MenuItem("The image alone");
        none.setOnAction(event -> choose(tab, NONE));
        button.getItems().addAll(new SeparatorMenuItem(), none);
        if (!id.equals(NONE)) {
            MenuItem open = new MenuItem("Open the container");
            open.setOnAction(event -> window.containers().openContainer(id, button.getText()));
            button.getItems().add(open);
        } else {
            button.setText("Image");
        }
        return button;
    }

    private void choose(ImageTab tab, String id) {
        chosen.put(tab, id);
        shown = null;
        look();
    }

    private void end() {
        LayerFollow before = follow;
        follow = null;
        if (before != null) {
            before.close();
        }
    }

    /** Follows nothing any more. */
    void stop() {
        end();
    }
}
