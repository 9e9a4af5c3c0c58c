package dev.stratoscope.app.container;

import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Actions;

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

    /** What stands in the header as buttons. */
    List<Act> buttons() {
        Seen seen = show.seen();
        if (seen == null || show.presenceProperty().get() != Presence.HERE) {
            return List.of();
        }
        List<Act> all = new ArrayList<>();
        all.add(Act.of("Fork", MaterialDesignS.SOURCE_FORK, fork));
        switch (seen.state().status()) {
            case RUNNING -> {
                all.add(act("Pause", MaterialDesignP.PAUSE, acts::pause));
                all.add(act("Restart", MaterialDesignR.RESTART, acts::restart));
                all.add(act("Stop", MaterialDesignS.STOP, acts::stop));
            }
            case PAUSED -> {
                all.add(act("Resume", MaterialDesignP.PLAY, acts::unpause));
                all.add(act("Stop", MaterialDesignS.STOP, acts::stop));
            }
            case CREATED, EXITED -> {
                // What stands in its way is said beside the container's name.
                if (seen.obstacle() == null) {
                    all.add(act("Start", MaterialDesignP.PLAY, acts::start));
                }
            }
        }
        return all;
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
