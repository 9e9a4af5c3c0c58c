package dev.stratoscope.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.stratoscope.model.build.BuildEvent;
import dev.stratoscope.model.build.Miss;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
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
}
