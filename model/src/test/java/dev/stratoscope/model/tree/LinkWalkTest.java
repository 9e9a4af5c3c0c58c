package dev.stratoscope.model.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.stratoscope.model.TestImage;

import org.junit.jupiter.api.Test;

import java.io.IOException;

class LinkWalkTest {
    private final FileTree tree = tree();

    private static FileTree tree() {
        try {
            return TestImage.of(
                            TestImage.layer()
                                    .file("etc/motd", "hello")
                                    .symlink("conf", "/etc")
                                    .symlink("up", "../../etc/./motd")
                                    .symlink("loop", "pool")
                                    .symlink("pool", "loop")
                                    .symlink("dangling", "/no/where"))
                    .tree();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void linksNeverLeadAboveTheRoot() {
        assertEquals("etc/motd", followed("up"));
        assertEquals("etc/motd", followed("../../conf/../etc/motd"));
        assertEquals("etc", followed("conf"));
        assertEquals("", followed("/.."));
        assertEquals("", followed(""));
    }

    @Test
    void aLinkAtTheEndCanBeLeft() {
        assertEquals("up", located("up"));
        assertEquals("conf", located("/conf"));
        assertEquals("loop", located("./loop"));
        assertEquals("dangling", located("etc/../dangling"));
        assertEquals("etc/motd", located("conf/motd"));
        assertEquals("etc", located("conf/"));
    }

    @Test
    void whatStopsAWalkIsTold() {
        LinkWalk walk = LinkWalk.in(tree);
        assertInstanceOf(LinkWalk.End.Loop.class, walk.follow(ByteString.of("loop")));
        assertInstanceOf(LinkWalk.End.Loop.class, walk.locate(ByteString.of("loop/x")));
        assertEquals(
                new LinkWalk.End.Nothing(ByteString.of("no")),
                walk.follow(ByteString.of("dangling")));
        assertEquals(
                new LinkWalk.End.NoDirectory(ByteString.of("etc/motd")),
                walk.follow(ByteString.of("conf/motd/x")));
    }

    private String followed(String path) {
        return shown(LinkWalk.in(tree).follow(ByteString.of(path)));
    }

    private String located(String path) {
        return shown(LinkWalk.in(tree).locate(ByteString.of(path)));
    }

    private String shown(LinkWalk.End end) {
        return tree.path(assertInstanceOf(LinkWalk.End.Node.class, end).number()).toString();
    }
}
