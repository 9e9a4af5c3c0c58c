package dev.stratoscope.app.window.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.view.Act;

import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.List;
import java.util.function.Consumer;

class QueryTest {
    private final Finds finds =
            new Finds() {
                @Override
                public List<Act> commands() {
                    return List.of(act("Close tab"), act("Use the dark theme"), act("Open file…"));
                }

                @Override
                public List<Act> places() {
                    return List.of(act("Go to layer L1").hint("RUN apt-get install nginx"));
                }

                @Override
                public List<Act> images() {
                    return List.of(act("nginx:1.22"));
                }

                @Override
                public void files(String text, Consumer<List<Act>> found) {
                    found.accept(List.of());
                }
            };

    @Test
    void aSignChoosesTheKind() {
        assertEquals(List.of("Close tab"), names(">clo"));
        assertEquals(List.of("nginx:1.22"), names("@ng"));
        assertEquals(List.of(), names("/nginx"), "files are looked for elsewhere");
    }

    @Test
    void withoutASignEverythingIsSoughtTheBestFirst() {
        assertEquals(List.of("nginx:1.22", "Go to layer L1"), names("nginx"));
    }

    @Test
    void nothingTypedListsPlacesAndCommandsInTheirOrder() {
        assertEquals(
                List.of("Go to layer L1", "Close tab", "Use the dark theme", "Open file…"),
                names(""));
    }

    @Test
    void filesAreSoughtFromTheSecondLetterOrByTheirSign() {
        assertFalse(Query.of("n").wantsFiles());
        assertTrue(Query.of("ng").wantsFiles());
        assertTrue(Query.of("/n").wantsFiles());
        assertFalse(Query.of(">ng").wantsFiles());
    }

    private List<String> names(String typed) {
        return Query.of(typed).choose(finds).stream().map(Act::name).toList();
    }

    private static Act act(String name) {
        return Act.of(name, MaterialDesignC.CLOSE, () -> {});
    }
}
