package dev.stratoscope.app.cli;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.text.ModeText;
import dev.stratoscope.model.diff.TreeDiff;
import dev.stratoscope.model.image.Digest;
import dev.stratoscope.model.tree.Attributes;
import dev.stratoscope.model.tree.EntryType;
import dev.stratoscope.model.tree.FileTree;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** One path of a tree as a line for people. Not for several threads. */
final class TreeRowText {
    private static final int OWNER = 9;
    private static final int SIZE = 7;
    private static final int DIGEST = 64;

    private final ZoneId zone;
    private final boolean digests;
    private final StringBuilder line = new StringBuilder();
    private long timeMinute = Long.MIN_VALUE;
    private String time = "";

    TreeRowText(ZoneId zone, boolean digests) {
        this.zone = zone;
        this.digests = digests;
    }

    /** The line with its line feed. It is good until the next call makes the next one. */
    String of(TreeDiff diff, PathWalk walk) {
        int at = walk.node();
        FileTree tree = diff.side(at);
        int node = diff.sideNode(at);
        Attributes attributes = tree.attributes(node);
        EntryType type = tree.type(node);
        line.setLength(0);
        line.append(diff.kind(at).letter()).append(' ');
        line.append(ModeText.of(type, attributes.mode())).append(' ');
        right(attributes.uid() + ":" + attributes.gid(), OWNER).append(' ');
        right(size(tree, node, type, attributes), SIZE).append(' ');
        line.append(time(attributes.mtime())).append("  ");
        if (digests) {
            Digest digest = tree.digest(node);
            line.append(digest == null ? " ".repeat(DIGEST) : digest.hex()).append("  ");
        }
        line.append(Escapes.text(walk.path()));
        switch (type) {
            case DIRECTORY -> line.append('/');
            case SYMLINK -> line.append(" -> ").append(Escapes.text(attributes.link()));
            case HARDLINK ->
                    line.append(" link to ").append(Escapes.text(tree.path(tree.linkTarget(node))));
            default -> {}
        }
        return line.append('\n').toString();
    }

    private static String size(FileTree tree, int node, EntryType type, Attributes attributes) {
        return switch (type) {
            case FILE, HARDLINK -> HumanSize.docker(tree.fileSize(node));
            case CHARACTER_DEVICE, BLOCK_DEVICE ->
                    attributes.deviceMajor() + "," + attributes.deviceMinor();
            default -> "-";
        };
    }

    private StringBuilder right(String text, int width) {
        return line.repeat(' ', Math.max(0, width - text.length())).append(text);
    }

    /** {@code 2026-11-20 22:10}; neighbours mostly have the same. */
    private String time(Instant instant) {
        long minute = Math.floorDiv(instant.getEpochSecond(), 60L);
        if (minute != timeMinute) {
            timeMinute = minute;
            LocalDateTime local = local(instant);
            StringBuilder text = new StringBuilder(16).append(local.getYear());
            two(text.append('-'), local.getMonthValue());
            two(text.append('-'), local.getDayOfMonth());
            two(text.append(' '), local.getHour());
            two(text.append(':'), local.getMinute());
            time = text.toString();
        }
        return time;
    }

    /** The ends of time have no room for an offset. */
    private LocalDateTime local(Instant instant) {
        long day = 86_400;
        long seconds =
                Math.clamp(
                        instant.getEpochSecond(),
                        Instant.MIN.getEpochSecond() + day,
                        Instant.MAX.getEpochSecond() - day);
        return LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds), zone);
    }

    private static void two(StringBuilder to, int number) {
        if (number < 10) {
            to.append('0');
        }
        to.append(number);
    }
}
