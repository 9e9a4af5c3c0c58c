package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.view.canvas.Ink;
import dev.stratoscope.app.view.stack.Look;
import dev.stratoscope.app.view.stack.StackInk;
import dev.stratoscope.app.view.stack.Step;

import org.jspecify.annotations.Nullable;

/** What a ribbon says of its steps, the least telling first. */
enum Verdict {
    /** Nothing differs. */
    SAME("="),
    /** Two layers that are not compared yet, or cannot be. */
    UNKNOWN("?"),
    /** Only the new side has it. */
    ADDED("A"),
    /** Only the old side has it. */
    DELETED("D"),
    /** Something differs. */
    CHANGED("M");

    private final String letter;

    Verdict(String letter) {
        this.letter = letter;
    }

    /**
     * The verdict on a pair.
     *
     * @param before the old step; null for none
     * @param after the new step; null for none
     */
    static Verdict of(Ribbon ribbon, @Nullable Step before, @Nullable Step after) {
        if (before == null) {
            return ADDED;
        }
        if (after == null) {
            return DELETED;
        }
        if (ribbon.isSame()) {
            return SAME;
        }
        boolean open = ribbon.counts() == null && !before.empty() && !after.empty();
        return open ? UNKNOWN : CHANGED;
    }

    /** One character for it. */
    String letter() {
        return letter;
    }

    /** The fill of its ribbon. */
    Ink fill() {
        return switch (this) {
            case SAME, UNKNOWN -> RibbonInk.BAND;
            case ADDED -> RibbonInk.ADDED_BACK;
            case DELETED -> RibbonInk.DELETED_BACK;
            case CHANGED -> StackInk.MODIFIED_BACK;
        };
    }

    /** The edge of its ribbon. */
    Ink edge() {
        return switch (this) {
            case SAME -> StackInk.EDGE;
            case UNKNOWN -> StackInk.GHOST;
            case ADDED -> StackInk.ADDED;
            case DELETED -> StackInk.DELETED;
            case CHANGED -> RibbonInk.AMBER;
        };
    }

    /** The words on its ribbon. */
    Ink text() {
        return switch (this) {
            case SAME, UNKNOWN -> StackInk.MUTED;
            case ADDED -> StackInk.ADDED;
            case DELETED -> StackInk.DELETED;
            case CHANGED -> StackInk.MODIFIED;
        };
    }

    /** Whether it is a finding, not a matter of course. */
    boolean isFinding() {
        return this != SAME && this != UNKNOWN;
    }

    /** What it does to its blocks; null for nothing. */
    Look.@Nullable Tint tint() {
        return isFinding() ? new Look.Tint(fill(), edge()) : null;
    }
}
