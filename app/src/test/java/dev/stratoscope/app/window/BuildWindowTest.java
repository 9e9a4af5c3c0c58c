package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.app.build.BuildTab;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A window with a Dockerfile to be built. */
abstract class BuildWindowTest extends WindowTest {
    static final Path BUSYBOX = Path.of("/bin/busybox");

    @Override
    Clock clock() {
        return Clock.systemUTC();
    }

    void drop(Path context) throws Exception {
        onScreen(
                () -> {
                    Drop.files(window, context);
                    return null;
                });
        waitUntil("the Dockerfile is shown", () -> area().getText().contains("FROM scratch"));
        waitUntil("its steps are planned", () -> steps().getItems().size() > 4);
    }

    Path context() throws Exception {
        assumeTrue(Files.isExecutable(BUSYBOX), "needs " + BUSYBOX);
        Path context = Files.createDirectories(folder.resolve("site"));
        Files.copy(BUSYBOX, context.resolve("busybox"));
        Files.createDirectories(context.resolve("www"));
        Files.writeString(context.resolve("www/index.html"), "<h1>Hello</h1>\n");
        Files.writeString(
                context.resolve("Dockerfile"),
                """
                # What a small site needs
                ARG GREETING=hello
                FROM scratch AS tools
                COPY busybox /bin/busybox
                ENV PATH=/bin

                FROM tools AS site
                ARG GREETING
                WORKDIR /srv
                COPY www/ ./www/
                LABEL greeting="$GREETING"
                EXPOSE 80
                CMD busybox httpd -f -h /srv/www
                """);
        return context;
    }

    void edit(String from, String to) throws Exception {
        TextArea area = area();
        onScreen(
                () -> {
                    int at = area.getText().indexOf(from);
                    area.replaceText(at, at + from.length(), to);
                    return null;
                });
        waitUntil("typing has paused", () -> planned(to));
    }

    /** Whether the steps that are shown are those of the text, or cannot be. */
    boolean planned(String line) {
        return findings().equals("1 error")
                || rows().stream().anyMatch(row -> spoken(row).contains(line));
    }

    void openStep(String text) throws Exception {
        Node row = steady(() -> row(text));
        robot.clickOn(row.lookup(".open-step"));
    }

    void selectStep(String text) throws Exception {
        robot.clickOn(steady(() -> row(text)));
    }

    ListCell<?> row(String text) {
        return rows().stream().filter(row -> spoken(row).contains(text)).findFirst().orElseThrow();
    }

    static String spoken(ListCell<?> row) {
        return String.valueOf(row.getAccessibleText());
    }

    List<ListCell<?>> rows() {
        return robot.lookup("#build-steps .step-cell").queryAllAs(ListCell.class).stream()
                .filter(row -> !row.isEmpty())
                .<ListCell<?>>map(row -> row)
                .toList();
    }

    void backToBuild() throws Exception {
        onScreen(
                () -> {
                    Tab tab =
                            window.tabs().all().stream()
                                    .filter(one -> one.getContent() instanceof BuildTab)
                                    .findFirst()
                                    .orElseThrow();
                    window.tabs().pane().getSelectionModel().select(tab);
                    return null;
                });
        quiet();
    }

    TextArea area() {
        return robot.lookup("#dockerfile-text").tryQueryAs(TextArea.class).orElse(new TextArea());
    }

    ListView<?> steps() {
        return robot.lookup("#build-steps").tryQueryAs(ListView.class).orElse(new ListView<>());
    }

    TableView<?> builds() {
        return robot.lookup("#builds").tryQueryAs(TableView.class).orElse(new TableView<>());
    }

    String compared() {
        return robot.lookup(".record-pane .hint").<Label>query().getText();
    }

    String findings() {
        return robot.lookup("#finding-count")
                .tryQueryAs(Button.class)
                .filter(Node::isVisible)
                .map(button -> button.getText())
                .orElse("");
    }

    String hint() {
        return robot.lookup(".dockerfile-pane .hint").<Label>query().getText();
    }

    /** What the header of the build that is shown says; empty for nothing. */
    String state() {
        return robot.lookup(".build-tab .state-pill")
                .<Label>tryQuery()
                .filter(Node::isVisible)
                .map(Label::getText)
                .orElse("");
    }
}
