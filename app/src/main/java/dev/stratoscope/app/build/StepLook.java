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
    PLANNED("Not built", "planned"),
    /** Not yet, while others are at work. */
    WAITING("Waiting", "planned"),
    /** Would be taken from an earlier build. */
    WOULD_CACHE("Cached", "cached"),
    /** Would run. */
    WOULD_RUN("Rebuilds", "rebuilds"),
    /** At work. */
    RUNNING("Running", "at-work"),
    /** Taken from an earlier build. */
    CACHED("Cached", "cached"),
    /** Done. */
    BUILT("Built", "built"),
    /** Failed. */
    FAILED("Failed", "broken"),
    /** The target does not need it. */
    SKIPPED("Not needed", "skipped"),
    /** The build ended before. */
    NOT_REACHED("Not reached", "skipped");

    private final String words;
    private final String style;

    StepLook(String words, String style) {
        this.words = words;
        this.style = style;
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
        return switch (this) {
            case PLANNED, WAITING -> MaterialDesignC.CIRCLE_OUTLINE;
            case WOULD_CACHE, CACHED -> MaterialDesignL.LIGHTNING_BOLT_OUTLINE;
            case WOULD_RUN -> MaterialDesignP.PLAY_CIRCLE_OUTLINE;
            case RUNNING -> MaterialDesignP.PROGRESS_CLOCK;
            case BUILT -> MaterialDesignC.CHECK_CIRCLE_OUTLINE;
            case FAILED -> MaterialDesignC.CLOSE_CIRCLE;
            case SKIPPED -> MaterialDesignS.SKIP_NEXT_CIRCLE_OUTLINE;
            case NOT_REACHED -> MaterialDesignM.MINUS_CIRCLE_OUTLINE;
        };
    }

    /** Whether there is an image of it. */
    boolean isDone() {
        return this == CACHED || this == BUILT;
    }
}
