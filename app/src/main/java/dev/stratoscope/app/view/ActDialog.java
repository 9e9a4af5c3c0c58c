package dev.stratoscope.app.view;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A question whose button names the act. It looks as its owner does. */
public class ActDialog extends Dialog<ButtonType> {
    private static final double WIDTH = 480;

    private final ButtonType act;
    private final VBox content = new VBox(12);

    /**
     * A question.
     *
     * @param owner a node of the window that asks
     * @param title what it is about
     * @param words what the button says
     */
    public ActDialog(Node owner, String title, String words) {
        act = new ButtonType(words, ButtonBar.ButtonData.OK_DONE);
        initOwner(owner.getScene().getWindow());
        setTitle(title);
        Label head = new Label(title);
        head.getStyleClass().add("section-title");
        head.setWrapText(true);
        head.setMinHeight(Region.USE_PREF_SIZE);
        content.getChildren().setAll(head);
        content.setPrefWidth(WIDTH);
        getDialogPane().getStyleClass().add("store-dialog");
        getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        getDialogPane().getButtonTypes().setAll(act, ButtonType.CANCEL);
        getDialogPane().getButtonTypes().stream()
                .map(getDialogPane()::lookupButton)
                .forEach(button -> ButtonBar.setButtonUniformSize(button, false));
        getDialogPane().setContent(content);
        getDialogPane().setGraphic(null);
    }

    /** Adds a paragraph. */
    public final Label say(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        add(label);
        return label;
    }

    /** Adds a part. */
    public final void add(Node node) {
        content.getChildren().add(node);
    }

    /** The button that says yes. */
    public final Button actButton() {
        return (Button) getDialogPane().lookupButton(act);
    }

    /** Asks; the act is done once the button was pressed. Does not wait. */
    public final void ask(Runnable then) {
        setOnHidden(
                event -> {
                    if (getResult() == act) {
                        then.run();
                    }
                });
        show();
    }
}
