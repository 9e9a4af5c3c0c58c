package dev.stratoscope.app.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.stratoscope.model.compare.Comparison;
import dev.stratoscope.model.compare.Ignored;
import dev.stratoscope.model.compare.Side;
import dev.stratoscope.model.diff.PathState;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.LayerIndexBuilder;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/** What was typed stays with its file. */
class DraftsTest {
    @Test
    void whatWasTypedFollowsARename() throws IOException {
        Drafts drafts = new Drafts();
        TextFile read = TextFile.of(new byte[] {'a'});
        for (String path : List.of("a", "a/b", "ab")) {
            drafts.put(ByteString.of(path), new Drafts.Draft(read, state(), "typed"));
        }
        drafts.rename(ByteString.of("a"), ByteString.of("other"));
        assertEquals(
                List.of("ab", "other", "other/b"),
                drafts.unsaved().stream().map(ByteString::toString).toList());
        assertNotNull(drafts.get(ByteString.of("other/b")));
    }

    /** That of some file. */
    private static PathState state() throws IOException {
        LayerIndexBuilder layer = new LayerIndexBuilder(Limits.DEFAULT);
        layer.add(ByteString.of("a"), Attributes.file(0), 0, null, null);
        Side after = new Side(List.of(layer.build(0)), List.of(Digest.sha256(new byte[0])), 0);
        Side before = new Side(List.of(), List.of(), 0);
        return Comparison.of(before, after, Ignored.NOTHING, Progress.NONE).after(1);
    }
}
