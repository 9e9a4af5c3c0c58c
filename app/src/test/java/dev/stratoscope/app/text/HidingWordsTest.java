package dev.stratoscope.app.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.Hiding;
import dev.stratoscope.model.tree.Hiding.Cause;

import org.junit.jupiter.api.Test;

class HidingWordsTest {
    @Test
    void aWhiteoutIsNamedByItsOwnName() {
        words("removed by .wh.c", "removed by a/b/.wh.c", Cause.WHITEOUT, "a/b/c");
        words("removed by .wh.c", "removed by .wh.c", Cause.WHITEOUT, "c");
        words("removed by .wh.\\x1b", "removed by .wh.\\x1b", Cause.WHITEOUT, "\u001b");
    }

    @Test
    void anOpaqueFolderIsNamed() {
        words("hidden by the opaque a/b", "hidden by a/b/.wh..wh..opq", Cause.OPAQUE, "a/b");
        words("hidden by the opaque root", "hidden by .wh..wh..opq", Cause.OPAQUE, "");
    }

    @Test
    void whatReplacedAFolderIsNamedWithWhatItIs() {
        String link = "a/b became a symlink";
        assertEquals(link, HidingWords.brief(hiding(Cause.REPLACED, "a/b", EntryType.SYMLINK)));
        assertEquals(link, HidingWords.whole(hiding(Cause.REPLACED, "a/b", EntryType.SYMLINK)));
        assertEquals(
                "a became another folder",
                HidingWords.brief(hiding(Cause.REPLACED, "a", EntryType.DIRECTORY)));
    }

    private static void words(String brief, String whole, Cause cause, String at) {
        assertEquals(brief, HidingWords.brief(hiding(cause, at, EntryType.WHITEOUT)));
        assertEquals(whole, HidingWords.whole(hiding(cause, at, EntryType.WHITEOUT)));
    }

    private static Hiding hiding(Cause cause, String at, EntryType now) {
        return new Hiding(cause, ByteString.of(at), now);
    }
}
