package dev.stratoscope.app.build;

import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.app.view.MoreMenu;
import dev.stratoscope.app.view.SubjectHeader;
import dev.stratoscope.model.dockerfile.Instruction;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The top of a build's tab: how the build is, and the next thing to do. */
final class BuildHeader extends SubjectHeader {
    private final Label first = new Label();
    private final Label second = new Label();
    private final Button stop = new Button("Stop", Icons.of(MaterialDesignS.STOP));
    private final Button retry =
            new Button("Retry from failed step", Icons.of(MaterialDesignR.REFRESH));
    private final Button open =
            new Button("Open image", Icons.of(MaterialDesignL.LAYERS_TRIPLE_OUTLINE));
    private final MoreMenu more = new MoreMenu("More of this build");
    private final DateTimeFormatter times;
    private final Button build = new Button("Build", Icons.of(MaterialDesignH.HAMMER_WRENCH));
    private boolean openable;
    private boolean buildable;

    BuildHeader(ZoneId zone, Runnable onStop, Runnable onRetry, Runnable onOpen) {
        super(MaterialDesignH.HAMMER_WRENCH, "Build");
        times = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(zone);
        stop.setId("stop-build");
        stop.setTooltip(new Tooltip("Stop; finished steps stay in the cache"));
        stop.setOnAction(event -> onStop.run());
        retry.setId("retry-build");
        retry.getStyleClass().add("accent");
        retry.setOnAction(event -> onRetry.run());
        open.setId("open-built");
        open.getStyleClass().add("accent");
        open.setOnAction(event -> onOpen.run());
        build.setId("header-build");
        build.setOnAction(event -> onRetry.run());
        for (Button button : new Button[] {build, stop, retry, open}) {
            button.setMinWidth(USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
        }
        for (Label pill : new Label[] {first, second}) {
            pill.getStyleClass().addAll("pill", "state-pill");
            pill.setMinWidth(USE_PREF_SIZE);
            pill.managedProperty().bind(pill.visibleProperty());
        }
        besideName(first, second);
        atRight(build, stop, retry, open, more);
    }

    /** Sets what the menu at the end offers, asked whenever it is shown. */
    void offerMore(Supplier<List<Act>> offered) {
        more.offer(offered);
    }

    /** Whether the image of the last build can be opened. */
    void setOpenable(boolean now) {
        openable = now;
    }

    /** Whether it is begun from here, as the form is not to be seen. */
    void setBuildable(boolean now) {
        buildable = now;
    }

    /** Shows how the build is. */
    void show(String name, BuildShow show, Instant now) {
        subject().setText("Build " + Escapes.text(name));
        BuildShow.Status status = show.status();
        int running = show.count(StepLook.RUNNING);
        int failed = show.count(StepLook.FAILED);
        int would = show.count(StepLook.WOULD_RUN);
        switch (status) {
            case BEFORE -> {
                if (show.isForecast()) {
                    pill(
                            first,
                            would == 0 ? "all cached" : would + " would rebuild",
                            would == 0 ? "running" : "paused",
                            would == 0
                                    ? MaterialDesignL.LIGHTNING_BOLT_OUTLINE
                                    : MaterialDesignP.PLAY_CIRCLE_OUTLINE);
                } else {
                    first.setVisible(false);
                }
            }
            case RUNNING -> {
                if (failed > 0) {
                    broken(failed);
                } else {
                    pill(first, "running", "at-work", MaterialDesignP.PROGRESS_CLOCK);
                }
            }
            case FAILED -> broken(failed);
            case STOPPED -> pill(first, "stopped", "paused", MaterialDesignS.STOP_CIRCLE_OUTLINE);
            case DONE -> {
                boolean all = show.count(StepLook.BUILT) == 0;
                pill(
                        first,
                        all ? "all cached" : "built",
                        "running",
                        all
                                ? MaterialDesignL.LIGHTNING_BOLT_OUTLINE
                                : MaterialDesignC.CHECK_CIRCLE_OUTLINE);
            }
        }
        boolean still = status == BuildShow.Status.RUNNING && failed > 0 && running > 0;
        pill(second, running + " still running", "at-work", MaterialDesignP.PROGRESS_CLOCK);
        second.setVisible(still);
        build.setVisible(
                buildable
                        && status != BuildShow.Status.RUNNING
                        && status != BuildShow.Status.FAILED);
        stop.setVisible(status == BuildShow.Status.RUNNING);
        retry.setVisible(status == BuildShow.Status.FAILED);
        open.setVisible(status == BuildShow.Status.DONE && openable);
        facts(show, now);
    }

    private void broken(int failed) {
        String words =
                failed == 0
                        ? "failed, edited since"
                        : failed == 1 ? "1 step failed" : failed + " steps failed";
        pill(first, words, "failed", MaterialDesignC.CLOSE_CIRCLE);
    }

    private static void pill(Label pill, String words, String style, Ikon icon) {
        pill.setVisible(true);
        if (!words.equals(pill.getText()) || !pill.getStyleClass().contains(style)) {
            pill.setText(words);
            pill.setGraphic(Icons.of(icon));
            pill.getStyleClass().setAll("label", "pill", "state-pill", style);
        }
    }

    private void facts(BuildShow show, Instant now) {
        meta().getChildren().clear();
        Instant started = show.started();
        if (started != null) {
            String took = Spans.of(show.took(now));
            boolean running = show.status() == BuildShow.Status.RUNNING;
            meta().addAfterLine(
                            new Label(
                                    "started "
                                            + times.format(started)
                                            + ", "
                                            + took
                                            + (running ? " so far" : "")));
        }
        List<String> counts = new ArrayList<>();
        count(counts, show, StepLook.CACHED, "cached");
        count(counts, show, StepLook.BUILT, "built");
        count(counts, show, StepLook.RUNNING, "running");
        count(counts, show, StepLook.FAILED, "failed");
        count(counts, show, StepLook.NOT_REACHED, "not reached");
        count(counts, show, StepLook.WOULD_CACHE, "would come from the cache");
        count(counts, show, StepLook.WOULD_RUN, "would rebuild");
        if (counts.isEmpty()) {
            int all = show.steps().size();
            int stages = show.stages().size();
            counts.add(
                    all
                            + (all == 1 ? " step in " : " steps in ")
                            + stages
                            + (stages == 1 ? " stage" : " stages"));
        }
        meta().addAfterLine(new Label(String.join(", ", counts)));
        if (show.status() == BuildShow.Status.STOPPED) {
            meta().addAfterLine(new Label("finished steps stay in the cache"));
        }
        Duration saved = Duration.ZERO;
        for (StepNow step : show.steps()) {
            boolean worked = !(step.step().instruction() instanceof Instruction.From);
            if (worked && step.look() == StepLook.CACHED && step.result() != null) {
                saved = saved.plus(step.result().took());
            }
        }
        if (saved.toMillis() >= 100) {
            meta().addAfterLine(new Label("cache saved " + Spans.of(saved)));
        }
    }

    private static void count(List<String> counts, BuildShow show, StepLook look, String words) {
        int count = show.count(look);
        if (count > 0) {
            counts.add(count + " " + words);
        }
    }
}
