package dev.stratoscope.model;

import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Reads a whole image and tells what does not hold. */
final class Verification {
    private final OpenImage opened;

    Verification(OpenImage opened) {
        this.opened = opened;
    }

    List<Finding> findings(Progress progress) throws IOException {
        List<Callable<List<Finding>>> parts = new ArrayList<>();
        for (int i = 0; i < opened.layerCount(); i++) {
            int number = i;
            parts.add(() -> ofLayer(number, progress));
        }
        List<Finding> all = new ArrayList<>();
        Fan.out(parts).forEach(all::addAll);
        boolean damaged = all.stream().anyMatch(f -> f.severity() == Finding.Severity.ERROR);
        if (!damaged) {
            addTree(all, progress);
        }
        addHistory(all);
        return List.copyOf(all);
    }

    private List<Finding> ofLayer(int number, Progress progress) throws InterruptedIOException {
        List<Finding> found = new ArrayList<>();
        try {
            for (Finding finding : opened.layer(number, progress).index().findings()) {
                found.add(
                        new Finding(
                                finding.severity(),
                                "layer " + number,
                                finding.subject() + " " + finding.message()));
            }
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            found.add(error("layer " + number, e));
        }
        return found;
    }

    private void addTree(List<Finding> all, Progress progress) throws InterruptedIOException {
        try {
            opened.tree(progress);
        } catch (InterruptedIOException e) {
            throw e;
        } catch (IOException e) {
            all.add(error("layers", e));
        }
    }

    private void addHistory(List<Finding> all) {
        ImageConfig config = opened.image().config();
        long told = config.history().stream().filter(step -> !step.emptyLayer()).count();
        if (told < config.diffIds().size()) {
            all.add(
                    new Finding(
                            Finding.Severity.INFO,
                            "history",
                            "tells of " + told + " of " + config.diffIds().size() + " layers"));
        }
    }

    private static Finding error(String subject, IOException e) {
        return new Finding(Finding.Severity.ERROR, subject, String.valueOf(e.getMessage()));
    }
}
