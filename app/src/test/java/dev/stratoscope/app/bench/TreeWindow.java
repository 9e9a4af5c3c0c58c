package dev.stratoscope.app.bench;

import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.settings.Settings;
import dev.stratoscope.app.view.stack.Scope;
import dev.stratoscope.app.window.MainWindow;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The window with one image, driven and timed from inside. Prints a line for each measure: what it
 * is, a tab, and milliseconds or a count.
 *
 * <p>The arguments are the image, a home folder and the layers it has.
 */
public final class TreeWindow {
    private static final int FRAMES = 240;
    private static final int TURNS = 40;

    private final Jobs jobs = Jobs.onThreads();
    private final Deque<Consumer<Runnable>> steps = new ArrayDeque<>();
    private final Heartbeat heart = new Heartbeat();
    private final int layers;
    private final MainWindow window;
    private final Scene scene;
    private ImageTab tab;

    private TreeWindow(Path home, String image, int layers) throws Exception {
        this.layers = layers;
        Engine engine = Engine.open(home, Clock.systemUTC());
        window =
                new MainWindow(
                        engine, jobs, Settings.DEFAULT, false, () -> ImageSource.parse(image));
        scene = new Scene(window, 1440, 900);
        window.applyTheme("light");
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        tab = window.open(ImageSource.parse(image));
        tab.whenRead(() -> shown(this::begin));
    }

    /** Measures and ends. */
    public static void main(String[] args) {
        Platform.startup(
                () -> {
                    try {
                        new TreeWindow(Path.of(args[1]), args[0], Integer.parseInt(args[2]));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private void begin() {
        heart.start();
        selecting("layer up to here", Scope.UP_TO_HERE);
        selecting("this layer", Scope.THIS_LAYER);
        steps.add(next -> select(0, Scope.WHOLE_IMAGE, next));
        typing("typing", "f1234");
        typing("typing a glob", "*77*");
        typing("typing what all have", "f");

        scrolling("scrolling");
        typing("clearing", "");
        folding("expanding all", KeyCode.RIGHT);
        scrolling("scrolling all");
        folding("collapsing all", KeyCode.LEFT);
        steps.add(next -> bare(next));
        steps.add(next -> System.exit(0));
        next();
    }

    private void next() {
        Consumer<Runnable> step = steps.poll();
        if (step != null) {
            step.accept(this::next);
        }
    }

    private void selecting(String what, Scope scope) {
        List<Double> times = new ArrayList<>();
        List<Double> blocks = new ArrayList<>();
        steps.add(next -> select(0, scope, next));
        for (int turn = 1; turn < TURNS; turn++) {
            int layer = turn * 7 % layers;
            steps.add(
                    next -> {
                        heart.reset();
                        long begun = System.nanoTime();
                        select(
                                layer,
                                scope,
                                () -> {
                                    times.add(since(begun));
                                    blocks.add(heart.longest());
                                    next.run();
                                });
                    });
        }
        steps.add(
                next -> {
                    say(what + ", median", at(times, 0.5));
                    say(what + ", p95", at(times, 0.95));
                    say(what + ", longest block p95", at(blocks, 0.95));
                    next.run();
                });
    }

    private void select(int layer, Scope scope, Runnable done) {
        tab.body().selectLayer(layer);
        tab.body().setScope(scope);
        shown(done);
    }

    /** Types one character after another, as soon as the rows of the one before are there. */
    private void typing(String what, String text) {
        List<Double> times = new ArrayList<>();
        double[] block = new double[1];
        steps.add(
                next -> {
                    TextField field = find(TextField.class, ".search-field > .text-field");
                    field.requestFocus();
                    field.clear();
                    shown(next);
                });
        for (int i = 1; i <= Math.max(1, text.length()); i++) {
            String typed = text.substring(0, Math.min(i, text.length()));
            steps.add(
                    next -> {
                        TextField field = find(TextField.class, ".search-field > .text-field");
                        heart.reset();
                        long begun = System.nanoTime();
                        field.setText(typed);
                        shown(
                                () -> {
                                    times.add(since(begun));
                                    block[0] = Math.max(block[0], heart.longest());
                                    next.run();
                                });
                    });
        }
        steps.add(
                next -> {
                    say(what + ", median key to rows", at(times, 0.5));
                    say(what + ", slowest key to rows", at(times, 1));
                    say(what + ", longest block", block[0]);
                    say(what + ", rows", find(TableView.class, ".file-table").getItems().size());
                    next.run();
                });
    }

    private void folding(String what, KeyCode key) {
        steps.add(
                next -> {
                    TableView<?> table = find(TableView.class, ".file-table");
                    heart.reset();
                    long begun = System.nanoTime();
                    KeyEvent press =
                            new KeyEvent(
                                    KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false);
                    Event.fireEvent(table, press);
                    shown(
                            () -> {
                                say(what, since(begun));
                                say(what + ", longest block", heart.longest());
                                say(what + ", rows", table.getItems().size());
                                next.run();
                            });
                });
    }

    private void scrolling(String what) {
        steps.add(next -> scroll(what, find(TableView.class, ".file-table"), next));
    }

    private void scroll(String what, TableView<?> table, Runnable done) {
        List<Double> gaps = new ArrayList<>();
        List<Double> works = new ArrayList<>();
        new AnimationTimer() {
            private double worked;
            private int frame;
            private long last;

            @Override
            public void handle(long now) {
                if (last != 0) {
                    gaps.add((now - last) / 1e6);
                    works.add(heart.work() - worked);
                }
                worked = heart.work();
                last = now;
                table.scrollTo(frame * 3);
                if (++frame == FRAMES) {
                    stop();
                    say(what + ", frame median", at(gaps, 0.5));
                    say(what + ", frame p95", at(gaps, 0.95));
                    say(what + ", work a frame median", at(works, 0.5));
                    say(what + ", work a frame p95", at(works, 0.95));
                    say(
                            what + ", dropped frames",
                            (double) gaps.stream().filter(gap -> gap > 25).count());
                    done.run();
                }
            }
        }.start();
    }

    /** The same number of rows of as many columns in a table that has nothing but text. */
    private void bare(Runnable done) {
        TableView<?> table = BareTable.like(find(TableView.class, ".file-table"), 1_000_000);
        scene.setRoot(table);
        shown(() -> scroll("scrolling a bare table", table, done));
    }

    /** Runs an action after the first layout in which no work is left. */
    private void shown(Runnable action) {
        Runnable[] listener = new Runnable[1];
        int[] quiet = new int[1];
        listener[0] =
                () -> {
                    if (jobs.running().isEmpty()) {
                        quiet[0]++;
                    } else {
                        quiet[0] = 0;
                        Platform.requestNextPulse();
                    }
                    if (quiet[0] == 1) {
                        scene.removePostLayoutPulseListener(listener[0]);
                        Platform.runLater(action);
                    }
                };
        scene.addPostLayoutPulseListener(listener[0]);
        Platform.requestNextPulse();
    }

    private <T> T find(Class<T> type, String selector) {
        return type.cast(tab.lookup(selector));
    }

    private static double since(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double at(List<Double> values, double part) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, part * sorted.size()));
    }

    private static void say(String what, double value) {
        System.out.printf(Locale.ROOT, "%s\t%.1f%n", what, value);
    }
}
