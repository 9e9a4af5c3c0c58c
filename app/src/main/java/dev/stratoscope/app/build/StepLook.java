package dev.stratoscope.app.build;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** What became of a step, as it is shown. */
enum StepLook {
    /** Nothing yet. */
    PLANNED("Not built", "planned", MaterialDesignC.CIRCLE_OUTLINE),
    /** Not yet, while others are at work. */
    WAITING("Waiting", "planned", MaterialDesignC.CIRCLE_OUTLINE),
    /** Would be taken from an earlier build. */
    WOULD_CACHE("Cached", "cached", MaterialDesignL.LIGHTNING_BOLT_OUTLINE),
    /** Would run. */
    WOULD_RUN("Rebuilds", "rebuilds", MaterialDesignP.PLAY_CIRCLE_OUTLINE),
    /** At work. */
    RUNNING("Running", "at-work", MaterialDesignP.PROGRESS_CLOCK),
    /** Taken from an earlier build. */
    CACHED("Cached", "cached", MaterialDesignL.LIGHTNING_BOLT_OUTLINE),
    /** Done. */
    BUILT("Built", "built", MaterialDesignC.CHECK_CIRCLE_OUTLINE),
    /** Failed. */
    FAILED("Failed", "broken", MaterialDesignC.CLOSE_CIRCLE),
    /** The target does not need it. */
    SKIPPED("Not needed", "skipped", MaterialDesignS.SKIP_NEXT_CIRCLE_OUTLINE),
    /** The build ended before. */
    NOT_REACHED("Not reached", "skipped", MaterialDesignM.MINUS_CIRCLE_OUTLINE);

    private final String words;
    private final String style;
    private final Ikon icon;

    StepLook(String words, String style, Ikon icon) {
        this.words = words;
        this.style = style;
        this.icon = icon;
    }

    /** For a person. */
    String words() {
        return words;
    }

    /** The style class of what shows it. */
    String style() {
        return style;
    }

    /** What stands for it. */
    Ikon icon() {
        return icon;
    }

    /** Whether there is an image of it. */
    boolean isDone() {
        return this == CACHED || this == BUILT;
    }
}
