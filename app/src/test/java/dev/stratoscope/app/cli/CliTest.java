package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

class CliTest {
    @TempDir private Path home = Path.of("");

    @Test
    void withoutAVerbTheWindowOpens() {
        assertTrue(CommandLineRun.done().windows().startsWith("open null "));
        String asked =
                CommandLineRun.done(
                                "x.tar",
                                "--theme",
                                "dark",
                                "--size=1440x900",
                                "--home",
                                "/h",
                                "--platform",
                                "linux/arm64/v8",
                                "--limit",
                                "entries=5",
                                "--limit=expandedBytes=2GiB",
                                "--debug")
                        .windows();
        assertEquals(
                "open x.tar WindowOptions[home=/h, platform=linux/arm64/v8, limits=[entries=5"
                        + " expandedBytes=2147483648], theme=DARK, width=1440, height=900,"
                        + " debug=true]",
                asked);
    }

    @Test
    void aPictureNeedsNoDisplay() {
        String asked = CommandLineRun.done("x.tar", "--picture", "out.png").windows();
        assertTrue(asked.startsWith("picture x.tar out.png "), asked);
        assertTrue(asked.contains("theme=SYSTEM, width=0, height=0"), asked);
    }

    @Test
    void aLimitIsToldOfAndCanBeRaised() throws IOException {
        String source = image();
        CommandLineRun refused = CommandLineRun.of("tree", source, "--limit", "documentBytes=10");
        assertEquals(1, refused.status());
        assertEquals(1, refused.err().lines().count(), refused.err());
        assertTrue(refused.err().contains("documentBytes=10; --limit documentBytes=VALUE sets"));
        CommandLineRun.done("tree", source, "--limit", "documentBytes=10kB");
        CommandLineRun.done(
                "--limit", "documentBytes=5", "tree", source, "--limit=documentBytes=1MiB");
        CommandLineRun before = CommandLineRun.of("--limit=documentBytes=5", "tree", source);
        assertEquals(1, before.status());
    }

    @Test
    void aLimitThatIsNoneIsWrongUsage() {
        for (String limit :
                List.of(
                        "entries",
                        "entries=",
                        "entries=-1",
                        "entries=0",
                        "entries=9TB",
                        "x=1",
                        "entries=5apples")) {
            CommandLineRun run = CommandLineRun.of("--limit", limit, "tree", "x.tar");
            assertEquals(2, run.status(), limit);
        }
    }

    @Test
    void globalOptionsStandBeforeTheVerbOrAfterIt() throws IOException {
        String source = image();
        String plain = CommandLineRun.done("layers", source).out();
        for (List<String> args :
                List.of(
                        List.of("--platform", "linux/amd64", "layers", source),
                        List.of("layers", "--platform=linux/amd64", source),
                        List.of("--home", home.toString(), "--progress=none", "layers", source),
                        List.of("layers", source, "--home", home.toString(), "--debug"))) {
            assertEquals(plain, CommandLineRun.done(args.toArray(new String[0])).out());
        }
        assertEquals(1, CommandLineRun.of("--platform", "plan9/mips", "layers", source).status());
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertTrue(CommandLineRun.done("--help").out().contains("verify"));
        assertTrue(CommandLineRun.done("tree", "--help").out().contains("--upto=N"));
        assertTrue(CommandLineRun.done("--version").out().startsWith("stratoscope "));
    }

    @Test
    void historyHasTimesAndBytesWhenAsked() throws IOException {
        String source = image();
        assertEquals(
                List.of(
                        "IMAGE          CREATED AT             CREATED BY                          "
                                + "            SIZE      COMMENT",
                        "<missing>      2026-11-20T22:10:07Z   COPY etc /                          "
                                + "            1500      "),
                List.of(
                        CommandLineRun.done("history", "--human=false", source).lines().getFirst(),
                        CommandLineRun.done("history", "-H=false", source).lines().getLast()));
        assertTrue(
                CommandLineRun.done("history", source).lines().getLast().contains("4 weeks ago"));
    }

    @Test
    void historyIsTruncatedUnlessAsked() throws IOException {
        String source = image();
        String cut = CommandLineRun.done("history", source).lines().get(1);
        assertTrue(cut.contains(" RUN echo a b\\x1b[2J " + "z".repeat(24) + "\u2026 "), cut);
        String whole = CommandLineRun.done("history", "--no-trunc", source).lines().get(1);
        assertTrue(whole.startsWith("sha256:"), whole);
        assertTrue(whole.contains("z".repeat(60)), whole);
    }

    @Test
    void quietHistoryShowsIdsOnly() throws IOException {
        String source = image();
        List<String> ids = CommandLineRun.done("history", "-q", source).lines();
        assertEquals(2, ids.size());
        assertTrue(ids.get(0).matches("[0-9a-f]{12}"), ids.get(0));
        assertEquals("<missing>", ids.get(1));
        String id = CommandLineRun.done("history", "-q", "--no-trunc", source).lines().get(0);
        assertTrue(id.matches("sha256:[0-9a-f]{64}"), id);
    }

    @Test
    void inspectLeavesAngleBracketsAndEmptyArraysAsDockerDoes() throws IOException {
        String text = CommandLineRun.done("inspect", image()).out();
        assertTrue(text.contains("\"note\": \"<a> & b\""), text);
        assertTrue(text.contains("        \"RepoDigests\": [],\n"), text);
        assertTrue(text.contains("\"demo/draft:1\""), text);
    }

    @Test
    void layersAreATableForPeople() throws IOException {
        List<String> lines = CommandLineRun.done("layers", image()).lines();
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).startsWith("LAYER     DIGEST"), lines.get(0));
        assertTrue(lines.get(1).endsWith("   COPY etc /"), lines.get(1));
        assertTrue(lines.get(2).contains("RUN echo a b\\x1b[2J zzz"), lines.get(2));
    }

    @Test
    void progressIsShownOnlyWhenAskedFor() throws IOException {
        String source = image();
        CommandLineRun.done("verify", source);
        CommandLineRun json = CommandLineRun.of("verify", "--progress=json", source);
        JsonNode last = new JsonMapper().readTree(json.err().lines().toList().getLast());
        assertEquals(last.get("total"), last.get("done"));
        assertTrue(last.get("done").asLong() > 0, json.err());
        String plain = CommandLineRun.of("verify", "--progress=plain", source).err();
        assertTrue(plain.startsWith("100% "), plain);
    }

    @Test
    void homeIsTheOptionThenTheVariableThenThePlatforms() {
        assertEquals(Path.of("/a"), HomeFolder.of(Path.of("/a"), name -> "/b"));
        assertEquals(Path.of("/b"), HomeFolder.of(null, Map.of("STRATOSCOPE_HOME", "/b")::get));
        assertTrue(
                HomeFolder.of(null, name -> null)
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .contains("stratoscope"));
    }

    private String image() throws IOException {
        return new DraftImage()
                .step("COPY etc /", DraftImage.layer().file("etc/motd", 0644, "m".repeat(1500)))
                .step(
                        "RUN echo\ta b\u001b[2J " + "z".repeat(60),
                        DraftImage.layer().file("etc/x", 0644, "x"))
                .writeTo(home);
    }
}
