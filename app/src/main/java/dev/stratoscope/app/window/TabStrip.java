package dev.stratoscope.app.window;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.ActMenu;
import dev.stratoscope.app.view.Icons;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.List;
import java.util.function.Supplier;

/** The tabs with a plus behind the last of them and the way to the palette at the right end. */
final class TabStrip extends Region {
    private static final double HEIGHT = 38;
    private static final double WIDE = 300;
    private static final double NARROW = 40;
    private static final double ROOM_FOR_WORDS = 900;
    private static final double EDGE = 12;

    private final ImageTabs tabs;
    private final MenuButton plus = new MenuButton(null, Icons.of(MaterialDesignP.PLUS));
    private final Button search = new Button();
    private final Runnable following = this::followTabs;
    private @Nullable Parent headsRegion;

    /**
     * A strip over the tabs' own heads.
     *
     * @param palette what the search at the right end opens, with its keys
     */
    TabStrip(ImageTabs tabs, Act palette) {
        this.tabs = tabs;
        plus.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        plus.setId("new-tab");
        plus.setAccessibleText("Open in a new tab");
        plus.setTooltip(new Tooltip("Open in a new tab"));
        Label words = new Label("Search or run a command");
        Label keys = new Label(palette.keycaps().getFirst());
        keys.getStyleClass().add("key");
        keys.setMinWidth(USE_PREF_SIZE);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox content = new HBox(8, Icons.of(MaterialDesignM.MAGNIFY), words, spacer, keys);
        search.setGraphic(content);
        search.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        search.getStyleClass().add("palette-button");
        search.setId("open-palette");
        search.setAccessibleText("Search or run a command");
        search.setTooltip(new Tooltip(palette.tip()));
        search.setOnAction(event -> palette.run().run());
        content.prefWidthProperty().bind(search.widthProperty().subtract(20));
        words.visibleProperty().bind(search.widthProperty().greaterThan(NARROW));
        words.managedProperty().bind(words.visibleProperty());
        keys.visibleProperty().bind(words.visibleProperty());
        keys.managedProperty().bind(words.visibleProperty());
        spacer.managedProperty().bind(words.visibleProperty());
        tabs.pane().setAccessibleText("Tabs");
        plus.setManaged(false);
        getChildren().setAll(tabs.pane(), plus, search);
        sceneProperty()
                .subscribe(
                        (before, now) -> {
                            if (before != null) {
                                before.removePostLayoutPulseListener(following);
                            }
                            if (now != null) {
                                now.addPostLayoutPulseListener(following);
                            }
                        });
    }

    /**
     * Sets what the plus offers.
     *
     * @param always offered whatever was opened before
     * @param lately asked for more whenever the menu is shown
     */
    void offer(List<Act> always, Supplier<List<Act>> lately) {
        plus.setOnShowing(event -> fill(always, lately.get()));
        fill(always, List.of());
    }

    private void fill(List<Act> always, List<Act> lately) {
        plus.getItems().setAll(always.stream().map(ActMenu::item).toList());
        if (!lately.isEmpty()) {
            plus.getItems().add(new SeparatorMenuItem());
            plus.getItems().addAll(lately.stream().map(ActMenu::item).toList());
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        tabs.pane().resizeRelocate(0, 0, width, getHeight());
        double searchWidth = width < ROOM_FOR_WORDS ? NARROW : WIDE;
        double left = width - EDGE - searchWidth;
        double height = search.prefHeight(-1);
        search.resizeRelocate(left, snapPositionY((HEIGHT - height) / 2), searchWidth, height);
        double plusWidth = plus.prefWidth(-1);
        double plusHeight = plus.prefHeight(-1);
        String padding = "-fx-padding: 0 " + (int) (searchWidth + EDGE + plusWidth + 8) + " 0 0;";
        Node area = tabs.pane().lookup(".tab-header-area");
        if (area != null && !padding.equals(area.getStyle())) {
            area.setStyle(padding);
        }
        plus.resize(plusWidth, plusHeight);
        plus.setLayoutY(snapPositionY((HEIGHT - plusHeight) / 2));
        followTabs();
    }

    /** The heads of the tabs are laid out without this strip being told. */
    private void followTabs() {
        double x =
                snapPositionX(Math.min(endOfTabs() + 4, search.getLayoutX() - plus.getWidth() - 4));
        if (plus.getLayoutX() != x) {
            plus.setLayoutX(x);
        }
    }

    private double endOfTabs() {
        double end = 0;
        for (Node tab : heads()) {
            Bounds bounds = sceneToLocal(tab.localToScene(tab.getLayoutBounds()));
            end = Math.max(end, bounds.getMaxX());
        }
        return end;
    }

    /** The heads of the tabs, which lie side by side; looked up once, as they follow each frame. */
    private List<Node> heads() {
        Parent known = headsRegion;
        if (known == null && tabs.pane().lookup(".headers-region") instanceof Parent found) {
            known = found;
            headsRegion = found;
        }
        return known == null ? List.of() : known.getChildrenUnmodifiable();
    }
}
