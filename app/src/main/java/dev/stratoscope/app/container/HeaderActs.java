package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Actions;
import dev.stratoscope.model.container.ContainerState;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What can be done with the container of a tab now, by how it is. */
final class HeaderActs {
    private final ContainerShow show;
    private final ContainerActs acts;
    private final Runnable fork;

    HeaderActs(ContainerShow show, ContainerActs acts, Runnable fork) {
        this.show = show;
        this.acts = acts;
        this.fork = fork;
    }

    /**
     * A place of the header.
     *
     * @param act what its button does now
     * @param possible whether that can be done now
     */
    record Slot(Act act, boolean possible) {}

    /** The buttons of the header, always as many in the same order; none before it was seen. */
    List<Slot> slots() {
        Seen seen = show.seen();
        if (seen == null) {
            return List.of();
        }
        boolean here =
                show.presenceProperty().get() == Presence.HERE && seen.state().problem() == null;
        ContainerState.Status status = seen.state().status();
        boolean running = status == ContainerState.Status.RUNNING;
        boolean paused = status == ContainerState.Status.PAUSED;
        return List.of(
                new Slot(Act.of("Fork", MaterialDesignS.SOURCE_FORK, fork), here),
                paused
                        ? new Slot(act("Resume", MaterialDesignP.PLAY, acts::unpause), here)
                        : new Slot(
                                act("Pause", MaterialDesignP.PAUSE, acts::pause), here && running),
                new Slot(act("Restart", MaterialDesignR.RESTART, acts::restart), here && running),
                running || paused
                        ? new Slot(act("Stop", MaterialDesignS.STOP, acts::stop), here)
                        : new Slot(
                                act("Start", MaterialDesignP.PLAY, acts::start),
                                here && seen.obstacle() == null));
    }

    /** What of that can be done now. */
    List<Act> possible() {
        return slots().stream().filter(Slot::possible).map(Slot::act).toList();
    }

    /** What stands in its menu. */
    List<Act> more() {
        Seen seen = show.seen();
        if (seen == null) {
            return List.of();
        }
        List<Act> all = new ArrayList<>();
        boolean here = show.presenceProperty().get() == Presence.HERE;
        if (here && seen.state().isLive()) {
            all.add(act("Kill", MaterialDesignF.FLASH_OUTLINE, acts::kill));
        }
        if (here) {
            all.add(act("Rename…", MaterialDesignR.RENAME_BOX, acts::rename));
        }
        all.add(Act.of("Copy ID", MaterialDesignC.CONTENT_COPY, () -> Actions.copy(seen.id())));
        if (here) {
            all.add(act("Remove…", MaterialDesignD.DELETE_OUTLINE, acts::remove));
        }
        return all;
    }

    private Act act(String name, Ikon icon, Consumer<Seen> deed) {
        return Act.of(
                name,
                icon,
                () -> {
                    Seen seen = show.seen();
                    if (seen != null) {
                        deed.accept(seen);
                    }
                });
    }
}
