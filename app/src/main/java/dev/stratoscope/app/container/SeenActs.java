package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.app.view.table.RowActs;

import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.util.ArrayList;
import java.util.List;

/** Everything that can be done with one line of the list of containers, by its state. */
record SeenActs(ContainerActs acts) implements RowActs<Seen> {
    @Override
    public void open(Seen seen) {
        acts.open(seen);
    }

    @Override
    public List<Act> buttons(Seen seen) {
        if (isDamaged(seen)) {
            return List.of(removeAct(seen));
        }
        // What stands in the way of a start is said above the list.
        return seen.obstacle() == null
                ? List.of(main(seen), openAct(seen))
                : List.of(openAct(seen));
    }

    @Override
    public List<List<Act>> menu(Seen seen) {
        if (isDamaged(seen)) {
            return List.of(List.of(openAct(seen), copyAct(seen)), List.of(removeAct(seen)));
        }
        List<Act> first = new ArrayList<>(List.of(openAct(seen)));
        if (seen.obstacle() == null) {
            first.add(main(seen));
        }
        switch (seen.state().status()) {
            case RUNNING -> {
                first.add(Act.of("Pause", MaterialDesignP.PAUSE, () -> acts.pause(seen)));
                first.add(Act.of("Restart", MaterialDesignR.RESTART, () -> acts.restart(seen)));
                first.add(kill(seen));
            }
            case PAUSED -> {
                first.add(Act.of("Stop", MaterialDesignS.STOP, () -> acts.stop(seen)));
                first.add(kill(seen));
            }
            case CREATED, EXITED -> {}
        }
        first.add(
                Act.of("Rename…", MaterialDesignR.RENAME_BOX, () -> acts.rename(seen)).keys("F2"));
        return List.of(first, List.of(copyAct(seen)), List.of(removeAct(seen)));
    }

    private static boolean isDamaged(Seen seen) {
        return seen.state().problem() != null;
    }

    private static Act copyAct(Seen seen) {
        return Act.of("Copy ID", MaterialDesignC.CONTENT_COPY, () -> Actions.copy(seen.id()))
                .keys("Shortcut+C");
    }

    private Act removeAct(Seen seen) {
        return Act.of("Remove…", MaterialDesignD.DELETE_OUTLINE, () -> acts.remove(seen))
                .keys("Delete");
    }

    private Act openAct(Seen seen) {
        return Act.of("Open", MaterialDesignO.OPEN_IN_NEW, () -> acts.open(seen)).keys("Enter");
    }

    private Act kill(Seen seen) {
        return Act.of("Kill", MaterialDesignF.FLASH_OUTLINE, () -> acts.kill(seen));
    }

    /** What one most likely wants of it: to stop it, to let it go on, to start it. */
    private Act main(Seen seen) {
        Act act =
                switch (seen.state().status()) {
                    case RUNNING -> Act.of("Stop", MaterialDesignS.STOP, () -> acts.stop(seen));
                    case PAUSED -> Act.of("Resume", MaterialDesignP.PLAY, () -> acts.unpause(seen));
                    case CREATED, EXITED ->
                            Act.of("Start", MaterialDesignP.PLAY, () -> acts.start(seen));
                };
        return act.keys("Space");
    }
}
