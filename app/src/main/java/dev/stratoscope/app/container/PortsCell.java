package dev.stratoscope.app.container;

import dev.stratoscope.model.runtime.PublishedPort;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

/** Published ports, each a link that the browser opens. */
final class PortsCell extends TableCell<Seen, Seen> {
    private final ContainerActs acts;

    PortsCell(ContainerActs acts) {
        this.acts = acts;
    }

    @Override
    protected void updateItem(@Nullable Seen seen, boolean empty) {
        super.updateItem(seen, empty);
        setText(null);
        if (seen == null || empty || seen.ports().isEmpty()) {
            setGraphic(null);
            return;
        }
        HBox links = new HBox(8);
        links.getStyleClass().add("port-links");
        for (PublishedPort port : seen.ports()) {
            Hyperlink link = new Hyperlink(PortLinks.brief(port));
            link.setFocusTraversable(false);
            link.setTooltip(new Tooltip("Open " + PortLinks.address(port) + " in the browser"));
            link.setOnAction(event -> acts.browse(port));
            links.getChildren().add(link);
        }
        setGraphic(links);
    }
}
