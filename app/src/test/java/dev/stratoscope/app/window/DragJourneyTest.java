package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.app.compare.CompareTab;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableRow;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

/** What is dragged onto another thing of its kind is compared with it. */
class DragJourneyTest extends WindowTest {
    private static final Point2D LOWER = new Point2D(700, 700);

    private String comparison() throws Exception {
        quiet();
        return onScreen(() -> ((CompareTab) window.tabs().page()).titleProperty().get());
    }

    private TableRow<?> row(int index) {
        return robot.lookup(".table-row-cell").queryAllAs(TableRow.class).stream()
                .filter(row -> row.getIndex() == index && row.getItem() != null)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anImageDroppedOnAnotherIsComparedWithIt() throws Exception {
        for (String name : List.of("demo/family:1", "demo/family:2")) {
            Path file = TestImages.member(engine, name);
            onScreen(
                    () -> {
                        window.images().load(file);
                        return null;
                    });
            quiet();
        }
        String image = "application/x-stratoscope-image";
        onScreen(
                () -> {
                    TableRow<?> onto = row(1);
                    Point2D at = onto.localToScene(40, 10);
                    Drop.own(row(0), onto, at, image, "demo/family:1");
                    return null;
                });
        assertEquals("family:1 → 2", comparison());
    }

    @Test
    void aFileDroppedOnTheLowerHalfOfAnImageIsComparedWithIt() throws Exception {
        open(ComparedImages.before(engine));
        Path later = ComparedImages.after(engine);
        onScreen(
                () -> {
                    Drop.hoverAt(LOWER, window, later);
                    return null;
                });
        assertReads("Compare web:1.22 with web-1.24.tar");
        picture("drop-compare");
        onScreen(
                () -> {
                    Drop.filesAt(LOWER, window, later);
                    return null;
                });
        assertEquals("web:1.22 → 1.24", comparison());
    }

    @Test
    void aLayerDroppedOnAnotherIsComparedWithIt() throws Exception {
        open(ComparedImages.after(engine));
        Node stack = find(".layer-stack");
        onScreen(
                () -> {
                    Point2D top = stack.localToScene(150, 18);
                    Drop.own(stack, stack, top, "application/x-stratoscope-step", 0);
                    return null;
                });
        quiet();
        assertReads("From L0 to L3");
        picture("drop-layer");
    }
}
