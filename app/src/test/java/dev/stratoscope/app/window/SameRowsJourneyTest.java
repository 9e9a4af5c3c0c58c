package dev.stratoscope.app.window;

import dev.stratoscope.app.Drafts;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.ImageDraft.Step;

import org.junit.jupiter.api.Test;

/** Trees whose rows stand for the same nodes, yet say other things. */
final class SameRowsJourneyTest extends WindowTest {
    @Test
    void rowsTellWhatTheLayerBelowThemDid() throws Exception {
        ImageTab tab =
                open(
                        Drafts.write(
                                engine,
                                "twice",
                                step("COPY base / # buildkit", "1"),
                                step("RUN one # buildkit", "2".repeat(20)),
                                step("RUN two # buildkit", "3".repeat(300))));
        onScreen(
                () -> {
                    tab.body().setScope(Scope.THIS_LAYER);
                    tab.body().selectLayer(1);
                    return null;
                });
        quiet();
        assertReads("+19 B");
        onScreen(
                () -> {
                    tab.body().selectLayer(2);
                    return null;
                });
        quiet();
        assertReads("+280 B");
    }

    private static Step step(String instruction, String motd) {
        return new Step(instruction, Drafts.layer().file("etc/motd", 0644, motd).items());
    }
}
