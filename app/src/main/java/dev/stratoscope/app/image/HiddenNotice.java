package dev.stratoscope.app.image;

import dev.stratoscope.app.text.HidingWords;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.diff.Blame;
import dev.stratoscope.model.diff.Touch;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.Hiding;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** Says that a path is hidden: from which layer on, why, and what it still costs. */
final class HiddenNotice extends VBox {
    private final Label title = new Label();
    private final Label reason = new Label();
    private final Button cure = new Button();
    private final TouchList.GoToMarker toMarker;

    HiddenNotice(TouchList.GoToMarker toMarker) {
        this.toMarker = toMarker;
        getStyleClass().add("hidden-notice");
        title.getStyleClass().add("title");
        reason.getStyleClass().add("reason");
        for (Label words : new Label[] {title, reason}) {
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
        }
        cure.getStyleClass().add("small");
        cure.setMinHeight(Region.USE_PREF_SIZE);
        cure.managedProperty().bind(cure.visibleProperty());
        VBox.setMargin(cure, new Insets(6, 0, 0, 0));
        VBox words = new VBox(2, title, reason, cure);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox banner = new HBox(Icons.of(MaterialDesignE.EYE_OFF_OUTLINE), words);
        banner.getStyleClass().add("banner");
        getChildren().setAll(banner);
        managedProperty().bind(visibleProperty());
        setMinHeight(Region.USE_PREF_SIZE);
    }

    /** Shows why a path is hidden from who looks at a layer; nothing where it is not. */
    void show(Blame blame, int layer) {
        Touch removal = blame.removalSeenFrom(layer);
        Hiding hiding = removal == null ? null : removal.hiding();
        setVisible(hiding != null);
        if (removal == null || hiding == null) {
            return;
        }
        Touch again = blame.after(removal);
        title.setText(
                "Hidden from L"
                        + removal.layer()
                        + (again == null ? " upwards" : " to L" + (again.layer() - 1)));
        reason.setText(why(blame, hiding, removal.layer()) + cost(blame.before(removal)));
        cure.setText(cure(hiding));
        cure.setVisible(layer != removal.layer() || !hiding.at().equals(blame.path()));
        cure.setOnAction(event -> toMarker.go(removal.layer(), hiding, blame.path()));
    }

    /** The words of what leads to the marker. */
    static String cure(Hiding hiding) {
        return switch (hiding.cause()) {
            case WHITEOUT -> "Go to the whiteout";
            case OPAQUE -> "Go to the opaque folder";
            case REPLACED -> "Go to what replaced it";
        };
    }

    private static String why(Blame blame, Hiding hiding, int layer) {
        String marker = HidingWords.marker(hiding);
        boolean itself = hiding.at().equals(blame.path());
        return switch (hiding.cause()) {
            case WHITEOUT ->
                    "The whiteout "
                            + (itself ? marker.substring(marker.lastIndexOf('/') + 1) : marker)
                            + " in L"
                            + layer
                            + " removes it"
                            + (itself ? "." : " with its folder.");
            case OPAQUE ->
                    "The opaque mark "
                            + marker
                            + " in L"
                            + layer
                            + " hides what lower layers have in the folder.";
            case REPLACED -> HidingWords.whole(hiding) + " in L" + layer + ".";
        };
    }

    /** What is hidden is in the image all the same. */
    private static String cost(@Nullable Touch hidden) {
        Attributes brought = hidden == null ? null : hidden.brought();
        boolean file =
                brought != null
                        && (brought.type() == EntryType.FILE
                                || brought.type() == EntryType.HARDLINK);
        return hidden == null || !file || hidden.size() == 0
                ? ""
                : " Its "
                        + HumanSize.exact(hidden.size())
                        + " still ship in L"
                        + hidden.layer()
                        + ".";
    }
}
