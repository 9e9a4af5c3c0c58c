package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.Remark;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

import java.util.List;

/** One terminal of several, with a head that says which. */
final class TerminalPane extends BorderPane {
    private final Wishes wishes;
    private final Remark title = new Remark("");
    private final HBox heads = new HBox(4);
    private final Button place = Actions.icon(MaterialDesignD.DOCK_BOTTOM, "Dock below");
    private final Button close = Actions.icon(MaterialDesignC.CLOSE, "Close this terminal");
    private final VBox empty = new VBox(12);
    private final Label words = new Label();
    private @Nullable TerminalSession shown;
    private boolean docked;

    /** What a person asks of the terminals. */
    interface Wishes {
        /** Shows one of several. */
        void show(TerminalSession session);

        /** Asks for a program to be run in one more. */
        void exec();

        /** Ends one. */
        void close(TerminalSession session);

        /** Docks them below where they fill the tab, and the other way round. */
        void dockOrFill();

        /** Puts them out of sight where they are docked; they go on. */
        void hide();
    }

    TerminalPane(Wishes wishes) {
        this.wishes = wishes;
        getStyleClass().addAll("pane", "terminal-pane");
        Label name = new Label("Terminal", Icons.of(MaterialDesignC.CONSOLE_LINE));
        name.getStyleClass().add("title");
        name.setMinWidth(USE_PREF_SIZE);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Button exec = new Button("Exec…", Icons.of(MaterialDesignP.PLUS));
        exec.getStyleClass().add("small");
        exec.setId("terminal-exec");
        exec.setTooltip(new Tooltip("Run a program in one more terminal"));
        exec.setMinWidth(USE_PREF_SIZE);
        exec.setOnAction(event -> wishes.exec());
        place.setId("terminal-dock");
        place.setOnAction(event -> wishes.dockOrFill());
        close.setId("terminal-close");
        close.setOnAction(event -> closeShown());
        heads.setAlignment(Pos.CENTER_LEFT);
        HBox bar = new HBox(name, title, heads, spacer, exec, place, close);
        bar.getStyleClass().add("pane-title");
        setTop(bar);
        words.getStyleClass().add("reason");
        words.setWrapText(true);
        words.setMaxWidth(480);
        empty.getStyleClass().add("empty-state");
        empty.getChildren().setAll(Icons.of(MaterialDesignC.CONSOLE_LINE), words);
        empty.getChildren().getFirst().visibleProperty().bind(words.textProperty().isNotEmpty());
        setCenter(empty);
    }

    private void closeShown() {
        TerminalSession session = shown;
        if (docked && (session == null || session.exit() == null)) {
            wishes.hide();
        } else if (session != null) {
            wishes.close(session);
        }
    }

    /** Says why there is no terminal. */
    void say(String reason) {
        words.setText(reason);
    }

    /** Whether it lies below another part. */
    void setDocked(boolean now) {
        docked = now;
        String tip = now ? "Fill the tab" : "Dock below";
        place.setGraphic(
                Icons.of(now ? MaterialDesignW.WINDOW_MAXIMIZE : MaterialDesignD.DOCK_BOTTOM));
        place.setTooltip(new Tooltip(tip));
        place.setAccessibleText(tip);
        dressClose();
    }

    private void dressClose() {
        TerminalSession session = shown;
        boolean hides = docked && (session == null || session.exit() == null);
        String tip = hides ? "Hide; the terminal goes on" : "Close this terminal";
        close.setTooltip(new Tooltip(tip));
        close.setAccessibleText(tip);
        close.setDisable(!docked && session == null);
    }

    /** Shows one of several terminals; null where there is none. */
    void show(List<TerminalSession> all, @Nullable TerminalSession session, boolean live) {
        shown = session;
        heads.getChildren().clear();
        if (all.size() > 1) {
            for (int i = 0; i < all.size(); i++) {
                heads.getChildren().add(head(i + 1, all.get(i)));
            }
        }
        if (session == null) {
            title.setText("");
            setCenter(empty);
        } else {
            Integer exit = session.exit();
            String end = exit == null ? "" : live ? ", ended with " + exit : ", ended";
            title.setText(session.title() + end);
            setCenter(session.view());
        }
        dressClose();
    }

    private ToggleButton head(int number, TerminalSession session) {
        ToggleButton head = new ToggleButton(String.valueOf(number));
        head.getStyleClass().add("terminal-head");
        head.setTooltip(new Tooltip(session.title()));
        head.setAccessibleText("Terminal " + number + ", " + session.title());
        head.setSelected(session.equals(shown));
        head.setOnAction(event -> wishes.show(session));
        return head;
    }
}
