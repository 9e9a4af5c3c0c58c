package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.build.BuildEvent;
import dev.stratoscope.model.build.Miss;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.ByteString;
import dev.stratoscope.model.tree.FileTree;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;

class BuildCopyTest extends CopyFixture {
    @Test
    void filesFoldersAndLinksAreCopiedAsDockerDoes() throws IOException {
        file("a.txt", "a\n");
        file("dir/sub/g", "gg");
        mode("dir/sub", "rwx------");
        file("dir/f", "f");
        mode("dir/f", "rwxr-x---");
        link("dir/out", "../../etc");
        link("ldir", "dir");
        link("la", "/a.txt");
        assertEquals(
                """
                d/ d 755 0:0
                d/f - 750 0:0 1
                d/out l 777 0:0 ../../etc
                d/sub/ d 700 0:0
                d/sub/g - 644 0:0 2
                deep/ d 755 0:0
                deep/er/ d 755 0:0
                deep/er/la - 644 0:0 2
                w/ d 755 0:0
                w/x/ d 755 0:0
                w/x/b - 644 0:0 2
                x - 644 0:0 2\
                """,
                tree(
                        build(
                                """
                                FROM scratch
                                COPY a.txt /x
                                COPY ldir d
                                WORKDIR /w/x
                                COPY la /deep/er/
                                COPY ../a.txt b
                                """)));
    }

    @Test
    void aTouchedFileRebuildsNothingAndAChangedByteSaysWhich() throws IOException {
        file("src/a", "one");
        file("src/b", "two");
        String text = "FROM scratch\nCOPY src /src\nWORKDIR /w\n";
        var first = build(text);
        Files.setLastModifiedTime(context.resolve("src/a"), FileTime.fromMillis(1_000_000_000));
        assertEquals(first.id(), build(text).id());
        assertTrue(results().stream().allMatch(one -> one.cached()), results() + "");
        file("src/b", "twO");
        build(text);
        Miss miss = results().getFirst().miss();
        assertEquals(Miss.Cause.FILE, miss.cause());
        assertEquals(
                List.of("src/b"), miss.differing().stream().map(Miss.Difference::name).toList());
    }

    @Test
    void theContextIsToldOfOnce() throws IOException {
        file("a", "12345");
        file("b", "123");
        file("c", "1");
        Files.writeString(context.resolve(".dockerignore"), "c\n");
        build("FROM scratch\nCOPY a /\nCOPY . /all/\n");
        List<BuildEvent> told =
                events.stream().filter(BuildEvent.ContextRead.class::isInstance).toList();
        assertEquals(1, told.size());
        var read = (BuildEvent.ContextRead) told.getFirst();
        assertEquals(3, read.files());
        assertEquals(10, read.bytes());
        assertEquals(1, read.excluded());
    }

    @Test
    void aMissingSourceIsNamedWithTheRuleThatLeavesItOut() throws IOException {
        file("secret/key", "k");
        Files.writeString(context.resolve(".dockerignore"), "# none\nsecret\n");
        String out = failure("FROM scratch\nCOPY secret/key /\n");
        assertTrue(out.contains("secret/key"), out);
        assertTrue(out.contains("line 2 of .dockerignore: secret"), out);
        String missing = failure("FROM scratch\nCOPY nowhere /\n");
        assertTrue(missing.contains("nowhere: is not in the context"), missing);
    }

    @Test
    void aPatternNeedsTheFolderItIsLookedForIn() throws IOException {
        file("dir/f", "1");
        assertEquals("", tree(build("FROM scratch\nCOPY dir/x* /\n")));
        String missing = failure("FROM scratch\nCOPY nodir/x* /\n");
        assertTrue(missing.contains("nodir: is not in the context"), missing);
        failure("FROM scratch\nCOPY dir/f/* /\n");
    }

    @Test
    void ofSeveralFilesThatBecomeOneTheLastOneStays() throws IOException {
        file("a", "1");
        file("b", "22");
        assertEquals("x - 644 0:0 2", tree(build("FROM scratch\nCOPY [ab] /x\n")));
        assertEquals("x - 644 0:0 1", tree(build("FROM scratch\nCOPY b a /x\n")));
    }

    @Test
    void whatIsLeftOutIsFoundBeforeTheBuild() throws IOException {
        file("secret/key", "k");
        Files.writeString(context.resolve(".dockerignore"), "secret\nlogs\n!logs/kept\n");
        var plan = engine.builds().plan(spec("FROM scratch\nCOPY secret/key logs /k/\n").build());
        var finding = plan.dockerfile().findings().getFirst();
        assertEquals(1, plan.dockerfile().findings().size());
        assertEquals("CopyIgnoredFile", finding.rule());
        assertEquals(2, finding.range().startLine());
        assertEquals("Line 1 of .dockerignore leaves it out: secret.", finding.reason());
        String skipped = "# check=skip=CopyIgnoredFile\nFROM scratch\nCOPY secret/key /\n";
        plan = engine.builds().plan(spec(skipped).build());
        assertEquals(List.of(), plan.dockerfile().findings());
    }

    @Test
    void theIgnoreFileBesideTheDockerfileCountsAlone() throws IOException {
        file("a", "a");
        file("b", "b");
        Files.writeString(context.resolve(".dockerignore"), "a\n");
        Files.writeString(folder.resolve("Dockerfile.dockerignore"), "*\n!a\n");
        assertEquals("c/ d 755 0:0\nc/a - 644 0:0 1", tree(build("FROM scratch\nCOPY . /c\n")));
    }

    @Test
    void onlyFoldersWithSomethingTakenAreThere() throws IOException {
        file("a/b/keep", "1");
        file("a/c/drop", "2");
        file("d/drop", "2");
        Files.writeString(context.resolve(".dockerignore"), "*\n!**/keep\n");
        assertEquals(
                "c/ d 755 0:0\nc/a/ d 755 0:0\nc/a/b/ d 755 0:0\nc/a/b/keep - 644 0:0 1",
                tree(build("FROM scratch\nCOPY . /c/\n")));
    }

    @Test
    void aFolderWithNothingTakenIsNotThere() throws IOException {
        file("a/drop", "2");
        Files.writeString(context.resolve(".dockerignore"), "*\n!**/keep\n");
        String failure = failure("FROM scratch\nCOPY a /d\n");
        assertTrue(failure.contains("left out of the context by line 1"), failure);
    }

    @Test
    void textsBelowAnInstructionBecomeFiles() throws IOException {
        assertEquals(
                "d/ d 755 0:0\nd/one - 644 0:0 4\nd/two - 644 0:0 2\nrun - 755 5:5 3",
                tree(
                        build(
                                """
                                FROM scratch
                                ENV v=abc
                                COPY <<one <<"two" /d/
                                $v
                                one
                                $
                                two
                                COPY --chmod=755 --chown=5 <<EOF /run
                                hi
                                EOF
                                """)));
    }

    @Test
    void modesAreChangedByLettersToo() throws IOException {
        file("d/x", "");
        mode("d/x", "rwxr-----");
        file("d/f", "");
        mode("d/f", "rw-r-----");
        assertEquals(
                """
                e/ d 755 0:0
                e/f - 604 0:0 0
                e/x - 705 0:0 0
                y - 4711 0:0 0\
                """,
                tree(
                        build(
                                """
                                FROM scratch
                                COPY --chmod=g=,o+rX d /e
                                COPY --chmod=u=rwxs,go=x d/f /y
                                """)));
    }

    @Test
    void foldersAboveAreMadeToo() throws IOException {
        file("x/one/a.txt", "a");
        mode("x/one", "rwx------");
        file("x/two/deep/b.txt", "b");
        file("x/two/c.md", "c");
        assertEquals(
                """
                all/ d 755 0:0
                all/x/ d 755 0:0
                all/x/one/ d 700 0:0
                all/x/one/a.txt - 644 0:0 1
                all/x/two/ d 755 0:0
                all/x/two/deep/ d 755 0:0
                all/x/two/deep/b.txt - 644 0:0 1
                dir/ d 755 0:0
                dir/two/ d 755 0:0
                dir/two/c.md - 644 0:0 1
                dir/two/deep/ d 755 0:0
                dir/two/deep/b.txt - 644 0:0 1
                piv/ d 755 0:0
                piv/one/ d 700 0:0
                piv/one/a.txt - 644 0:0 1\
                """,
                tree(
                        build(
                                """
                                FROM scratch
                                COPY --parents ./**/*.txt /all/
                                COPY --parents x/./one/*.txt /piv/
                                COPY --parents ./x/./two dir/
                                """)));
    }

    @Test
    void excludedPatternsAreNotCopied() throws IOException {
        file("src/a.txt", "a");
        file("src/b.md", "b");
        file("src/sub/c.md", "c");
        file("src/sub/keep.md", "k");
        file("top.md", "t");
        assertEquals(
                """
                d/ d 755 0:0
                d/a.txt - 644 0:0 1
                d/sub/ d 755 0:0
                d/sub/keep.md - 644 0:0 1
                e/ d 755 0:0
                e/top.md - 644 0:0 1\
                """,
                tree(
                        build(
                                """
                                FROM scratch
                                COPY --exclude=**/*.md --exclude=!**/keep.md src /d
                                COPY --exclude=src --exclude=b* top.md /e/
                                """)));
    }

    @Test
    void aLinkedLayerLooksAtNothingBelow() throws IOException {
        file("base/real/x", "x");
        link("base/l", "real");
        file("a", "a");
        String text = "FROM scratch\nCOPY base /\nCOPY --link a /l/\n";
        assertEquals(
                "l/ d 755 0:0\nl/a - 644 0:0 1\nreal/ d 755 0:0\nreal/x - 644 0:0 1",
                tree(build(text)));
        file("base/real/x", "y");
        build(text);
        assertEquals(List.of(false, true), results().stream().map(one -> one.cached()).toList());
    }

    @Test
    void timesOfTheContextAreTheEpochWhateverTheyAreHere() throws IOException {
        Files.setLastModifiedTime(file("old", "o"), FileTime.from(Instant.ofEpochSecond(1_000)));
        file("new", "n");
        Instant epoch = Instant.ofEpochSecond(1_600_000_000);
        String text = "FROM scratch\nWORKDIR /w\nCOPY . .\n";
        var first = build(spec(text).epoch(epoch));
        Files.setLastModifiedTime(context.resolve("new"), FileTime.from(Instant.now()));
        Files.setLastModifiedTime(context.resolve("old"), FileTime.from(Instant.ofEpochSecond(2)));
        assertEquals(first.id(), build(spec(text).epoch(epoch).useCache(false)).id());
        try (OpenImage open = open(first)) {
            FileTree tree = open.tree(Progress.NONE);
            for (String path : List.of("w", "w/new", "w/old")) {
                assertEquals(epoch, tree.attributes(tree.find(ByteString.of(path))).mtime(), path);
            }
        }
    }

    @Test
    void aNameThatTheImageDoesNotKnowIsNoOwner() throws IOException {
        file("a", "a");
        String failure = failure("FROM scratch\nCOPY --chown=nobody a /x\n");
        assertTrue(failure.contains("nobody"), failure);
        assertTrue(failure.contains("/etc/passwd"), failure);
    }

    @Test
    void nothingOutsideTheContextIsRead() throws IOException {
        Files.writeString(folder.resolve("outside"), "no");
        link("up", "../outside");
        link("abs", folder.resolve("outside").toString());
        link("dir/up", "../../..");
        for (String source :
                List.of("up", "abs", "../outside", "dir/up/outside", "dir/../../outside")) {
            String failure = failure("FROM scratch\nCOPY " + source + " /x\n");
            assertTrue(failure.contains("is not in the context"), source + ": " + failure);
        }
    }

    @Test
    void linksThatLeadToEachOtherAreAnError() throws IOException {
        link("a", "b");
        link("b", "a");
        String from = failure("FROM scratch\nCOPY a /x\n");
        assertTrue(from.contains("a: leads through more than 255 links"), from);
        String to = failure("FROM scratch\nCOPY . /\nCOPY . /a/x\n");
        assertTrue(to.contains("/a/x: leads through more than 40 links"), to);
    }

    @Test
    void aRacyEditIsSeen() throws IOException {
        Path file = file("a", "one");
        FileTime time = Files.getLastModifiedTime(file);
        String text = "FROM scratch\nCOPY a /\n";
        build(text);
        Files.writeString(file, "two");
        Files.setLastModifiedTime(file, time);
        build(text);
        assertEquals(false, results().getFirst().cached());
    }
}
