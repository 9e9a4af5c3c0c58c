package dev.stratoscope.app.view.difference;

import dev.stratoscope.app.view.preview.HexRow;
import dev.stratoscope.app.view.preview.Pages;

import java.util.List;

/**
 * The pages of one file or two that are there, side by side. On the JavaFX thread.
 *
 * @param sides one or two
 * @param size the length of the longer file, in bytes
 */
record BytePages(List<Pages> sides, long size) {
    static BytePages of(List<Pages> sides) {
        return new BytePages(
                List.copyOf(sides), sides.stream().mapToLong(Pages::size).max().orElse(0));
    }

    boolean isPair() {
        return sides.size() > 1;
    }

    /** Reads the pages of some bytes that are not there, and no others any more. */
    void want(long from, long to) {
        for (Pages side : sides) {
            long last = Math.min(side.size(), to) - 1;
            if (from <= last) {
                side.want(from / Pages.SIZE, last / Pages.SIZE);
            }
        }
    }

    /** Whether a line's bytes are there on one side; a line is never on two pages. */
    boolean isThere(Pages side, long offset) {
        return side.get(offset / Pages.SIZE) != null;
    }

    /** A line of one side; without bytes where they are not there. */
    HexRow row(Pages side, long offset, int width) {
        byte[] page = side.get(offset / Pages.SIZE);
        int from = (int) (offset % Pages.SIZE);
        int length = page == null ? 0 : Math.clamp(page.length - (long) from, 0, width);
        byte[] bytes = page == null ? new byte[0] : page;
        return HexRow.of(offset, HexRow.digits(size), bytes, from, length, width);
    }

    /** Whether bytes of a line are known to differ: both are there, or one file has ended. */
    boolean differs(long offset, int from, int length) {
        if (!isPair()) {
            return false;
        }
        Pages one = sides.getFirst();
        Pages other = sides.getLast();
        byte[] old = one.get(offset / Pages.SIZE);
        byte[] now = other.get(offset / Pages.SIZE);
        for (long at = offset + from; at < Math.min(size, offset + from + length); at++) {
            boolean both = at < one.size() && at < other.size();
            if (!both || (old != null && now != null && differ(old, now, at))) {
                return true;
            }
        }
        return false;
    }

    private static boolean differ(byte[] old, byte[] now, long offset) {
        int place = (int) (offset % Pages.SIZE);
        return place < Math.min(old.length, now.length) && old[place] != now[place];
    }
}
