package dev.stratoscope.app.view.files;

import dev.stratoscope.app.view.Icons;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import javafx.stage.Popup;

import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.List;
import java.util.function.Consumer;

/** Asks for sizes and an owner in a popup, and shows how many of these are asked for. */
final class FactsButton extends Button {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final Popup popup = new Popup();
    private final FactsForm form;
    private final Runnable opened;
    private final Text ruler = new Text();
    private Facts facts = Facts.NONE;
    private boolean brief;

    /**
     * A button that asks for nothing.
     *
     * @param changed told what is asked for when that changes
     * @param opened told when the popup shows, so that owners can be looked for
     */
    FactsButton(Consumer<Facts> changed, Runnable opened) {
        this.opened = opened;
        form =
                new FactsForm(
                        now -> {
                            show(now);
                            changed.accept(now);
                        },
                        popup::hide);
        setGraphic(Icons.of(MaterialDesignT.TUNE_VARIANT));
        setTooltip(new Tooltip("Only paths of some sizes, or of one owner"));
        getStyleClass().addAll("facts-button", "small");
        setId("facts");
        setMinWidth(USE_PREF_SIZE);
        setOnAction(event -> popUp());
        popup.setAutoHide(true);
        popup.getContent().setAll(form);
        popup.setOnHidden(event -> requestFocus());
        show(Facts.NONE);
    }

    /** What is asked for. */
    Facts facts() {
        return facts;
    }

    /** Asks for nothing any more, without telling. */
    void reset() {
        form.reset();
        show(Facts.NONE);
    }

    /** Offers the owners that there are. */
    void setOwners(List<Owner> owners) {
        form.setOwners(owners);
    }

    /** Asks for an owner, without telling. */
    void setOwner(String owner) {
        show(form.withOwner(owner));
    }

    /** Leaves out the words, or says them again. */
    void setBrief(boolean wanted) {
        if (brief != wanted) {
            brief = wanted;
            setText(words(wanted));
        }
    }

    /** How wide the button is with its words, or without. */
    double width(boolean briefly) {
        ruler.setFont(getFont());
        ruler.setText(words(briefly));
        double text = ruler.getText().isEmpty() ? 0 : getGraphicTextGap() + ruler.prefWidth(-1);
        double around = getInsets().getLeft() + getInsets().getRight();
        return Math.ceil(around + getGraphic().prefWidth(-1) + text) + 1;
    }

    private String words(boolean briefly) {
        int count = facts.count();
        if (briefly) {
            return count == 0 ? "" : String.valueOf(count);
        }
        return count == 0 ? "Size, owner…" : "Size, owner: " + count + " on";
    }

    private void show(Facts now) {
        facts = now;
        setText(words(brief));
        setAccessibleText(words(false));
        pseudoClassStateChanged(ON, now.count() > 0);
    }

    private void popUp() {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        popup.getScene().getStylesheets().setAll(getScene().getStylesheets());
        Bounds below = localToScreen(getBoundsInLocal());
        popup.show(this, below.getMaxX() - FactsForm.WIDTH, below.getMaxY() + 4);
        form.focus();
        opened.run();
    }
}
