package dev.stratoscope.app.window;

import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.image.Place;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.Page;
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
import java.util.function.Function;

/**
 * The tabs of the window: one that always stands, and one for each image and each comparison. A tab
 * reads what it shows when it is first shown. On the JavaFX thread.
 */
final class ImageTabs {
    private static final int MOST_CLOSED = 20;

    private final TabPane pane = new TabPane();
    private final Tab home;
    private final Maker maker;
    private final Deque<Runnable> closed = new ArrayDeque<>();
    private Function<Page, Runnable> reopener = closed -> () -> {};
    private Runnable onChanged = () -> {};

    /** Makes the content of tabs. */
    @FunctionalInterface
    interface Maker {
        /** A tab's content for an image that is not read yet; it may name and dress the tab. */
        ImageTab make(ImageSource source, @Nullable Platform platform, Tab tab);
    }

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
                            if (before != null && before.getContent() instanceof Page page) {
                                page.leave();
                            }
                            if (now != null && now.getContent() instanceof Page page) {
                                page.begin();
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
        add(tab, maker.make(source, platform, tab));
        return tab;
    }

    /** Adds a tab with a content that is not begun yet. */
    void add(Tab tab, Page content) {
        tab.setContent((Node) content);
        tab.setOnCloseRequest(
                event -> {
                    if (!content.unsaved().isEmpty()) {
                        event.consume();
                        close(tab);
                    }
                });
        tab.setOnClosed(event -> closed(tab));
        pane.getTabs().add(tab);
        new TabMenu(this, tab).attach();
        onChanged.run();
    }

    /** Sets how a page that was closed, and was no image, is shown again. */
    void setReopener(Function<Page, Runnable> again) {
        reopener = again;
    }

    private @Nullable Tab find(ImageSource source, @Nullable Platform platform) {
        for (Tab tab : pane.getTabs()) {
            if (tab.getContent() instanceof ImageTab open && open.isOf(source, platform)) {
                return tab;
            }
        }
        return null;
    }

    /** The tabs but the one that always stands, from the left. */
    List<Tab> all() {
        return pane.getTabs().stream().filter(tab -> !tab.equals(home)).toList();
    }

    /** The tab that is shown. */
    Tab selected() {
        Tab tab = pane.getSelectionModel().getSelectedItem();
        return tab == null ? home : tab;
    }

    /** The image that is shown; null while it is something else. */
    @Nullable ImageTab current() {
        return selected().getContent() instanceof ImageTab image ? image : null;
    }

    /** What is shown; null while it is the list of images. */
    @Nullable Page page() {
        return selected().getContent() instanceof Page page ? page : null;
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

    /**
     * Closes a tab and stops its work, once a person said so where that loses something; the list
     * of images stays.
     */
    void close(Tab tab) {
        Unsaved.in(List.of(tab)).ask(pane, "Close " + tab.getText(), () -> drop(tab));
    }

    /** Closes a tab whatever was typed there. */
    void drop(Tab tab) {
        if (!tab.equals(home) && pane.getTabs().remove(tab)) {
            closed(tab);
        }
    }

    void closeOthers(Tab kept) {
        all().stream().filter(tab -> !tab.equals(kept)).forEach(this::close);
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
        Runnable last = closed.pollFirst();
        if (last != null) {
            last.run();
        }
    }

    private void closed(Tab tab) {
        if (tab.getContent() instanceof Page page) {
            closed.addFirst(again(page));
            if (closed.size() > MOST_CLOSED) {
                closed.removeLast();
            }
            page.close();
            onChanged.run();
        }
    }

    private Runnable again(Page page) {
        if (page instanceof ImageTab image) {
            ImageSource source = image.source();
            Platform platform = image.platform();
            Place place = image.place();
            return () -> show(source, platform).go(place);
        }
        return reopener.apply(page);
    }

    /** Stops the work of every tab. */
    void stop() {
        all().forEach(tab -> ((Page) tab.getContent()).close());
    }
}
