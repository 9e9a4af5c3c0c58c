package dev.stratoscope.model;

import dev.stratoscope.model.image.Finding;
import dev.stratoscope.model.image.Finding.Code;
import dev.stratoscope.model.image.Finding.Severity;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.task.Fan;
import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.BrokenLinksException;
import dev.stratoscope.model.tree.FileTree;
import dev.stratoscope.model.tree.LayerIndex;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Reads a whole image and tells what does not hold; damage in one layer hides nothing of others.
 */
final class Verification {
    private final OpenImage opened;
    private final List<Finding> all = new ArrayList<>();

    Verification(OpenImage opened) {
        this.opened = opened;
    }

    List<Finding> findings(Progress progress) throws IOException {
        all.addAll(opened.image().findings());
        addHistory();
        List<Callable<LayerCheck.Result>> parts = new ArrayList<>();
        for (int i = 0; i < opened.layerCount(); i++) {
            int number = i;
            parts.add(() -> LayerCheck.of(opened, number, progress));
        }
        List<LayerCheck.Result> results = Fan.out(parts);
        results.forEach(result -> all.addAll(result.findings()));
        addRepeated(results);
        addMerge(results);
        return List.copyOf(all);
    }

    /** The layers up to the first that cannot be read must also fit on each other. */
    private void addMerge(List<LayerCheck.Result> results) {
        List<LayerIndex> stack = new ArrayList<>();
        for (LayerCheck.Result result : results) {
            LayerIndex index = result.index();
            if (index == null) {
                break;
            }
            stack.add(index);
        }
        try {
            FileTree.merge(stack);
        } catch (BrokenLinksException e) {
            all.addAll(e.findings());
            long untold = e.count() - e.findings().size();
            if (untold > 0) {
                all.add(
                        Finding.ofDocument(
                                Code.BROKEN_LINK,
                                Severity.ERROR,
                                "layers",
                                "have " + untold + " more hard links to nothing"));
            }
        } catch (ImageFormatException e) {
            all.add(
                    Finding.ofDocument(
                            Code.BROKEN_LINK,
                            Severity.ERROR,
                            "layers",
                            String.valueOf(e.getMessage())));
        }
    }

    private void addHistory() {
        ImageConfig config = opened.image().config();
        int told = config.toldLayers();
        int layers = config.diffIds().size();
        if (told < layers) {
            addHistory(Code.HISTORY_SHORT, Severity.INFO, told, layers);
        } else if (told > layers) {
            addHistory(Code.HISTORY_LONG, Severity.ERROR, told, layers);
        }
    }

    private void addHistory(Code code, Severity severity, int told, int layers) {
        String message =
                told < layers
                        ? "tells of " + told + " of " + layers + " layers"
                        : "tells of " + told + " layers, the image has " + layers;
        all.add(Finding.ofDocument(code, severity, "history", message));
    }

    /** An empty layer says nothing once, and nothing more when it comes again. */
    private void addRepeated(List<LayerCheck.Result> results) {
        int first = -1;
        for (int i = 0; i < results.size(); i++) {
            LayerIndex index = results.get(i).index();
            if (index == null || index.entries() > 0) {
                continue;
            }
            if (first < 0) {
                first = i;
                continue;
            }
            all.add(
                    Finding.ofLayer(
                            Code.REPEATED_LAYER,
                            Severity.INFO,
                            i,
                            "is empty, as layer " + first + " is"));
        }
    }
}
