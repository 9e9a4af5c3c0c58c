package dev.stratoscope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.tree.EntryType;

import org.junit.jupiter.api.Test;

class ModeTextTest {
    @Test
    void modesReadAsLsWritesThem() {
        assertEquals("drwxr-xr-x", ModeText.of(EntryType.DIRECTORY, 0755));
        assertEquals("-rw-r-----", ModeText.of(EntryType.FILE, 0640));
        assertEquals("lrwxrwxrwx", ModeText.of(EntryType.SYMLINK, 0777));
        assertEquals("crw-rw-rw-", ModeText.of(EntryType.CHARACTER_DEVICE, 0666));
    }

    @Test
    void specialBitsTakeThePlaceOfTheX() {
        assertEquals("-rwsr-sr-x", ModeText.of(EntryType.FILE, 06755));
        assertEquals("-rwSr-Sr--", ModeText.of(EntryType.FILE, 06644));
        assertEquals("drwxrwxrwt", ModeText.of(EntryType.DIRECTORY, 01777));
        assertEquals("drwxrwx--T", ModeText.of(EntryType.DIRECTORY, 01770));
    }

    @Test
    void octalModesHaveFourDigits() {
        assertEquals("0755", ModeText.octal(0755));
        assertEquals("4711", ModeText.octal(04711));
        assertEquals("0000", ModeText.octal(0));
    }
}
