package dev.stratoscope.app.view.ribbon;

import dev.stratoscope.app.view.stack.Step;
import dev.stratoscope.model.compare.StepPair;
import dev.stratoscope.model.compare.StepPair.Reason;
import dev.stratoscope.model.diff.ChangeCounts;

import javafx.scene.Scene;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Two images for a test, step by step.
 *
 * @param before the old steps
 * @param after the new steps
 * @param ribbons what joins them
 */
record Twins(List<Step> before, List<Step> after, List<Ribbon> ribbons) {
    Twins() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /** Two nginx images, one of which left its caches and lacks a configuration. */
    static Twins nginx() {
        Twins twins = new Twins();
        String apt =
                "set -x && addgroup --system --gid 101 nginx && apt-get update && apt-get install"
                        + " --no-install-recommends -y nginx=${NGINX_VERSION}";
        twins.same(Reason.SAME_CHAIN, layer("base", "debian:11", 130_000_000, 'a'));
        twins.same(Reason.SAME_INSTRUCTION, line("LABEL", "maintainer=NGINX Docker Maintainers"));
        twins.changed(line("ENV", "NGINX_VERSION=1.22.1"), line("ENV", "NGINX_VERSION=1.24.0"));
        twins.changed(line("ENV", "NJS_VERSION=0.7.9"), line("ENV", "NJS_VERSION=0.8.0"));
        twins.changed(
                layer("RUN", apt, 92_600_000, '1'),
                layer("RUN", apt, 9_820_000, '2'),
                new ChangeCounts(14, 61, 203, 33));
        twins.added(layer("COPY", "conf/ /etc/nginx/", 1_500, '3'));
        twins.same(Reason.SAME_LAYER, layer("RUN", "ln -sf /dev/stdout /var/log/nginx", 22, '4'));
        twins.same(Reason.SAME_INSTRUCTION, line("EXPOSE", "80"));
        twins.changed(line("STOPSIGNAL", "SIGTERM"), line("STOPSIGNAL", "SIGQUIT"));
        twins.same(Reason.SAME_INSTRUCTION, line("CMD", "[\"nginx\" \"-g\" \"daemon off;\"]"));
        return twins;
    }

    /** A step without a number yet. */
    static Step layer(String keyword, String command, long size, char digit) {
        return new Step(
                0,
                0,
                keyword,
                command,
                keyword + " " + command,
                size,
                false,
                size,
                "sha256:" + String.valueOf(digit).repeat(64),
                new ChangeCounts(7, 0, 0, 0),
                List.of(),
                List.of(),
                Step.State.READY,
                1,
                "");
    }

    /** A step without a layer. */
    static Step line(String keyword, String command) {
        return new Step(
                0,
                -1,
                keyword,
                command,
                keyword + " " + command,
                0,
                false,
                0,
                "",
                null,
                List.of(),
                List.of(),
                Step.State.READY,
                1,
                "");
    }

    void same(Reason reason, Step step) {
        join(add(before, step), add(after, step), reason, true, null);
    }

    void changed(Step old, Step now) {
        changed(old, now, null);
    }

    void changed(Step old, Step now, @Nullable ChangeCounts counts) {
        join(add(before, old), add(after, now), Reason.SAME_INSTRUCTION, false, counts);
    }

    void added(Step now) {
        ChangeCounts counts = now.empty() ? null : new ChangeCounts(1, 0, 0, 0);
        join(-1, add(after, now), Reason.NONE, false, counts);
    }

    void deleted(Step old) {
        ChangeCounts counts = old.empty() ? null : new ChangeCounts(0, 0, 0, 12);
        join(add(before, old), -1, Reason.NONE, false, counts);
    }

    /** Puts a step on one side and returns its number there. */
    static int add(List<Step> steps, Step step) {
        int layers = (int) steps.stream().filter(each -> !each.empty()).count();
        steps.add(
                new Step(
                        steps.size(),
                        step.empty() ? -1 : layers,
                        step.keyword(),
                        step.command(),
                        step.fullCommand(),
                        step.size(),
                        step.compressedSize(),
                        step.contentSize(),
                        step.diffId(),
                        step.counts(),
                        step.strata(),
                        step.pills(),
                        step.state(),
                        step.indexed(),
                        step.created()));
        return steps.size() - 1;
    }

    void join(int old, int now, Reason reason, boolean same, @Nullable ChangeCounts counts) {
        ribbons.add(new Ribbon(new StepPair(old, now, reason), same, counts));
    }

    /** Stacks that show it. */
    RibbonStacks show(double width, double height) {
        RibbonStacks stacks = new RibbonStacks();
        new Scene(stacks, width, height);
        stacks.show(before, after, ribbons);
        stacks.resize(width, height);
        stacks.layout();
        return stacks;
    }
}
