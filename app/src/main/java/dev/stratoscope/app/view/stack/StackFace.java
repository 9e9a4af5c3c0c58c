package dev.stratoscope.app.view.stack;

import dev.stratoscope.app.view.canvas.Face;
import dev.stratoscope.resources.Fonts;

import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The type the stack is set in; sizes are in pixels. */
public enum StackFace implements Face {
    /** Layer number and keyword. */
    LABEL(Fonts.MONO, FontWeight.BOLD, 12),
    /** Size of a layer in a high block. */
    SIZE(Fonts.UI_STRONG, FontWeight.NORMAL, 17),
    /** Size of a layer in a low block. */
    SMALL_SIZE(Fonts.UI_STRONG, FontWeight.NORMAL, 13),
    /** Command. */
    COMMAND(Fonts.UI, FontWeight.NORMAL, 12),
    /** Heading of something that is not a layer. */
    HEADING(Fonts.UI_STRONG, FontWeight.NORMAL, 13),
    /** Counts and digest. */
    FIGURE(Fonts.MONO, FontWeight.NORMAL, 12),
    /** Letter before a count. */
    LETTER(Fonts.MONO, FontWeight.BOLD, 12),
    /** Strata and pills. */
    CAPTION(Fonts.UI, FontWeight.NORMAL, 11),
    /** The sign of what is a container's. */
    ICON("", FontWeight.NORMAL, 18) {
        @Override
        public Font font() {
            return Sign.FONT;
        }
    },
    /** Keyword of an empty step. */
    STEP_LABEL(Fonts.MONO, FontWeight.BOLD, 11),
    /** Value of an empty step. */
    STEP_VALUE(Fonts.MONO, FontWeight.NORMAL, 11);

    /** An icon knows its typeface once it is styled, and that takes a scene. */
    private static final class Sign {
        private static final Font FONT = styled();

        private static Font styled() {
            FontIcon icon = new FontIcon(MaterialDesignC.CUBE_OUTLINE);
            Scene scene = new Scene(new Group(icon));
            scene.getRoot().applyCss();
            return Font.font(icon.getFont().getFamily(), 18);
        }
    }

    private final String family;
    private final FontWeight weight;
    private final double size;

    StackFace(String family, FontWeight weight, double size) {
        this.family = family;
        this.weight = weight;
        this.size = size;
    }

    @Override
    public Font font() {
        return Font.font(family, weight, size);
    }
}
