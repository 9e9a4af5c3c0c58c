package dev.stratoscope.app.window;

import dev.stratoscope.app.build.BuildTab;
import dev.stratoscope.app.build.BuildsTab;
import dev.stratoscope.app.compare.CompareTab;
import dev.stratoscope.app.container.ContainerTab;
import dev.stratoscope.app.container.ContainersTab;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Page;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a window is about: the page it shows, and what follows from that. On the JavaFX thread. */
final class Subject {
    private final MainWindow window;
    private final TabStrip strip;
    private final Rail rail;
    private final StatusBar status;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Stratoscope");

    Subject(MainWindow window, TabStrip strip, Rail rail, StatusBar status) {
        this.window = window;
        this.strip = strip;
        this.rail = rail;
        this.status = status;
    }

    /** The name of what is shown, then the program's. */
    ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Says what the tab that is shown is about. */
    void describe() {
        Page page = window.tabs().page();
        title.set(window.tabs().selected().getText() + " – Stratoscope");
        rail.show(place(page));
        if (page == null) {
            status.say(window.images().summaryProperty().get(), true);
        } else {
            status.say(page.summary(), page.isComplete());
            page.whenRead(
                    () -> {
                        if (page.equals(window.tabs().page())) {
                            status.say(page.summary(), page.isComplete());
                        }
                    });
        }
    }

    private static Rail.Place place(@Nullable Page page) {
        return switch (page) {
            case CompareTab compared -> Rail.Place.COMPARE;
            case ContainerTab container -> Rail.Place.CONTAINERS;
            case ContainersTab list -> Rail.Place.CONTAINERS;
            case BuildTab build -> Rail.Place.BUILDS;
            case BuildsTab list -> Rail.Place.BUILDS;
            case null, default -> Rail.Place.IMAGES;
        };
    }

    /** What has keys now, under the part of the window it belongs to; the page's own first. */
    Map<String, List<Act>> acts() {
        Map<String, List<Act>> groups = new LinkedHashMap<>();
        Page page = window.tabs().page();
        String name =
                switch (page) {
                    case null -> "Images";
                    case CompareTab compared -> "Comparison";
                    case ContainerTab container -> "Container";
                    case ContainersTab list -> "Containers";
                    case BuildTab build -> "Build";
                    case BuildsTab list -> "Builds";
                    default -> "Image";
                };
        List<Act> own = List.of(filter(), window.comparisons().act());
        groups.put(name, page == null ? own : page.acts());
        List<Act> everywhere = new ArrayList<>(window.containers().acts());
        everywhere.addAll(window.builds().acts());
        everywhere.addAll(window.windowActs());
        groups.put("Window", everywhere);
        return groups;
    }

    private Act filter() {
        return Act.of("Filter images", MaterialDesignM.MAGNIFY, window.images()::focusFilter)
                .keys("Shortcut+F");
    }

    /** The parts of the window that the keys go round, in order. */
    List<Node> panes() {
        Page page = window.tabs().page();
        List<Node> panes = new ArrayList<>(List.of(rail, strip));
        panes.addAll(page == null ? List.of(window.images()) : page.panes());
        panes.add(status);
        return panes;
    }
}
