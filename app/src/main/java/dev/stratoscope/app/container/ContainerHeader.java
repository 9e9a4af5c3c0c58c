package dev.stratoscope.app.container;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.MoreMenu;
import dev.stratoscope.app.view.SubjectHeader;
import dev.stratoscope.model.runtime.PublishedPort;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The top of a container's tab: what it is, how it is, and what can be done with it. */
final class ContainerHeader extends SubjectHeader {
    /** Of a button that has words. */
    private static final PseudoClass WORDY = PseudoClass.getPseudoClass("wordy");

    /** Narrower ones have icons in place of the buttons' words. */
    private static final double ROOM_FOR_WORDS = 980;

    private final StatePill pill = new StatePill();
    private final HBox buttons = new HBox(8);
    private final MoreMenu more = new MoreMenu("More of this container");
    private final Label since = new Label();
    private final Consumer<PublishedPort> toPort;
    private final Runnable toImage;
    private List<HeaderActs.Slot> slots = List.of();

    /**
     * A header that knows no more than a name.
     *
     * @param toPort opens a port in the browser
     * @param toImage shows the image that the container was made of
     */
    ContainerHeader(String name, Consumer<PublishedPort> toPort, Runnable toImage) {
        super(MaterialDesignC.CUBE_OUTLINE, name);
        this.toPort = toPort;
        this.toImage = toImage;
        besideName(pill);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        atRight(buttons, more);
        widthProperty().addListener((property, before, now) -> dress());
    }

    /** Sets what the menu at the end offers, asked whenever it is shown. */
    void offerMore(Supplier<List<Act>> offered) {
        more.offer(offered);
    }

    /**
     * Puts buttons at the right. Each stays where it is whatever can be done now, so that none
     * comes to lie under a pointer that was on another.
     */
    void offer(List<HeaderActs.Slot> now) {
        slots = List.copyOf(now);
        while (buttons.getChildren().size() > slots.size()) {
            buttons.getChildren().removeLast();
        }
        while (buttons.getChildren().size() < slots.size()) {
            buttons.getChildren().add(button(buttons.getChildren().size()));
        }
        dress();
    }

    private Button button(int at) {
        Button button = new Button();
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> slots.get(at).act().run().run());
        return button;
    }

    private void dress() {
        boolean roomy = getWidth() >= ROOM_FOR_WORDS;
        for (int i = 0; i < slots.size(); i++) {
            Act act = slots.get(i).act();
            Button button = (Button) buttons.getChildren().get(i);
            button.setDisable(!slots.get(i).possible());
            button.pseudoClassStateChanged(WORDY, roomy);
            String id = "container-" + act.name().toLowerCase(Locale.ROOT);
            String words = roomy ? act.name() : null;
            if (!id.equals(button.getId()) || !Objects.equals(words, button.getText())) {
                button.setId(id);
                button.setText(words);
                button.setGraphic(Icons.of(act.icon()));
                button.setAccessibleText(act.name());
                button.setTooltip(new Tooltip(act.tip()));
            }
        }
    }

    /** Shows what was seen. */
    void show(@Nullable Seen seen, Presence presence, Instant now) {
        pill.show(presence, seen);
        if (seen == null) {
            return;
        }
        subject().setText(seen.name());
        meta().getChildren().clear();
        Label id = new Label(seen.shortId());
        id.getStyleClass().add("mono");
        HBox idBox = new HBox(2, id, Actions.copy("the container id", seen::id));
        idBox.setAlignment(Pos.CENTER_LEFT);
        meta().addAfterLine(idBox);
        Hyperlink image = new Hyperlink(Escapes.text(seen.container().imageName()));
        image.setId("container-image");
        image.setOnAction(event -> toImage.run());
        HBox from = new HBox(4, new Label("from"), image);
        from.setAlignment(Pos.CENTER_LEFT);
        meta().addAfterLine(from);
        meta().addAfterLine(since);
        age(seen, now);
        for (PublishedPort port : seen.ports()) {
            Hyperlink link = new Hyperlink(PortLinks.words(port));
            link.setTooltip(new Tooltip("Open " + PortLinks.address(port) + " in the browser"));
            link.setOnAction(event -> toPort.accept(port));
            meta().addAfterLine(link);
        }
        String obstacle = seen.obstacle();
        if (obstacle != null) {
            meta().addAfterLine(new Label("cannot be started here: " + obstacle));
        }
        String runBy = seen.runBy();
        if (runBy != null) {
            meta().addAfterLine(new Label(Escapes.text(runBy)));
        }
    }

    /** Counts its age to another time. */
    void age(Seen seen, Instant now) {
        since.setText(StateWords.since(seen.state(), seen.container().created(), now));
    }
}
