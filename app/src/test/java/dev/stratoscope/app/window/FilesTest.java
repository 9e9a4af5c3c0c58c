package dev.stratoscope.app.window;

import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.view.NoticeEvent;
import dev.stratoscope.app.view.stack.Scope;

import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.BeforeEach;

import java.util.ArrayList;
import java.util.List;

/** A layer of an image, shown with what it changed. */
abstract class FilesTest extends WindowTest {
    final List<String> notices = new ArrayList<>();
    ImageTab tab;
    TableView<?> table;

    @BeforeEach
    void openImage() throws Exception {
        tab = open(TestImages.layered(engine));
        table = (TableView<?>) find(".file-table");
        onScreen(
                () -> {
                    window.getScene()
                            .addEventFilter(
                                    NoticeEvent.SAID, event -> notices.add(event.notice().words()));
                    tab.body().setScope(Scope.UP_TO_HERE);
                    tab.body().selectLayer(1);
                    return null;
                });
        quiet();
    }

    /** Opens the row's menu by keys and clicks an item. */
    void choose(String item) throws Exception {
        robot.press(KeyCode.SHIFT).push(KeyCode.F10).release(KeyCode.SHIFT);
        quiet();
        robot.clickOn(words(item));
        quiet();
    }

    void focus(String name) throws Exception {
        robot.clickOn(label(name));
        quiet();
    }

    Node label(String name) {
        return robot.lookup((Node node) -> carries(node, name) && isOf(node, "name")).query();
    }

    static boolean isOf(Node node, String style) {
        return node.getStyleClass().contains(style);
    }
}
