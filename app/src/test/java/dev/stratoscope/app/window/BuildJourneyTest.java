package dev.stratoscope.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stratoscope.app.build.BuildTab;
import dev.stratoscope.app.image.ImageTab;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tab;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Builds with mouse and keys: drop, build, watch, open a middle step, break, fix, retry. */
final class BuildJourneyTest extends WindowTest {
    private static final Path BUSYBOX = Path.of("/bin/busybox");

    @Override
    Clock clock() {
        return Clock.systemUTC();
    }

    @Test
    void aDroppedFolderIsBuiltBrokenAndMended() throws Exception {
        Path context = context();
        drop(context);
        robot.clickOn("#start-build");
        waitUntil("it was built", () -> state().equals("built"));

        openStep("COPY busybox");
        waitUntil("the step is an image", () -> window.current() != null);
        ImageTab image = onScreen(window::current);
        assertTrue(image != null && image.source().built() != null);
        quiet();
        assertTrue(image.isComplete(), image.summary());
        backToBuild();

        edit("COPY www/ ./www/", "COPY ww/ ./www/");
        robot.clickOn("#start-build");
        waitUntil("a step failed", () -> state().equals("1 step failed"));
        waitUntil("it says so", () -> robot.lookup("#failure-callout").tryQuery().isPresent());
        picture("build-failed");

        edit("COPY ww/ ./www/", "COPY www/ ./www/");
        Files.writeString(context.resolve("www/index.html"), "<h1>Hello again</h1>\n");
        robot.clickOn("#retry-build");
        waitUntil("it was built again", () -> state().equals("built"));
        selectStep("COPY www/");
        picture("build-again");
        assertEquals("", hint(), "it is written as before");

        robot.clickOn("#explain-build");
        waitUntil("it tells what would rebuild", () -> state().equals("all cached"));
        robot.clickOn("Builds");
        waitUntil("the builds are listed", () -> builds().getItems().size() == 3);
        onScreen(
                () -> {
                    builds().getSelectionModel().selectIndices(0, 2);
                    return null;
                });
        waitUntil("two are compared", () -> compared().equals("1 step"));
        picture("builds");
    }

    @Test
    void whatCannotBeReadIsShownAtItsLineWhileTyping() throws Exception {
        drop(context());
        edit("EXPOSE 80", "EXPOZE 80");
        waitUntil("the error is told", () -> findings().equals("1 error"));
        picture("build-error");
        edit("EXPOZE 80", "EXPOSE 80");
        waitUntil("the finding is told", () -> findings().equals("1 finding"));
        robot.clickOn("#fix-finding");
        waitUntil("it is mended", () -> area().getText().contains("CMD [\"busybox\""));
    }

    private void drop(Path context) throws Exception {
        onScreen(
                () -> {
                    Drop.files(window, context);
                    return null;
                });
        waitUntil("the Dockerfile is shown", () -> area().getText().contains("FROM scratch"));
        waitUntil("its steps are planned", () -> steps().getItems().size() > 4);
    }

    private Path context() throws Exception {
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

    private void edit(String from, String to) throws Exception {
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
    private boolean planned(String line) {
        return findings().equals("1 error")
                || rows().stream().anyMatch(row -> spoken(row).contains(line));
    }

    private void openStep(String text) throws Exception {
        Node row = steady(() -> row(text));
        robot.clickOn(row.lookup(".open-step"));
    }

    private void selectStep(String text) throws Exception {
        robot.clickOn(steady(() -> row(text)));
    }

    private ListCell<?> row(String text) {
        return rows().stream().filter(row -> spoken(row).contains(text)).findFirst().orElseThrow();
    }

    private static String spoken(ListCell<?> row) {
        return String.valueOf(row.getAccessibleText());
    }

    private List<ListCell<?>> rows() {
        return robot.lookup("#build-steps .step-cell").queryAllAs(ListCell.class).stream()
                .filter(row -> !row.isEmpty())
                .<ListCell<?>>map(row -> row)
                .toList();
    }

    private void backToBuild() throws Exception {
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

    private TextArea area() {
        return robot.lookup("#dockerfile-text").tryQueryAs(TextArea.class).orElse(new TextArea());
    }

    private ListView<?> steps() {
        return robot.lookup("#build-steps").tryQueryAs(ListView.class).orElse(new ListView<>());
    }

    private TableView<?> builds() {
        return robot.lookup("#builds").tryQueryAs(TableView.class).orElse(new TableView<>());
    }

    private String compared() {
        return robot.lookup(".record-pane .hint").<Label>query().getText();
    }

    private String findings() {
        return robot.lookup("#finding-count")
                .tryQueryAs(Button.class)
                .filter(Node::isVisible)
                .map(button -> button.getText())
                .orElse("");
    }

    private String hint() {
        return robot.lookup(".dockerfile-pane .hint").<Label>query().getText();
    }

    /** What the header of the build that is shown says; empty for nothing. */
    private String state() {
        return robot.lookup(".build-tab .state-pill")
                .<Label>tryQuery()
                .filter(Node::isVisible)
                .map(Label::getText)
                .orElse("");
    }
}
