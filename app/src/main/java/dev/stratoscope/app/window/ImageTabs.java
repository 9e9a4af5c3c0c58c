package dev.stratoscope.app.window;

import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.image.Place;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.image.Platform;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The tabs of the window: one that always stands, and one for each image. A tab reads its image
 * when it is first shown. On the JavaFX thread.
 */
final class ImageTabs {
    private static final int MOST_CLOSED = 20;

    private final TabPane pane = new TabPane();
    private final Tab home;
    private final Maker maker;
    private final Deque<Closed> closed = new ArrayDeque<>();
    private Runnable onChanged = () -> {};

    /** Makes the content of tabs. */
    @FunctionalInterface
    interface Maker {
        /** A tab's content for an image that is not read yet; it may name and dress the tab. */
        ImageTab make(ImageSource source, @Nullable Platform platform, Tab tab);
    }

    private record Closed(ImageSource source, @Nullable Platform platform, Place place) {}

    ImageTabs(Node images, Maker maker) {
        this.maker = maker;
        home = new Tab("Images", images);
        home.setGraphic(Icons.of(MaterialDesignL.LAYERS_OUTLINE));
        home.setClosable(false);
        pane.getStyleClass().add("tab-strip");
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.ALL_TABS);
        pane.setTabDragPolicy(TabPane.TabDragPolicy.REORDER);
        pane.getTabs().setAll(List.of(home));
        pane.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (property, before, now) -> {
                            if (now != null && now.getContent() instanceof ImageTab image) {
                                image.begin();
                            }
                            onChanged.run();
                        });
    }

    TabPane pane() {
        return pane;
    }

    /** Sets what is told of every tab that comes, goes or is shown. */
    void setOnChanged(Runnable action) {
        onChanged = action;
    }

    /** Shows an image: in the tab it has, or in one of its own. */
    ImageTab show(ImageSource source, @Nullable Platform platform) {
        Tab there = find(source, platform);
        Tab tab = there == null ? add(source, platform, source.fileName()) : there;
        pane.getSelectionModel().select(tab);
        return (ImageTab) tab.getContent();
    }

    /** Adds a tab without showing it, so that nothing is read yet. */
    Tab add(ImageSource source, @Nullable Platform platform, String title) {
        Tab tab = new Tab(title);
        tab.setGraphic(Icons.of(MaterialDesignL.LAYERS_TRIPLE_OUTLINE));
        tab.setTooltip(new Tooltip(source.toString()));
        tab.setContent(maker.make(source, platform, tab));
        tab.setOnClosed(event -> closed(tab));
        pane.getTabs().add(tab);
        new TabMenu(this, tab).attach();
        onChanged.run();
        return tab;
    }

    private @Nullable Tab find(ImageSource source, @Nullable Platform platform) {
        for (Tab tab : pane.getTabs()) {
            if (tab.getContent() instanceof ImageTab open && open.isOf(source, platform)) {
                return tab;
            }
        }
        return null;
    }

    /** The tabs with images, from the left. */
    List<Tab> images() {
        return pane.getTabs().stream().filter(tab -> !tab.equals(home)).toList();
    }

    /** The tab that is shown. */
    Tab selected() {
        Tab tab = pane.getSelectionModel().getSelectedItem();
        return tab == null ? home : tab;
    }

    /** The image that is shown; null while it is the list of images. */
    @Nullable ImageTab current() {
        return selected().getContent() instanceof ImageTab image ? image : null;
    }

    void showHome() {
        pane.getSelectionModel().select(home);
    }

    /** Shows the next tab, or the one before; round and round. */
    void step(int by) {
        int size = pane.getTabs().size();
        pane.getSelectionModel()
                .select(Math.floorMod(pane.getSelectionModel().getSelectedIndex() + by, size));
    }

    /** Closes a tab and stops its work; the list of images stays. */
    void close(Tab tab) {
        if (!tab.equals(home) && pane.getTabs().remove(tab)) {
            closed(tab);
        }
    }

    void closeOthers(Tab kept) {
        images().stream().filter(tab -> !tab.equals(kept)).forEach(this::close);
    }

    void closeToTheRight(Tab kept) {
        List<Tab> right = new ArrayList<>(pane.getTabs());
        right.subList(0, right.indexOf(kept) + 1).clear();
        right.forEach(this::close);
    }

    boolean canReopen() {
        return !closed.isEmpty();
    }

    /** Shows the tab that was closed last, where one was in it. */
    void reopen() {
        Closed last = closed.pollFirst();
        if (last == null) {
            return;
        }
        show(last.source(), last.platform()).go(last.place());
    }

    private void closed(Tab tab) {
        if (tab.getContent() instanceof ImageTab image) {
            closed.addFirst(new Closed(image.source(), image.platform(), image.place()));
            if (closed.size() > MOST_CLOSED) {
                closed.removeLast();
            }
            image.close();
            onChanged.run();
        }
    }

    /** Stops the work of every tab. */
    void stop() {
        images().forEach(tab -> ((ImageTab) tab.getContent()).close());
    }
}
