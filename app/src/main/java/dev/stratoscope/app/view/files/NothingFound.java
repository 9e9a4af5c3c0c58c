package dev.stratoscope.app.view.files;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

/** What stands in the table's place: words, and what can be done. */
final class NothingFound extends VBox {
    private static final double WIDTH = 360;

    private final Label words = new Label();
    private final Button show = new Button("Show");
    private final Button clear = new Button();
    private final FlowPane buttons = new FlowPane(8, 8, show, clear);

    /**
     * Nothing to say.
     *
     * @param showHidden shows the matches that are left out by their kind
     * @param clearAll undoes what is searched for
     */
    NothingFound(Runnable showHidden, Runnable clearAll) {
        getStyleClass().addAll("empty-state", "nothing-found");
        words.getStyleClass().add("reason");
        words.setWrapText(true);
        words.setMaxWidth(WIDTH);
        show.setOnAction(event -> showHidden.run());
        show.setId("show-hidden");
        clear.setOnAction(event -> clearAll.run());
        clear.setId("clear-filters");
        buttons.setMaxWidth(WIDTH);
        getChildren().setAll(words, buttons);
        say("");
    }

    /** Says something; nothing when it is empty. */
    void say(String said) {
        words.setText(said);
        buttons.setVisible(false);
        buttons.setManaged(false);
        setVisible(!said.isEmpty());
    }

    /** Says why there are no rows, when there are none. */
    void show(FileRows rows, FilesHead head, int here) {
        if (rows.size() > 0) {
            say("");
        } else if (rows.pathsInScope() == 0) {
            say(head.nothing());
        } else {
            String hidden = FilterWords.hidden(rows, head.hasUnchanged());
            String nothing = FilterWords.nothing(rows.filter(), head.where(here));
            say(hidden.isEmpty() ? nothing : nothing + " " + hidden);
            show.setVisible(!hidden.isEmpty());
            show.setManaged(!hidden.isEmpty());
            clear.setText(FilterWords.clearing(rows.filter()));
            buttons.setVisible(true);
            buttons.setManaged(true);
        }
    }
}
