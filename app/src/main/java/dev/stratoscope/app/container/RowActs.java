package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.Icons;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.util.function.BiConsumer;

/** Everything that can be done with one row, by the state of its container. */
final class RowActs {
    private RowActs() {}

    /** What one most likely wants of it: to stop it, to let it go on, to start it. */
    static BiConsumer<ContainerActs, Seen> main(Seen seen) {
        return switch (seen.state().status()) {
            case RUNNING -> ContainerActs::stop;
            case PAUSED -> ContainerActs::unpause;
            case CREATED, EXITED -> ContainerActs::start;
        };
    }

    /** What that is called. */
    static String mainWords(Seen seen) {
        return switch (seen.state().status()) {
            case RUNNING -> "Stop";
            case PAUSED -> "Resume";
            case CREATED, EXITED -> "Start";
        };
    }

    /** What stands for that. */
    static Ikon mainIcon(Seen seen) {
        return switch (seen.state().status()) {
            case RUNNING -> MaterialDesignS.STOP;
            case PAUSED, CREATED, EXITED -> MaterialDesignP.PLAY;
        };
    }

    /** The menu of a row. */
    static ContextMenu menu(ContainerActs acts, Seen seen) {
        ContextMenu menu =
                new ContextMenu(
                        item("Open", MaterialDesignO.OPEN_IN_NEW, "Enter", () -> acts.open(seen)),
                        item(
                                mainWords(seen),
                                mainIcon(seen),
                                "Space",
                                () -> main(seen).accept(acts, seen)));
        String obstacle = seen.obstacle();
        if (obstacle != null) {
            MenuItem start = menu.getItems().getLast();
            start.setText(start.getText() + " " + obstacle);
            start.setDisable(true);
        }
        switch (seen.state().status()) {
            case RUNNING ->
                    menu.getItems()
                            .addAll(
                                    item(
                                            "Pause",
                                            MaterialDesignP.PAUSE,
                                            "",
                                            () -> acts.pause(seen)),
                                    item(
                                            "Restart",
                                            MaterialDesignR.RESTART,
                                            "",
                                            () -> acts.restart(seen)),
                                    kill(acts, seen));
            case PAUSED ->
                    menu.getItems()
                            .addAll(
                                    item("Stop", MaterialDesignS.STOP, "", () -> acts.stop(seen)),
                                    kill(acts, seen));
            case CREATED, EXITED -> {}
        }
        menu.getItems()
                .addAll(
                        item("Rename…", MaterialDesignR.RENAME_BOX, "F2", () -> acts.rename(seen)),
                        new SeparatorMenuItem(),
                        item(
                                "Copy ID",
                                MaterialDesignC.CONTENT_COPY,
                                "Shortcut+C",
                                () -> Actions.copy(seen.id())),
                        new SeparatorMenuItem(),
                        item(
                                "Remove…",
                                MaterialDesignD.DELETE_OUTLINE,
                                "Delete",
                                () -> acts.remove(seen)));
        return menu;
    }

    private static MenuItem kill(ContainerActs acts, Seen seen) {
        return item("Kill", MaterialDesignF.FLASH_OUTLINE, "", () -> acts.kill(seen));
    }

    private static MenuItem item(String words, Ikon icon, String keys, Runnable action) {
        MenuItem item = new MenuItem(words, Icons.of(icon));
        if (!keys.isEmpty()) {
            item.setAccelerator(KeyCombination.valueOf(keys));
        }
        item.setOnAction(event -> action.run());
        return item;
    }
}
