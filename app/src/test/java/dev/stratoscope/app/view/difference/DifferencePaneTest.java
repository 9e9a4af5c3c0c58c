package dev.stratoscope.app.view.difference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.ScreenTest;
import dev.stratoscope.model.tree.Contents;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TreeTableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;

/** What a person does with two versions of one file. */
final class DifferencePaneTest extends ScreenTest {
    private static final long TWO_GIGABYTES = 2L << 30;

    private DifferencePane pane;
    private Stage stage;

    @BeforeEach
    void show() throws Exception {
        onScreen(
                () -> {
                    pane = new DifferencePane(new JobScope(jobs));
                    stage = new Stage();
                    stage.setScene(new Scene(pane, 900, 420));
                    stage.show();
                    return null;
                });
    }

    @AfterEach
    void close() throws Exception {
        onScreen(
                () -> {
                    stage.close();
                    return null;
                });
    }

    @Test
    void changesAreWalkedFromTheKeyboardAndFoldsOpened() throws Exception {
        showText(numbered(100, 30, "old"), numbered(100, 30, "new"));
        assertReads("1 change");
        assertReads("26 lines unchanged");
        ListView<Row> list = list();
        robot.clickOn(list);
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.F7);
        assertReads("1 of 1 change");
        assertEquals(Row.Type.CHANGED, onScreen(() -> selected(list).type()));
        String spoken = onScreen(() -> cell("removed, line 30: old; added, line 30: new"));
        assertNotNull(spoken);
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(new Row(Row.Type.EQUAL, 0, 0, 1), onScreen(() -> selected(list)));
        assertFalse(reads("26 lines unchanged"));
        robot.push(KeyCode.N);
        assertEquals(29, onScreen(() -> selected(list).before()));
        robot.push(KeyCode.SHIFT, KeyCode.F7);
        assertEquals(29, onScreen(() -> selected(list).before()));
    }

    @Test
    void linesBelowEachOtherAreCopiedAsAPatch() throws Exception {
        showText("same\nold\n", "same\nnew\n");
        robot.clickOn("Inline");
        quiet();
        ListView<Row> list = list();
        onScreen(
                () -> {
                    list.requestFocus();
                    list.getSelectionModel().selectRange(0, 3);
                    return null;
                });
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                " same\n-old\n+new", onScreen(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void whiteSpaceIsIgnoredAndWhatIsLeftIsSaid() throws Exception {
        showText("a b\n", "a  b\n");
        assertReads("1 change");
        robot.clickOn("Ignore white space");
        quiet();
        assertReads("0 changes");
        assertReads("nothing but white space");
    }

    @Test
    void lineEndsAndEncodingsThatDifferAreSaid() throws Exception {
        showText("a\nb\n", "a\r\nb\r\n");
        assertReads("only how they end differs");
        byte[] latin = "d\u00e9j\u00e0 vu encore\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] utf = "d\u00e9j\u00e0 vu alors\n".getBytes(StandardCharsets.UTF_8);
        show(Versions.file("a", "x", latin, 0644), Versions.file("b", "x", utf, 0644));
        assertReads("The encodings differ: perhaps ISO-8859-1 before, UTF-8 now.");
    }

    @Test
    void sameBytesShowWhatElseDiffers() throws Exception {
        byte[] bytes = "x".getBytes(StandardCharsets.UTF_8);
        show(Versions.file("a", "x", bytes, 0644), Versions.file("b", "x", bytes, 04755));
        assertReads("The bytes are the same");
        assertReads("0644  rw-r--r--");
        assertReads("4755  rwsr-xr-x");
    }

    @Test
    void linksShowTheirTargetsAndAttributesEscaped() throws Exception {
        show(Versions.link("a", "/one\u202e"), Versions.link("b", "/other"));
        assertReads("/one\\u202e");
        assertReads("/other");
        assertReads("x\\u202ey");
    }

    @Test
    void onlyVersionIsShownWhole() throws Exception {
        show(null, Versions.text("b", "x", numbered(50, 30, "new")));
        assertEquals(50, onScreen(() -> list().getItems().size()));
        assertEquals(Row.Type.ADDED, onScreen(() -> list().getItems().get(0).type()));
        show(Versions.text("a", "x", "gone\n"), null);
        assertEquals(Row.Type.REMOVED, onScreen(() -> list().getItems().get(0).type()));
    }

    @Test
    void manyLinesAreComparedAndScrolled() throws Exception {
        showText(numbered(150_000, 70_000, "old"), numbered(150_000, 70_000, "new"));
        assertReads("1 change");
        ListView<Row> list = list();
        robot.clickOn(list);
        robot.push(KeyCode.HOME);
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.END);
        WaitForAsyncUtils.waitForFxEvents();
        assertTrue(onScreen(() -> list.getItems().size()) > 70_000);
    }

    @Test
    void linesOfMegabytesAreCutWhereTheyDiffer() throws Exception {
        String start = "f(a,b);".repeat(300_000);
        showText(start + "1;", start + "2;");
        assertReads("lines are cut at 2,000");
        assertTrue(onScreen(() -> flows().contains("before … ")));
    }

    @Test
    void bytesOfTwoGigabytesAreSearchedForTheirDifferences() throws Exception {
        show(
                Versions.file("a", "x", huge(-1), TWO_GIGABYTES, 0644, null),
                Versions.file("b", "x", huge(50_000_000), TWO_GIGABYTES, 0644, null));
        assertTrue(onScreen(() -> flows().contains("02faf080")), () -> "shown at the difference");
        robot.clickOn(".hex-rows");
        robot.push(KeyCode.END);
        quiet();
        assertTrue(onScreen(() -> flows().contains("7ffffff8")), () -> "scrolled to the end");
    }

    @Test
    void membersAreOpenedAndLeftAgain() throws Exception {
        show(
                Versions.file("a", "x.jar", zip("META-INF/M=one\n", "same=1"), 0644),
                Versions.file("b", "x.jar", zip("META-INF/M=two\n", "same=1", "new=2"), 0644));
        assertReads("2 members differ");
        assertReads("1 unchanged member is not listed.");
        TreeTableView<?> tree = (TreeTableView<?>) find(".member-tree");
        onScreen(
                () -> {
                    tree.requestFocus();
                    tree.getSelectionModel().select(1);
                    return null;
                });
        robot.push(KeyCode.ENTER);
        quiet();
        assertReads("1 change");
        assertReads("META-INF/M");
        robot.clickOn("path/x");
        quiet();
        assertReads("2 members differ");
    }

    @Test
    void damagedArchivesAreComparedAsFarAsTheyGo() throws Exception {
        byte[] whole = zip("a=1", "b=2");
        show(
                Versions.file("a", "x.jar", whole, 0644),
                Versions.file("b", "x.jar", Arrays.copyOf(whole, whole.length - 30), 0644));
        assertReads("The new archive is damaged after");
    }

    @Test
    void picturesAreShownBesideEachOther() throws Exception {
        show(
                Versions.file("a", "x.png", picture(40, 30), 0644),
                Versions.file("b", "x.png", picture(50, 30), 0644));
        assertEquals(2, onScreen(() -> pane.lookupAll(".image-view").size()));
        assertEquals(40, onScreen(() -> ((ImageView) find(".image-view")).getImage().getWidth()));
        assertReads("PNG image, 50 × 30");
        robot.clickOn("Hex");
        quiet();
        assertTrue(onScreen(() -> flows().contains("89 50 4e 47")));
    }

    @Test
    void textAgainstBytesIsShownAsBytesAndSaysWhy() throws Exception {
        show(
                Versions.text("a", "x", "words\n"),
                Versions.file("b", "x", new byte[] {'w', 0, 1, 2}, 0644));
        assertReads("The new version is not text: byte 0x00 at offset 1.");
    }

    @Test
    void textsOfVeryManyLinesAreShownAsBytes() throws Exception {
        showText("\n".repeat(2_000_000), "\n".repeat(2_000_001));
        assertReads("Text of more than 1,000,000 lines, which are not compared.");
        find(".hex-rows");
    }

    @Test
    void whatCannotBeReadIsSaidInThePane() throws Exception {
        Contents broken =
                (entry, offset) -> {
                    throw new IOException("L2 is damaged at 4,096 bytes");
                };
        show(Versions.text("a", "x", "a"), Versions.file("b", "x", broken, 10, 0644, null));
        assertReads("It cannot be shown: L2 is damaged at 4,096 bytes");
    }

    private void showText(String before, String after) throws Exception {
        show(Versions.text("a", "x.txt", before), Versions.text("b", "x.txt", after));
    }

    private void show(@Nullable Version before, @Nullable Version after) throws Exception {
        onScreen(
                () -> {
                    pane.show("path/x", before, after);
                    return null;
                });
        quiet();
    }

    private static String numbered(int count, int odd, String words) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> i == odd ? words : "line " + i)
                .collect(Collectors.joining("\n"));
    }

    private static Contents huge(long odd) {
        return (entry, offset) ->
                new InputStream() {
                    private long next = offset;

                    @Override
                    public int read() {
                        byte[] one = new byte[1];
                        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
                    }

                    @Override
                    public int read(byte[] into, int from, int length) {
                        int count = (int) Math.min(length, TWO_GIGABYTES - next);
                        Arrays.fill(into, from, from + count, (byte) 0);
                        if (odd >= next && odd < next + count) {
                            into[from + (int) (odd - next)] = 1;
                        }
                        next += count;
                        return count == 0 && length > 0 ? -1 : count;
                    }
                };
    }

    private static byte[] zip(String... members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String member : members) {
                int equals = member.indexOf('=');
                ZipEntry entry = new ZipEntry(member.substring(0, equals));
                entry.setTime(1_700_000_000_000L);
                zip.putNextEntry(entry);
                zip.write(member.substring(equals + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] picture(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    @SuppressWarnings("unchecked") // the pane's lists of lines hold nothing else
    private ListView<Row> list() {
        return (ListView<Row>) find(".list-view");
    }

    private static Row selected(ListView<Row> list) {
        return list.getItems().get(list.getSelectionModel().getSelectedIndex());
    }

    private @Nullable String cell(String spoken) {
        return pane.lookupAll(".row-cell").stream()
                .map(Node::getAccessibleText)
                .filter(spoken::equals)
                .findFirst()
                .orElse(null);
    }

    /** All that is to be read in lines. */
    private String flows() {
        StringBuilder text = new StringBuilder();
        for (Node node : pane.lookupAll(".marked-line")) {
            TextFlow flow = (TextFlow) node.lookup("TextFlow");
            for (Node piece : flow.getChildren()) {
                text.append(((Text) piece).getText());
            }
            text.append('\n');
        }
        return text.toString();
    }
}
