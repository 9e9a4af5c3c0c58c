package dev.stratoscope.app.container;

import dev.stratoscope.app.fx.Poll;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.runtime.Stats;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;

/** What a container uses, once a second while it is shown: numbers and the last minutes. */
final class StatsPart implements ContainerPart {
    private static final long PAUSE_MS = 1000;

    private final ContainerShow show;
    private final Poll<Stats> poll;
    private final StatCard cpu = new StatCard("Processor", "of one processor");
    private final StatCard memory = new StatCard("Memory", "");
    private final StatCard pids = new StatCard("Processes", "processes and threads");
    private final Label note = new Label();
    private final BorderPane pane = new BorderPane();
    private @Nullable Stats last;

    StatsPart(ContainerShow show) {
        this.show = show;
        poll =
                new Poll<>(
                        show.jobs(),
                        "Measuring a container",
                        PAUSE_MS,
                        progress -> stats(show),
                        this::measured,
                        failure -> rest());
        note.getStyleClass().add("muted");
        VBox all = new VBox(16, note, cpu, memory, pids);
        all.getStyleClass().add("stats");
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        pane.getStyleClass().add("pane");
        pane.setCenter(all);
    }

    private static Stats stats(ContainerShow show) throws IOException {
        Container container = show.container();
        if (container == null) {
            throw new IOException("The container was not seen yet");
        }
        return container.stats();
    }

    @Override
    public String title() {
        return "Stats";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CHART_BOX_OUTLINE;
    }

    @Override
    public Node node() {
        return pane;
    }

    @Override
    public void shown() {
        poll.start();
    }

    @Override
    public void hidden() {
        poll.stop();
        last = null;
    }

    private void rest() {
        note.setText(
                show.isLive()
                        ? "What it uses cannot be measured here."
                        : "It does not run, so it uses nothing.");
        last = null;
        for (StatCard card : new StatCard[] {cpu, memory, pids}) {
            card.gap();
        }
    }

    private void measured(Stats now) {
        note.setText("");
        Stats before = last;
        last = now;
        double load = load(before, now);
        if (load >= 0) {
            cpu.add(String.format(Locale.ROOT, "%.1f %%", load), load, 100);
        }
        if (now.memory() >= 0) {
            boolean limited = now.memoryLimit() > 0;
            memory.say(limited ? "of " + HumanSize.spaced(now.memoryLimit()) : "");
            memory.add(HumanSize.spaced(now.memory()), (double) now.memory(), 1);
        }
        if (now.pids() >= 0) {
            pids.add(HumanSize.grouped(now.pids()), (double) now.pids(), 4);
        }
    }

    /** Percent of one processor between two samples; negative where that is not known. */
    private static double load(@Nullable Stats before, Stats now) {
        if (before == null || before.cpuNanos() < 0 || now.cpuNanos() < before.cpuNanos()) {
            return -1;
        }
        long span = Duration.between(before.at(), now.at()).toNanos();
        return span <= 0 ? -1 : 100.0 * (now.cpuNanos() - before.cpuNanos()) / span;
    }
}
