package dev.stratoscope.app.view.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.ScreenTest;
import dev.stratoscope.app.view.LineView;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.Contents;
import dev.stratoscope.model.tree.Entry;

import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What a person does with the content of one file. */
final class PreviewPaneTest extends ScreenTest {
    private static final long TWO_GIGABYTES = 2L << 30;

    private JobScope scope;
    private PreviewPane pane;
    private Stage stage;

    @BeforeEach
    void show() throws Exception {
        scope = new JobScope(jobs);
        onScreen(
                () -> {
                    pane = new PreviewPane();
                    stage = new Stage();
                    stage.setScene(new Scene(pane, 360, 420));
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
    void linesAreCopiedAsTheyAreNotAsTheyAreShown() throws Exception {
        open("x", "a\tb\u202ec\nsecond\n".getBytes(StandardCharsets.UTF_8));
        LineView lines = (LineView) find(".line-view");
        onScreen(
                () -> {
                    lines.getSelectionModel().selectRange(0, 2);
                    lines.requestFocus();
                    return null;
                });
        robot.push(KeyCode.SHORTCUT, KeyCode.C);
        WaitForAsyncUtils.waitForFxEvents();
        assertEquals(
                "a\tb\u202ec\nsecond", onScreen(() -> Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void hexOfTwoGigabytesIsJumpedIntoAndReadOnDemand() throws Exception {
        Contents huge =
                (entry, offset) ->
                        new InputStream() {
                            private long next = offset;

                            @Override
                            public int read() {
                                return next == TWO_GIGABYTES ? -1 : (int) (next++ >> 20) & 0xff;
                            }

                            @Override
                            public int read(byte[] into, int from, int length) {
                                int count = (int) Math.min(length, TWO_GIGABYTES - next);
                                for (int i = 0; i < count; i++) {
                                    into[from + i] = (byte) (next++ >> 20);
                                }
                                return count == 0 && length > 0 ? -1 : count;
                            }
                        };
        open(huge, new Entry(ByteString.of("huge.bin"), 0, TWO_GIGABYTES, 0, null, null));
        assertReads("00000000");
        robot.clickOn(".jump-bar .text-field");
        robot.write("0x7fffff00\n");
        quiet();
        assertReads("7fffff00");
        assertReads("ff ff ff ff ff ff ff ff ");
        robot.clickOn(".jump-bar .text-field");
        robot.eraseText(12);
        robot.write("2147483648\n");
        quiet();
        assertReads("ends at 2,147,483,648");
        robot.clickOn(".hex-view");
        robot.push(KeyCode.HOME);
        quiet();
        assertReads("00000000");
        robot.push(KeyCode.END);
        quiet();
        assertReads("7ffffff8");
    }

    @Test
    void memberOfAnArchiveIsShownInThePaneAndLeftAgain() throws Exception {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(inner)) {
            gzip.write("deep words".getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("META-INF/MANIFEST.MF"));
            zip.write("Main-Class: x\n".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("a\u202eb\n.gz"));
            zip.write(inner.toByteArray());
        }
        open("app.jar", out.toByteArray());
        assertReads("2 members");
        assertReads("a\\u202eb\\n.gz");
        TableView<?> members = (TableView<?>) find(".member-table");
        onScreen(
                () -> {
                    members.requestFocus();
                    return null;
                });
        robot.push(KeyCode.ENTER);
        quiet();
        assertReads("META-INF/MANIFEST.MF");
        assertEquals(
                "Main-Class: x", onScreen(() -> ((LineView) find(".line-view")).getItems().get(0)));
        robot.clickOn("app.jar");
        quiet();
        assertReads("2 members");
        onScreen(
                () -> {
                    members.getSelectionModel().select(1);
                    members.requestFocus();
                    return null;
                });
        robot.push(KeyCode.ENTER);
        quiet();
        assertEquals(
                "deep words", onScreen(() -> ((LineView) find(".line-view")).getItems().get(0)));
    }

    @Test
    void pictureIsShownAtItsSizeAndItsBytesOnDemand() throws Exception {
        open("logo.png", MagicTest.picture("PNG", 40, 30));
        ImageView view = (ImageView) find(".picture-view .image-view");
        assertEquals(40, onScreen(() -> view.getLayoutBounds().getWidth()));
        robot.clickOn("Hex");
        quiet();
        assertReads("89 50 4e 47 0d 0a 1a 0a ");
    }

    @Test
    void damagedPictureSaysSo() throws Exception {
        byte[] bytes = MagicTest.picture("PNG", 40, 30);
        open("logo.png", Arrays.copyOf(bytes, 40));
        assertReads("the picture is damaged");
    }

    @Test
    void wordsAreFoundFromTheKeyboard() throws Exception {
        open("x.txt", "one\ntwo\nOne more\n".getBytes(StandardCharsets.UTF_8));
        robot.clickOn(".line-view");
        robot.push(KeyCode.SHORTCUT, KeyCode.F);
        robot.write("one");
        quiet();
        assertReads("1 of 2");
        robot.push(KeyCode.ENTER);
        assertReads("2 of 2");
        LineView lines = (LineView) find(".line-view");
        assertEquals(2, onScreen(() -> lines.getSelectionModel().getSelectedIndex()));
        robot.push(KeyCode.ESCAPE);
        assertFalse(find(".find-bar").isVisible());
    }

    @Test
    void whatCannotBeReadIsSaidInThePane() throws Exception {
        Contents broken =
                (entry, offset) -> {
                    throw new IOException("L2 is damaged at 4,096 bytes");
                };
        open(broken, new Entry(ByteString.of("x"), 2, 10, 0, null, null));
        assertReads("It cannot be shown: L2 is damaged at 4,096 bytes");
    }

    @Test
    void readingStopsWhenAnotherFileIsShown() throws Exception {
        Contents endless =
                (entry, offset) ->
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                try {
                                    Thread.sleep(60_000);
                                } catch (InterruptedException e) {
                                    throw new IOException(e);
                                }
                                return 0;
                            }

                            @Override
                            public int read(byte[] into, int from, int length) throws IOException {
                                into[from] = (byte) read();
                                return 1;
                            }
                        };
        onScreen(
                () -> {
                    pane.open(scope, endless, new Entry(ByteString.of("x"), 0, 9, 0, null, null));
                    return null;
                });
        waitUntil("it is being read", () -> reads("Reading…"));
        open("y", "now this".getBytes(StandardCharsets.UTF_8));
        assertTrue(find(".line-view").isVisible());
    }

    private void open(String name, byte[] bytes) throws Exception {
        open(
                (entry, offset) ->
                        new ByteArrayInputStream(bytes, (int) offset, bytes.length - (int) offset),
                new Entry(ByteString.of(name), 0, bytes.length, 0, null, null));
    }

    private void open(Contents contents, Entry entry) throws Exception {
        onScreen(
                () -> {
                    pane.open(scope, contents, entry);
                    return null;
                });
        quiet();
    }
}
