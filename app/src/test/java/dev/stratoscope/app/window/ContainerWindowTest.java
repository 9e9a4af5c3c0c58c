package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.app.Drafts;
import dev.stratoscope.app.view.stack.LayerStack;
import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.RunSpecBuilder;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;

import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.DialogPane;
import javafx.scene.control.TableRow;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.testfx.service.query.PointQuery;
import org.testfx.service.query.impl.CallableBoundsPointQuery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Containers in a window, run for real where this machine can; skipped by name where not. */
abstract class ContainerWindowTest extends WindowTest {
    /** An image of one static program under the names that are used here. */
    static final String TOOL = "demo/tool:1";

    private static final Path BUSYBOX = Path.of("/bin/busybox");

    /** Loads {@link #TOOL}, where its containers can be run. */
    final void loadTool() throws Exception {
        assumeTrue(Files.isExecutable(BUSYBOX), "needs " + BUSYBOX);
        assumeTrue(
                engine.containers().runtimes().stream().anyMatch(each -> each.unfit() == null),
                "needs something that runs containers");
        LayerDraft layer =
                Drafts.layer()
                        .directory("bin", 0755)
                        .directory("tmp", 01777)
                        .file("bin/busybox", 0755, ByteString.of(Files.readAllBytes(BUSYBOX)));
        for (String name : List.of("sh", "sleep", "echo", "cat", "true", "stty", "seq")) {
            layer.symlink("bin/" + name, "busybox");
        }
        ImageDraft draft =
                Drafts.of(TOOL, List.of(new ImageDraft.Step("COPY bin /bin", layer.items())));
        engine.store().load(ImageSource.of(engine.write(draft, "tool.tar")), null, Progress.NONE);
    }

    /** Starts a container of {@link #TOOL}. */
    final Container start(String name, String... command) throws Exception {
        Container made =
                engine.containers()
                        .create(
                                new RunSpecBuilder(TOOL).name(name).command(command).build(),
                                Progress.NONE);
        made.start(Progress.NONE);
        return made;
    }

    @AfterEach
    void removeContainers() throws IOException {
        for (Container each : engine.containers().list()) {
            each.remove(true);
        }
    }

    /** Shows the tab of a container, with its layers. */
    final void show(Container container) throws Exception {
        String name = container.name();
        onScreen(
                () -> {
                    window.containers().openContainer(container.id(), name);
                    return null;
                });
        waitUntil("the layers are shown", () -> steps().size() > 1);
    }

    /** The steps of the stack that is shown. */
    final List<Step> steps() {
        return robot.lookup(LayerStack.class::isInstance)
                .tryQueryAs(LayerStack.class)
                .map(LayerStack::getSteps)
                .orElse(List.of());
    }

    /** Shows a part of the tab by a click on what it is called. */
    final void showPart(String title) throws Exception {
        robot.clickOn(
                robot.lookup(
                                (Node node) ->
                                        node.getStyleClass().contains("lower-tab")
                                                && String.valueOf(node.getAccessibleText())
                                                        .startsWith(title))
                        .queryAs(Node.class));
    }

    /** Waits for the row of a name in the file table that is shown. */
    final TableRow<?> row(String name) throws Exception {
        shown(name);
        return steady(() -> Objects.requireNonNull(listed(name), name));
    }

    /** Waits until a name is shown in the file table, wherever. */
    final void shown(String name) throws Exception {
        waitUntil(name + " is listed", () -> listed(name) != null);
    }

    /** A table measures with a row of its own, below a parent that is not seen. */
    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** The row of a name in the file table that is shown; null for none. */
    final @Nullable TableRow<?> listed(String name) {
        return robot.lookup(".file-table .table-row-cell").queryAllAs(TableRow.class).stream()
                .filter(row -> !row.isEmpty() && isSeen(row))
                .filter(row -> String.valueOf(spoken(row)).startsWith(name + ","))
                .findFirst()
                .orElse(null);
    }

    /** What is said of a row. */
    static @Nullable Object spoken(@Nullable TableRow<?> row) {
        return row == null ? null : row.queryAccessibleAttribute(AccessibleAttribute.TEXT);
    }

    /** Clicks the tick of a row. */
    final void tick(String name) throws Exception {
        robot.clickOn(cellOf(name, ".tick-cell"));
    }

    /** Clicks a row, which selects it. */
    final void choose(String name) throws Exception {
        robot.clickOn(cellOf(name, ".name-cell"));
    }

    /**
     * Where a cell of a row is, asked for again when the pointer has come there: a table that is
     * drawn anew meanwhile shows its rows in the same places, but by other nodes, and the node that
     * was there shows another row, or none.
     */
    final PointQuery cellOf(String name, String cell) throws Exception {
        row(name);
        return new CallableBoundsPointQuery(() -> boundsOf(name, cell)).atPosition(Pos.CENTER);
    }

    private Bounds boundsOf(String name, String cell) throws Exception {
        Bounds[] found = new Bounds[1];
        waitUntil(
                name + " is laid out",
                () -> {
                    TableRow<?> row = listed(name);
                    Node node = row == null ? null : row.lookup(cell);
                    found[0] = node == null ? null : node.localToScreen(node.getBoundsInLocal());
                    return found[0] != null;
                });
        return found[0];
    }

    /** Presses the button of a dialog that names its act. */
    final void answer(String dialog) throws Exception {
        waitUntil(dialog + " is asked", () -> robot.lookup(dialog).tryQuery().isPresent());
        DialogPane pane = robot.lookup(dialog).queryAs(DialogPane.class);
        Button act =
                onScreen(
                        () ->
                                (Button)
                                        pane.lookupButton(
                                                pane.getButtonTypes().stream()
                                                        .filter(
                                                                type ->
                                                                        type.getButtonData()
                                                                                == ButtonBar
                                                                                        .ButtonData
                                                                                        .OK_DONE)
                                                        .findFirst()
                                                        .orElseThrow()));
        robot.clickOn(act);
    }
}
