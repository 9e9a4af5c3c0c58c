package dev.stratoscope.model.tree;

import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.Finding.Code;
import dev.stratoscope.model.image.Finding.Severity;
import dev.stratoscope.model.image.ImageFormatException;

import java.util.ArrayList;
import java.util.List;

/** Collects hard links that are names of no file, so that all are told and not only the first. */
final class BrokenLinks {
    private static final int MOST_TOLD = 20;

    private final List<Finding> first = new ArrayList<>();
    private long count;

    /** One more; the problem's item is the link's path. */
    void add(ImageFormatException problem) {
        String message = String.valueOf(problem.getMessage());
        String prefix = problem.item() + ": ";
        add(
                problem.item(),
                message.startsWith(prefix) ? message.substring(prefix.length()) : message);
    }

    void add(String path, String reason) {
        if (count++ < MOST_TOLD) {
            first.add(new Finding(Code.BROKEN_LINK, Severity.ERROR, path, reason));
        }
    }

    /** Refuses what has any. */
    void refuse() throws BrokenLinksException {
        if (count > 0) {
            throw new BrokenLinksException(first, count);
        }
    }
}
