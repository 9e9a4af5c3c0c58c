package dev.stratoscope.app.image;

import dev.stratoscope.app.reading.TreeRequest;
import dev.stratoscope.app.view.Actions;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** Above the tree: which two layers are compared; hidden while none are. */
final class ComparedBar extends HBox {
    private final Label title = new Label();
    private final Label hint = new Label();

    /**
     * A hidden bar.
     *
     * @param leave ends the comparison
     */
    ComparedBar(Runnable leave) {
        getStyleClass().add("compared-bar");
        title.getStyleClass().add("strong");
        title.setMinWidth(USE_PREF_SIZE);
        hint.getStyleClass().add("muted");
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Button end = Actions.icon(MaterialDesignC.CLOSE, "End the comparison");
        end.setOnAction(event -> leave.run());
        getChildren().setAll(title, hint, spacer, end);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Tells what a request compares, if it compares anything. */
    void show(TreeRequest request) {
        boolean compares = request.way() == TreeRequest.Way.BETWEEN;
        setVisible(compares);
        if (compares) {
            String lower = "L" + request.before();
            String upper = "L" + request.layer();
            title.setText("From " + lower + " to " + upper);
            hint.setText(
                    "what the layers above "
                            + lower
                            + " up to "
                            + upper
                            + " did. Ctrl+click a layer to choose another.");
        }
    }
}
