package dev.stratoscope.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The style sheets and the painters ask for families by these names. */
class FontsTest {
    @Test
    void bundledFacesLoadUnderTheNamesWeAskFor() {
        assertEquals(List.of(), Fonts.load());
        assertEquals("Inter", new Font(Fonts.UI, 13).getFamily());
        assertEquals("Inter SemiBold", new Font(Fonts.UI_STRONG, 13).getFamily());
        assertEquals("JetBrains Mono", new Font(Fonts.MONO, 12).getFamily());
        assertEquals("Bold", Font.font(Fonts.MONO, FontWeight.BOLD, 12).getStyle());
    }
}
