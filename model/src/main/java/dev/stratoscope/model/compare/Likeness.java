package dev.stratoscope.model.compare;

import dev.stratoscope.model.task.Progress;
import dev.stratoscope.model.tree.LayerIndex;

import org.jspecify.annotations.Nullable;

import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Pairs the steps that are left by how much they are alike, from 0 to 1. Files are alike by the
 * share of paths that both layers have, of which those that hold something else count half, or by
 * seven tenths of the share of contents that both have wherever they lie: whichever is more.
 * Instructions are alike by the share of words after an equal keyword. A layer is as alike as its
 * files and its instruction on the average, or as its files alone where an instruction is silent;
 * any other step as its instruction. Steps between the same neighbours that are paired have 0.2
 * more. From 0.5 on two steps may be a pair, the most alike first; steps without a layer have to
 * reach it without their place.
 *
 * <p>Looks twice at every entry of the layers that are left.
 */
final class Likeness {
    /** So many steps of each side are compared, every one with every other. */
    private static final int MOST = 1_024;

    private static final double SAME_PLACE = 0.2;

    private static final double LEAST = 0.5;

    /** Less than in its place, and more than another content there. */
    private static final double MOVED = 0.7;

    private final Pairing pairing;
    private final Progress progress;

    private Likeness(Pairing pairing, Progress progress) {
        this.pairing = pairing;
        this.progress = progress;
    }

    static void pair(
            Pairing pairing, List<ReadStep> before, List<ReadStep> after, Progress progress)
            throws InterruptedIOException {
        new Likeness(pairing, progress).pair(before, after);
    }

    private record Drawn(
            int step, boolean isLayer, String keyword, Sketch words, @Nullable Files files) {}

    /** What a layer holds, by place and by content. */
    private record Files(Sketch paths, Sketch contents) {
        static Files of(LayerIndex layer) {
            return new Files(Sketch.ofPaths(layer), Sketch.ofContents(layer));
        }

        double likeness(Files other) {
            double moved = MOVED * contents.likeness(other.contents);
            return Math.max(paths.likeness(other.paths), moved);
        }
    }

    private record Candidate(int step, int other, double alike, int distance) {}

    private void pair(List<ReadStep> before, List<ReadStep> after) throws InterruptedIOException {
        List<Integer> left = left(before.size(), pairing::partner);
        List<Integer> others = left(after.size(), pairing::otherPartner);
        if (left.isEmpty() || others.isEmpty()) {
            return;
        }
        List<Drawn> drawn = drawn(before, left);
        List<Drawn> otherDrawn = drawn(after, others);
        int[] gaps = pairing.gaps();
        int[] otherGaps = pairing.otherGaps();
        List<Candidate> candidates = new ArrayList<>();
        for (Drawn one : drawn) {
            progress.advance(0);
            for (Drawn other : otherDrawn) {
                boolean near = gaps[one.step] == otherGaps[other.step];
                double alike = alike(one, other) + (near ? SAME_PLACE : 0);
                boolean told = one.isLayer || alike - SAME_PLACE >= LEAST;
                if (alike >= LEAST && told) {
                    int distance = Math.abs(one.step - other.step);
                    candidates.add(new Candidate(one.step, other.step, alike, distance));
                }
            }
        }
        candidates.sort(
                Comparator.comparingDouble(Candidate::alike)
                        .reversed()
                        .thenComparingInt(Candidate::distance));
        for (Candidate one : candidates) {
            if (pairing.partner(one.step) < 0 && pairing.otherPartner(one.other) < 0) {
                pairing.pair(one.step, one.other, StepPair.Reason.ALIKE);
            }
        }
    }

    private static List<Integer> left(int count, IntUnaryOperator partner) {
        List<Integer> left = new ArrayList<>();
        for (int at = 0; at < count && left.size() < MOST; at++) {
            if (partner.applyAsInt(at) < 0) {
                left.add(at);
            }
        }
        return left;
    }

    private List<Drawn> drawn(List<ReadStep> steps, List<Integer> wanted)
            throws InterruptedIOException {
        List<Drawn> drawn = new ArrayList<>();
        for (int at : wanted) {
            progress.advance(0);
            ReadStep step = steps.get(at);
            LayerIndex index = step.step().index();
            StepText text = step.text();
            drawn.add(
                    new Drawn(
                            at,
                            step.isLayer(),
                            text.keyword(),
                            Sketch.of(text.words().stream().skip(1).toList()),
                            index == null ? null : Files.of(index)));
        }
        return drawn;
    }

    /** 0 for nothing in common to 1. */
    private static double alike(Drawn one, Drawn other) {
        if (one.isLayer != other.isLayer) {
            return 0;
        }
        boolean sameKind = one.keyword.equals(other.keyword);
        double words = sameKind ? one.words.likeness(other.words) : 0;
        if (one.files == null || other.files == null) {
            return words;
        }
        double files = one.files.likeness(other.files);
        boolean silent = one.keyword.isEmpty() || other.keyword.isEmpty();
        return silent ? files : (files + words) / 2;
    }
}
