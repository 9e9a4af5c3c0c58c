package dev.stratoscope.app;

import dev.stratoscope.app.cli.WindowOptions;
import dev.stratoscope.app.cli.Windows;
import dev.stratoscope.app.window.Appearance;
import dev.stratoscope.app.window.MainWindow;
import dev.stratoscope.app.window.Picture;
import dev.stratoscope.model.ImageSource;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Shows the window on a display, or as a picture where there is none. */
final class App implements Windows {
    private static final double WIDTH = 1440;
    private static final double HEIGHT = 900;
    private static final int LEAST_WIDTH = 800;
    private static final int LEAST_HEIGHT = 560;
    private static final String SAMPLE = "stratoscope.sample";

    private final PrintStream out;
    private final PrintStream err;

    App(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public int open(@Nullable String source, WindowOptions options) throws IOException {
        checkSize(options);
        Services services = Services.over(options.home(), options.limits());
        if (!Display.isThere()) {
            return new NoDisplay(services, out, err).show(source, options);
        }
        boolean first = services.settings().recent().isEmpty() && isEmpty(services);
        CountDownLatch closed = new CountDownLatch(1);
        AtomicReference<@Nullable MainWindow> shown = new AtomicReference<>();
        start(
                () -> {
                    MainWindow window = services.window(true);
                    shown.set(window);
                    Stage stage = new Stage();
                    stage.titleProperty().bind(window.titleProperty());
                    stage.setMinWidth(LEAST_WIDTH);
                    stage.setMinHeight(LEAST_HEIGHT);
                    StageFrame frame = new StageFrame(stage);
                    stage.setScene(scene(window, options));
                    if (options.width() <= 0 && options.height() <= 0) {
                        frame.restore(services.settings().session().frame());
                    }
                    window.applyTheme(theme(options));
                    stage.setOnHidden(
                            event -> {
                                window.close();
                                closed.countDown();
                            });
                    stage.show();
                    frame.watch(window::standsAt);
                    if (source != null) {
                        window.open(ImageSource.parse(source), options.platform());
                    } else if (Boolean.getBoolean(SAMPLE) || first) {
                        window.openSample();
                    } else {
                        window.restore();
                    }
                });
        await(closed);
        save(shown.get());
        return 0;
    }

    private static void save(@Nullable MainWindow window) {
        if (window != null) {
            try {
                window.save();
            } catch (IOException e) {
                // Nobody is left to tell, and what was chosen earlier is on the disk already.
            }
        }
    }

    private static Scene scene(MainWindow window, WindowOptions options) {
        return new Scene(
                window,
                options.width() > 0 ? options.width() : WIDTH,
                options.height() > 0 ? options.height() : HEIGHT);
    }

    /** Whether there is nothing in the store; one that cannot be read speaks for itself. */
    private static boolean isEmpty(Services services) {
        try {
            return services.engine().store().contents().images().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public int picture(@Nullable String source, Path file, WindowOptions options)
            throws IOException {
        Services services = Services.over(options.home(), options.limits());
        checkSize(options);
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new IOException(file + ": the folder " + folder + " does not exist");
        }
        ImageSource shown =
                source == null ? SampleImage.make(services.engine()) : ImageSource.parse(source);
        takePicture(services, shown, file, options);
        return 0;
    }

    /** Writes a picture of the window on a source, drawn without a display. */
    static void takePicture(Services services, ImageSource source, Path file, WindowOptions options)
            throws IOException {
        Display.drawWithoutOne();
        AtomicReference<@Nullable IOException> problem = new AtomicReference<>();
        CountDownLatch written = new CountDownLatch(1);
        start(
                () -> {
                    MainWindow window = services.window(false);
                    Stage stage = new Stage();
                    stage.setScene(scene(window, options));
                    window.applyTheme(theme(options));
                    stage.show();
                    new Picture(window, services.jobs())
                            .take(
                                    source,
                                    options.platform(),
                                    file,
                                    failure -> {
                                        problem.set(failure);
                                        written.countDown();
                                    });
                });
        await(written);
        IOException failure = problem.get();
        if (failure != null) {
            throw failure;
        }
    }

    private static void checkSize(WindowOptions options) {
        boolean given = options.width() > 0 || options.height() > 0;
        if (given && (options.width() < LEAST_WIDTH || options.height() < LEAST_HEIGHT)) {
            throw new IllegalArgumentException(
                    "--size is "
                            + LEAST_WIDTH
                            + "x"
                            + LEAST_HEIGHT
                            + " at least; smaller windows show nothing");
        }
    }

    private static @Nullable String theme(WindowOptions options) {
        return switch (options.theme()) {
            case LIGHT -> "light";
            case DARK -> "dark";
            case SYSTEM -> null;
        };
    }

    private static void start(Runnable first) throws IOException {
        AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(
                    () -> {
                        try {
                            Appearance.loadFonts();
                            first.run();
                        } catch (RuntimeException | Error e) {
                            broken.set(e);
                        }
                        started.countDown();
                    });
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            throw new IOException(Display.problem(e), e);
        }
        await(started);
        Throwable failure = broken.get();
        if (failure != null) {
            throw new IOException(Display.problem(failure), failure);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw (IOException) new InterruptedIOException("interrupted").initCause(e);
        }
    }
}
