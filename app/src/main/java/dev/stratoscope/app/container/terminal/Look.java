package dev.stratoscope.app.container.terminal;

/**
 * How a piece of text is shown. Immutable.
 *
 * @param ink its colour, as of {@link Shade}
 * @param paper what is behind it, as of {@link Shade}
 * @param inverse whether the two are exchanged
 */
public record Look(
        int ink,
        int paper,
        boolean bold,
        boolean dim,
        boolean italic,
        boolean underlined,
        boolean inverse) {

    /** Text without any escape before it. */
    public static final Look PLAIN =
            new Look(Shade.DEFAULT, Shade.DEFAULT, false, false, false, false, false);

    /** The colour of the letters, with bold ones of the dark eight brightened as terminals do. */
    int letters() {
        int shown = inverse ? paper : ink;
        return bold && !inverse && shown >= 0 && shown < 8 ? shown + 8 : shown;
    }

    /** The colour behind them. */
    int ground() {
        return inverse ? ink : paper;
    }
}
