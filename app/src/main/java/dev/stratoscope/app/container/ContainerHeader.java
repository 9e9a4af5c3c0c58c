package dev.stratoscope.app.container;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.ActMenu;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Fitting;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.runtime.PublishedPort;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The top of a container's tab: what it is, how it is, and what can be done with it. */
final class ContainerHeader extends HBox {
    /** Narrower ones have icons in place of the buttons' words. */
    private static final double ROOM_FOR_WORDS = 980;

    private final Label subject = new Label();
    private final StatePill pill = new StatePill();
    private final Fitting meta = new Fitting(12);
    private final HBox buttons = new HBox(8);
    private final Label since = new Label();
    private final Consumer<PublishedPort> toPort;
    private final Runnable toImage;
    private Supplier<List<Act>> more = List::of;
    private List<Act> shownActs = List.of();

    /**
     * A header that knows no more than a name.
     *
     * @param toPort opens a port in the browser
     * @param toImage shows the image that the container was made of
     */
    ContainerHeader(String name, Consumer<PublishedPort> toPort, Runnable toImage) {
        this.toPort = toPort;
        this.toImage = toImage;
        getStyleClass().add("image-header");
        FontIcon icon = Icons.of(MaterialDesignC.CUBE_OUTLINE);
        icon.getStyleClass().add("subject-icon");
        subject.getStyleClass().add("subject");
        subject.setText(name);
        subject.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        subject.setMinWidth(60);
        HBox names = new HBox(8, subject, pill);
        names.setAlignment(Pos.CENTER_LEFT);
        meta.getStyleClass().add("header-meta");
        VBox words = new VBox(2, names, meta);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        MenuButton menu = new MenuButton(null, Icons.of(MaterialDesignD.DOTS_HORIZONTAL));
        menu.getStyleClass().addAll("flat", "button-icon", "no-arrow");
        menu.setId("more-acts");
        menu.setAccessibleText("More of this container");
        menu.setTooltip(new Tooltip("More of this container"));
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setOnShowing(
                event -> menu.getItems().setAll(more.get().stream().map(ActMenu::item).toList()));
        getChildren().setAll(icon, words, buttons, menu);
        widthProperty().addListener((property, before, now) -> dressButtons());
    }

    /** Sets what the menu at the end offers, asked whenever it is shown. */
    void offerMore(Supplier<List<Act>> offered) {
        more = offered;
    }

    /** Puts buttons at the right. */
    void offer(List<Act> acts) {
        if (!names(acts).equals(names(shownActs))) {
            shownActs = List.copyOf(acts);
            dressButtons();
        } else {
            shownActs = List.copyOf(acts);
        }
    }

    private static List<String> names(List<Act> acts) {
        return acts.stream().map(Act::name).toList();
    }

    private void dressButtons() {
        boolean roomy = getWidth() >= ROOM_FOR_WORDS;
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < shownActs.size(); i++) {
            int at = i;
            Act act = shownActs.get(i);
            Button button = new Button(roomy ? act.name() : null, Icons.of(act.icon()));
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText(act.name());
            button.setTooltip(new Tooltip(act.tip()));
            button.setId("container-" + act.name().toLowerCase(Locale.ROOT));
            button.setOnAction(event -> shownActs.get(at).run().run());
            all.add(button);
        }
        if (!all.stream()
                        .map(Node::getId)
                        .toList()
                        .equals(buttons.getChildren().stream().map(Node::getId).toList())
                || isRoomy() != roomy) {
            buttons.getChildren().setAll(all);
        }
    }

    private boolean isRoomy() {
        return buttons.getChildren().stream()
                .anyMatch(node -> node instanceof Button button && button.getText() != null);
    }

    /** Shows what was seen. */
    void show(@Nullable Seen seen, Presence presence, Instant now) {
        pill.show(presence, seen);
        if (seen == null) {
            return;
        }
        subject.setText(seen.name());
        meta.getChildren().clear();
        Label id = new Label(seen.shortId());
        id.getStyleClass().add("mono");
        HBox idBox = new HBox(2, id, Actions.copy("the container id", seen::id));
        idBox.setAlignment(Pos.CENTER_LEFT);
        meta.addAfterLine(idBox);
        Hyperlink image = new Hyperlink(Escapes.text(seen.container().imageName()));
        image.setId("container-image");
        image.setOnAction(event -> toImage.run());
        HBox from = new HBox(4, new Label("from"), image);
        from.setAlignment(Pos.CENTER_LEFT);
        meta.addAfterLine(from);
        meta.addAfterLine(since);
        age(seen, now);
        for (PublishedPort port : seen.ports()) {
            Hyperlink link = new Hyperlink(PortLinks.words(port));
            link.setTooltip(new Tooltip("Open " + PortLinks.address(port) + " in the browser"));
            link.setOnAction(event -> toPort.accept(port));
            meta.addAfterLine(link);
        }
        String obstacle = seen.obstacle();
        if (obstacle != null) {
            meta.addAfterLine(new Label("cannot be started here: " + obstacle));
        }
        String runBy = seen.runBy();
        if (runBy != null) {
            meta.addAfterLine(new Label(Escapes.text(runBy)));
        }
    }

    /** Counts its age to another time. */
    void age(Seen seen, Instant now) {
        since.setText(StateWords.since(seen.state(), seen.container().created(), now));
    }
}
