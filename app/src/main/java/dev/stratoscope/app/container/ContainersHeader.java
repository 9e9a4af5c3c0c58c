package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.SubjectHeader;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

import java.util.Objects;

/** The top of the list of containers: how many there are, and the way to one more. */
final class ContainersHeader extends SubjectHeader {
    /**
     * A header that counts nothing.
     *
     * @param run asks how an image is to be run
     */
    ContainersHeader(Runnable run) {
        super(MaterialDesignC.CUBE_OUTLINE, "Containers");
        Button button = new Button("Run…", Icons.of(MaterialDesignP.PLAY));
        button.getStyleClass().add("accent");
        button.setId("run-image");
        button.setTooltip(new Tooltip("Run an image of the store in a new container"));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> run.run());
        atRight(button);
    }

    /** Counts. */
    void show(Listing listing) {
        int all = listing.containers().size();
        meta().getChildren().clear();
        Label count = new Label(all + (all == 1 ? " container" : " containers"));
        count.getStyleClass().add("strong");
        meta().addAfterLine(count);
        if (all > 0) {
            meta().addAfterLine(new Label(listing.words()));
            listing.containers().stream()
                    .map(Seen::obstacle)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(
                            why ->
                                    meta().addAfterLine(
                                                    new Label("none can be started here: " + why)));
        }
    }
}
