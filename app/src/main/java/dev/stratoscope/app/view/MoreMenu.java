package dev.stratoscope.app.view;

import javafx.scene.control.MenuButton;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

import java.util.List;
import java.util.function.Supplier;

/** The menu at the end of a header: what is wanted less often. On the JavaFX thread. */
public final class MoreMenu extends MenuButton {
    private Supplier<List<Act>> acts = List::of;

    /**
     * A menu that offers nothing yet.
     *
     * @param words what it has more of: {@code More of this image}
     */
    public MoreMenu(String words) {
        setGraphic(Icons.of(MaterialDesignD.DOTS_HORIZONTAL));
        getStyleClass().addAll("flat", "button-icon", "no-arrow");
        setId("more-acts");
        setAccessibleText(words);
        setTooltip(new Tooltip(words));
        setMinWidth(USE_PREF_SIZE);
        setOnShowing(event -> fill());
    }

    /** Sets what it offers, asked whenever it is shown. */
    public void offer(Supplier<List<Act>> offered) {
        acts = offered;
        fill();
    }

    private void fill() {
        getItems().setAll(acts.get().stream().map(ActMenu::item).toList());
    }
}
