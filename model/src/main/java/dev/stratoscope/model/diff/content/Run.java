package dev.stratoscope.model.diff.content;

/**
 * A stretch of two sequences that is the same on both sides, or differs.
 *
 * @param beforeFrom where it begins on the old side, from 0
 * @param beforeTo where it ends there, exclusive; {@code beforeFrom} where that side has nothing
 * @param afterFrom where it begins on the new side, from 0
 * @param afterTo where it ends there, exclusive; {@code afterFrom} where that side has nothing
 * @param isEqual whether both sides are the same; then both are of one length
 */
public record Run(int beforeFrom, int beforeTo, int afterFrom, int afterTo, boolean isEqual) {
    /** How long it is on the old side. */
    public int beforeLength() {
        return beforeTo - beforeFrom;
    }

    /** How long it is on the new side. */
    public int afterLength() {
        return afterTo - afterFrom;
    }

    /** The same with its sides swapped. */
    Run mirror() {
        return new Run(
                /* beforeFrom= */ afterFrom,
                /* beforeTo= */ afterTo,
                /* afterFrom= */ beforeFrom,
                /* afterTo= */ beforeTo,
                isEqual);
    }
}
