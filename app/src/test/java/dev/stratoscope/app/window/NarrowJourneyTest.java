package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.model.tree.ByteString;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Small windows and large letters: nothing is cut, and nothing gets lost. */
final class NarrowJourneyTest extends WindowTest {
    private static final List<String> BARS =
            List.of(
                    ".rail",
                    ".subject-header",
                    ".pane-title",
                    ".pane-bar",
                    ".chip-bar",
                    ".lower-strip",
                    ".status-bar");

    @ParameterizedTest
    @CsvSource({
        "800, 560, 100",
        "800, 560, 200",
        "940, 600, 100",
        "1000, 700, 150",
        "1180, 760, 100",
        "1440, 900, 150",
        "1440, 900, 200"
    })
    void noBarCutsItsWords(double width, double height, int percent) throws Exception {
        open(TestImages.layered(engine));
        onScreen(
                () -> {
                    window.change(settings -> settings.withScale(percent));
                    window.getScene().getWindow().setWidth(width);
                    window.getScene().getWindow().setHeight(height);
                    return null;
                });
        quiet();
        assertEquals(List.of(), onScreen(this::cut));
        onScreen(
                () -> {
                    robot.lookup(".lower-tab").queryAs(ToggleButton.class).fire();
                    return null;
                });
        quiet();
        assertEquals(List.of(), onScreen(this::cut), "with the lower panel");
    }

    @ParameterizedTest
    @CsvSource({"1179, true", "1180, false"})
    void theDetailsFoldBelow1180(double width, boolean folded) throws Exception {
        open(TestImages.layered(engine));
        onScreen(
                () -> {
                    window.getScene().getWindow().setWidth(width);
                    return null;
                });
        quiet();
        assertEquals(folded, robot.lookup(".details").tryQuery().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 25, 60, 119})
    void theSelectedRowStaysInSightWhenTheLowerPanelOpens(int row) throws Exception {
        open(TestImages.wide(engine, 120));
        TableView<?> table = robot.lookup(".file-table").queryAs(TableView.class);
        onScreen(
                () -> {
                    table.scrollTo(Math.max(0, row - 15));
                    table.getSelectionModel().clearAndSelect(row);
                    return null;
                });
        quiet();
        assertTrue(isInSight(table, row), "at first");
        onScreen(
                () -> {
                    robot.lookup(".lower-tab").queryAs(ToggleButton.class).fire();
                    return null;
                });
        quiet();
        assertTrue(isInSight(table, row), "with the lower panel");
    }

    private boolean isInSight(TableView<?> table, int row) throws Exception {
        return onScreen(
                () -> {
                    VirtualFlow<?> flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
                    IndexedCell<?> cell = flow.getVisibleCell(row);
                    return cell != null
                            && cell.getLayoutY() >= 0
                            && cell.getLayoutY() + cell.getHeight() <= flow.getHeight();
                });
    }

    @Test
    void aPathOfAKindThatIsOffIsShownWhenItIsAskedFor() throws Exception {
        ImageTab tab = open(TestImages.layered(engine));
        look(tab, 1, Scope.UP_TO_HERE);
        for (int kind = 1; kind <= 4; kind++) {
            int number = kind;
            onScreen(
                    () -> {
                        tab.body().toggleKind(number);
                        return null;
                    });
        }
        quiet();
        onScreen(
                () -> {
                    tab.reveal(ByteString.of("srv/new.txt"));
                    return null;
                });
        quiet();
        assertEquals("srv/new.txt", String.valueOf(onScreen(() -> tab.place().path())));
        onScreen(
                () -> {
                    tab.body().toggleKind(1);
                    return null;
                });
        quiet();
        assertTrue(
                onScreen(
                        () ->
                                robot.lookup(".chip").queryAllAs(ToggleButton.class).stream()
                                        .noneMatch(
                                                chip ->
                                                        chip.getAccessibleText().startsWith("Added")
                                                                && chip.isSelected())),
                "it can be turned off again");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 175})
    void theStackIsAsWideAsBeforeWhenThereIsRoomAgain(int percent) throws Exception {
        open(TestImages.layered(engine));
        double before = stackWidth();
        scale(percent);
        assertTrue(stackWidth() < before, "narrower for a while");
        scale(100);
        assertEquals(before, stackWidth(), 1);
    }

    private void scale(int percent) throws Exception {
        onScreen(
                () -> {
                    window.change(settings -> settings.withScale(percent));
                    return null;
                });
        quiet();
    }

    private double stackWidth() throws Exception {
        return onScreen(() -> robot.lookup(".layer-stack").queryAs(Region.class).getWidth());
    }

    private List<String> cut() {
        List<String> found = new ArrayList<>();
        for (String bar : BARS) {
            for (Node node : robot.lookup(bar).queryAll()) {
                if (isShown(node)) {
                    collect(node, node, found);
                }
            }
        }
        return found;
    }

    private static void collect(Node bar, Node node, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && isCut(labeled)) {
            found.add("\"" + labeled.getText() + "\" is cut in " + bar.getStyleClass());
        }
        Bounds around = bar.localToScene(bar.getLayoutBounds());
        boolean within = around.contains(node.localToScene(node.getLayoutBounds()));
        if (node instanceof Labeled labeled && !within && node.isManaged()) {
            found.add("\"" + labeled.getText() + "\" leaves " + bar.getStyleClass());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(bar, child, found));
        }
    }

    private static boolean isCut(Labeled labeled) {
        boolean says =
                labeled.getText() != null
                        && !labeled.getText().isEmpty()
                        && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY
                        && !labeled.getStyleClass().contains("subject")
                        && !labeled.isWrapText();
        return says
                && labeled.getChildrenUnmodifiable().stream()
                        .filter(Text.class::isInstance)
                        .map(Text.class::cast)
                        .filter(text -> text.getStyleClass().contains("text"))
                        .noneMatch(text -> Objects.equals(text.getText(), labeled.getText()));
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
