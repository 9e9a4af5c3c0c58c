package dev.stratoscope.app.image;

import dev.stratoscope.app.reading.ImageName;
import dev.stratoscope.app.reading.Steps;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.MoreMenu;
import dev.stratoscope.app.view.SubjectHeader;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.image.Image;
import dev.stratoscope.model.image.Layer;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.Platform;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The top of an image tab: name, id, platform, sizes, date. */
final class ImageHeader extends SubjectHeader {
    /** Narrower ones have no buttons with words. */
    private static final double ROOM_FOR_BUTTONS = 760;

    private static final Platform UNKNOWN = new Platform("unknown", "unknown", null);

    private final String file;
    private final Label platform = new Label();
    private final OtherImages others;
    private final Button findings = new Button();
    private final Button keep =
            new Button("Keep in store", Icons.of(MaterialDesignT.TRAY_ARROW_DOWN));
    private final Button run = new Button("Run…", Icons.of(MaterialDesignP.PLAY));
    private final Button back = Actions.icon(MaterialDesignA.ARROW_LEFT, "Back");
    private final Button forward = Actions.icon(MaterialDesignA.ARROW_RIGHT, "Forward");
    private final MoreMenu more = new MoreMenu("More of this image");
    private boolean known;

    /**
     * A header that knows no more than a name.
     *
     * @param toFindings done when the badge that counts findings is pressed
     */
    ImageHeader(String title, Runnable toFindings) {
        super(MaterialDesignL.LAYERS_TRIPLE_OUTLINE, title);
        file = title;
        others = new OtherImages(title);
        platform.getStyleClass().add("pill");
        platform.setVisible(false);
        findings.setVisible(false);
        findings.managedProperty().bind(findings.visibleProperty());
        findings.setMinWidth(USE_PREF_SIZE);
        findings.setTooltip(new Tooltip("Show what was found"));
        findings.setOnAction(event -> toFindings.run());
        besideName(platform, others, findings);
        keep.setId("keep-image");
        keep.setMinWidth(USE_PREF_SIZE);
        keep.setVisible(false);
        keep.managedProperty().bind(keep.visibleProperty());
        keep.setTooltip(new Tooltip("Copy the image into the store; layers it has are not copied"));
        run.setId("run-image");
        run.setMinWidth(USE_PREF_SIZE);
        run.setVisible(false);
        run.managedProperty().bind(run.visibleProperty());
        back.setDisable(true);
        back.setId("go-back");
        forward.setDisable(true);
        forward.setId("go-forward");
        HBox way = new HBox(back, forward);
        way.setAlignment(Pos.CENTER);
        way.setMinWidth(USE_PREF_SIZE);
        atRight(way, run, keep, more);
        widthProperty().addListener((property, before, now) -> fold());
    }

    /** Ties the two arrows to a way through the image. */
    void tie(Travel travel) {
        tie(back, travel.backAct(), travel.canGoBack());
        tie(forward, travel.forwardAct(), travel.canGoForward());
    }

    private static void tie(Button button, Act act, ObservableBooleanValue possible) {
        button.setTooltip(new Tooltip(act.tip()));
        button.setOnAction(event -> act.run().run());
        button.disableProperty().bind(Bindings.not(possible));
    }

    /** Sets what the menu at the end offers, asked whenever it is shown. */
    void offerMore(Supplier<List<Act>> offered) {
        more.offer(
                () -> {
                    List<Act> acts = new ArrayList<>(offered.get());
                    if (canKeep() && !keep.isVisible() && !keep.isDisable()) {
                        acts.addFirst(
                                Act.of(
                                        keep.getText(),
                                        MaterialDesignT.TRAY_ARROW_DOWN,
                                        keep::fire));
                    }
                    return acts;
                });
    }

    /** What could not be opened cannot be kept either. */
    private boolean canKeep() {
        return known && keep.getOnAction() != null;
    }

    /** Where there is no room for words, buttons fold into the menu at the end. */
    private void fold() {
        run.setVisible(known && run.getOnAction() != null && getWidth() >= ROOM_FOR_BUTTONS);
        keep.setVisible(canKeep() && getWidth() >= ROOM_FOR_BUTTONS);
    }

    /** Shows what the documents tell; the size of the files is added when the layers were read. */
    void show(OpenImage opened, long contentSize) {
        known = true;
        fold();
        List<String> tags = opened.image().names();
        String name = ImageName.of(opened.image(), file);
        subject().setText(name);
        subject().setTooltip(new Tooltip(name));
        String pill = pill(opened.image());
        platform.setText(pill);
        platform.setVisible(!pill.isEmpty());
        platform.setManaged(!pill.isEmpty());
        long stored = opened.image().layers().stream().mapToLong(Layer::storedSize).sum();
        Label id = new Label(opened.image().id().shortHex());
        id.getStyleClass().add("mono");
        HBox idBox =
                new HBox(2, id, Actions.copy("the image id", () -> opened.image().id().toString()));
        idBox.setAlignment(Pos.CENTER_LEFT);
        meta().getChildren().clear();
        meta().addAfterLine(idBox);
        if (contentSize >= 0) {
            add(figure(HumanSize.spaced(contentSize), "in files"));
        }
        add(figure(HumanSize.spaced(stored), "stored"));
        int layers = opened.layerCount();
        int steps = Math.max(layers, opened.image().config().history().size());
        add(
                new Label(
                        count(layers, "layer")
                                + (steps > layers ? " from " + count(steps, "step") : "")));
        String created = Steps.date(opened.image().config().created());
        if (!created.isEmpty()) {
            add(new Label("created " + created));
        }
        for (String tag : tags.subList(Math.min(1, tags.size()), Math.min(4, tags.size()))) {
            add(new Label("also " + Escapes.text(tag)));
        }
    }

    /**
     * Offers what else the container holds.
     *
     * @param chosen told what is to be opened
     */
    void offer(OpenImage opened, Consumer<ListedImage> chosen) {
        others.show(opened, chosen);
    }

    /**
     * Offers to copy the image into the store, until that is done.
     *
     * @param action told what to do once it is done
     */
    void offerKeeping(Consumer<Runnable> action) {
        keep.setOnAction(event -> action.accept(() -> setKept(true)));
        fold();
    }

    /** Offers to run the image. */
    void offerRunning(Act act) {
        run.setTooltip(new Tooltip(act.tip()));
        run.setOnAction(event -> act.run().run());
        fold();
    }

    /** Whether the store has the image already. */
    void setKept(boolean kept) {
        keep.setText(kept ? "Kept in store" : "Keep in store");
        keep.setDisable(kept);
    }

    /** The platform; of what does not run, what it is; nothing where nobody says. */
    private static String pill(Image image) {
        return switch (image.kind()) {
            case IMAGE -> {
                Platform own = image.config().platform();
                yield own.equals(UNKNOWN) ? "" : Escapes.text(own.toString());
            }
            case ARTIFACT -> "artifact";
            case ATTESTATION -> "attestation";
        };
    }

    /** Shows a badge where something is wrong. */
    void tally(FindingTally tally) {
        findings.setVisible(tally.isBad());
        findings.setText(tally.words());
        findings.setGraphic(Icons.of(FindingCells.icon(tally.worst())));
        findings.getStyleClass().setAll("button", "finding-badge", tally.style());
    }

    private void add(Node node) {
        meta().addAfterLine(node);
    }

    private static Node figure(String number, String words) {
        Label strong = new Label(number);
        strong.getStyleClass().add("strong");
        HBox box = new HBox(4, strong, new Label(words));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
