package dev.stratoscope.app.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The top of a page: what it is about, facts in a line below that, and at the right what can be
 * done. Where there is little room the facts go first, then the name is cut. On the JavaFX thread.
 */
public class SubjectHeader extends HBox {
    /** What is left for the name when it is long and the window narrow. */
    private static final double NAME_ROOM = 60;

    private final Label subject = new Label();
    private final Fitting meta = new Fitting(12);
    private final HBox names = new HBox(8, subject);

    /** A header with a name alone. */
    protected SubjectHeader(Ikon icon, String name) {
        getStyleClass().add("subject-header");
        FontIcon picture = Icons.of(icon);
        picture.getStyleClass().add("subject-icon");
        subject.getStyleClass().add("subject");
        subject.setText(name);
        subject.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        subject.setMinWidth(NAME_ROOM);
        names.setAlignment(Pos.CENTER_LEFT);
        meta.getStyleClass().add("header-meta");
        VBox words = new VBox(2, names, meta);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().setAll(picture, words);
    }

    /** What the page is about. */
    protected final Label subject() {
        return subject;
    }

    /** The line of facts. */
    protected final Fitting meta() {
        return meta;
    }

    /** Puts something beside the name. */
    protected final void besideName(Node... nodes) {
        names.getChildren().addAll(nodes);
    }

    /** Puts what can be done at the right. */
    protected final void atRight(Node... nodes) {
        getChildren().addAll(nodes);
    }
}
