package dev.stratoscope.app.window;

import dev.stratoscope.app.compare.CompareTab;
import dev.stratoscope.app.compare.Subject;
import dev.stratoscope.app.compare.SubjectPicker;
import dev.stratoscope.app.compare.Subjects;
import dev.stratoscope.app.fx.Jobs;
import dev.stratoscope.app.image.ImageTab;
import dev.stratoscope.app.reading.ImageName;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Act;
import dev.stratoscope.app.view.Icons;
import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.image.KeptImage;
import dev.stratoscope.model.image.ListedImage;

import javafx.geometry.Pos;
import javafx.scene.control.Tab;
import javafx.scene.control.Tooltip;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The comparisons of a window, and all ways to begin one. On the JavaFX thread. */
final class Comparisons implements Subjects {
    private static final double BELOW_TABS = 46;

    private final MainWindow window;
    private final Engine engine;
    private final Jobs jobs;
    private final Overlay overlay;

    Comparisons(MainWindow window, Engine engine, Jobs jobs, Overlay overlay) {
        this.window = window;
        this.engine = engine;
        this.jobs = jobs;
        this.overlay = overlay;
    }

    /** Compares two images in a tab of its own; two that are compared already are shown. */
    CompareTab show(@Nullable Subject left, @Nullable Subject right) {
        ImageTabs tabs = window.tabs();
        for (Tab tab : tabs.all()) {
            if (left != null
                    && right != null
                    && tab.getContent() instanceof CompareTab open
                    && open.isOf(left, right)) {
                tabs.pane().getSelectionModel().select(tab);
                return open;
            }
        }
        Tab tab = add(left, right);
        tabs.pane().getSelectionModel().select(tab);
        return (CompareTab) tab.getContent();
    }

    /** Adds a tab without showing it, so that nothing is read yet. */
    Tab add(@Nullable Subject left, @Nullable Subject right) {
        CompareTab made = new CompareTab(engine, jobs, this, left, right);
        Tab tab = new Tab();
        tab.setGraphic(Icons.of(MaterialDesignC.COMPARE));
        tab.textProperty().bind(made.titleProperty());
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(made.titleProperty());
        tab.setTooltip(tip);
        window.tabs().add(tab, made);
        made.setOnChanged(
                () -> {
                    window.describe();
                    window.keepSession();
                });
        return tab;
    }

    /** Shows the comparison that was begun last; without one begins one with what is shown. */
    void showLast() {
        ImageTabs tabs = window.tabs();
        for (Tab tab : tabs.all().reversed()) {
            if (tab.getContent() instanceof CompareTab) {
                tabs.pane().getSelectionModel().select(tab);
                return;
            }
        }
        show(window.current() == null ? null : subject(tabs.selected()), null);
    }

    /** Asks what the image that is shown, or the one that is selected, is to be compared with. */
    void choose() {
        if (window.current() != null) {
            choose(subject(window.tabs().selected()));
            return;
        }
        List<Subject> selected =
                window.images().selected().stream().map(Comparisons::stored).toList();
        if (selected.size() == 2) {
            show(selected.getFirst(), selected.getLast());
        } else if (selected.size() == 1) {
            choose(selected.getFirst());
        } else {
            show(null, null);
        }
    }

    /** Asks what an image is to be compared with. */
    void choose(@Nullable Subject left) {
        if (left == null) {
            return;
        }
        SubjectPicker picker =
                new SubjectPicker(
                        "Compare " + left.title() + " with",
                        this,
                        left,
                        right -> {
                            overlay.hide();
                            show(left, right);
                        });
        overlay.show(picker, new Overlay.Spot(Pos.TOP_CENTER, 0, BELOW_TABS), picker.field());
    }

    /** What shows a comparison again that is being closed. */
    Runnable reopening(CompareTab closed) {
        Subject left = closed.leftSubject();
        Subject right = closed.rightSubject();
        return () -> show(left, right);
    }

    /** Compares the image that is shown with a file. */
    void withCurrent(ImageSource file) {
        Subject left = subject(window.tabs().selected());
        if (left != null) {
            show(left, new Subject(file, null, Escapes.text(file.fileName()), "file"));
        }
    }

    /** Compares two images of the store. */
    void stored(String left, String right) {
        show(stored(left), stored(right));
    }

    /** An image of the store by its name or id. */
    static Subject stored(String image) {
        String brief = image.startsWith("sha256:") ? image.substring(7, 19) : image;
        return new Subject(ImageSource.stored(image), null, Escapes.text(brief), "in the store");
    }

    /** What a tab shows; null where that is no image. */
    @Nullable Subject subject(Tab tab) {
        return tab.getContent() instanceof ImageTab image
                ? new Subject(
                        image.source(),
                        image.platform(),
                        tab.getText(),
                        "open tab" + platform(image.image()))
                : null;
    }

    Act act() {
        return Act.of("Compare with…", MaterialDesignC.COMPARE, this::choose)
                .keys("Shortcut+Shift+C");
    }

    @Override
    public List<Subject> offered() {
        List<Subject> all = new ArrayList<>();
        for (Tab tab : window.tabs().all()) {
            Subject open = subject(tab);
            if (open != null) {
                offer(all, open);
            }
        }
        for (Tab tab : window.tabs().all()) {
            if (tab.getContent() instanceof ImageTab image) {
                siblings(image).forEach(one -> offer(all, one));
            }
        }
        for (KeptImage image : window.images().contentsProperty().get().images()) {
            String hint = "in the store, " + HumanSize.spaced(image.size());
            if (image.names().isEmpty()) {
                ImageSource source = ImageSource.stored(image.id().toString());
                offer(all, new Subject(source, null, image.id().shortHex(), hint));
            }
            for (var name : image.names()) {
                String title = Escapes.text(name.familiar());
                ImageSource source = ImageSource.stored(name.toString());
                offer(all, new Subject(source, null, title, hint));
            }
        }
        for (ImageSource source : window.lately().sources()) {
            offer(all, new Subject(source, null, Escapes.text(source.fileName()), "opened lately"));
        }
        return all;
    }

    private static void offer(List<Subject> all, Subject one) {
        if (all.stream().noneMatch(other -> other.isSame(one))) {
            all.add(one);
        }
    }

    /** The platform of one of several images; empty of an image that is alone in its container. */
    private static String platform(@Nullable OpenImage image) {
        return image == null || image.siblings().size() < 2
                ? ""
                : Escapes.text(", " + image.image().config().platform());
    }

    /** What else the container of an image holds, such as the same for other platforms. */
    private static List<Subject> siblings(ImageTab tab) {
        OpenImage image = tab.image();
        if (image == null || image.siblings().size() < 2) {
            return List.of();
        }
        List<Subject> all = new ArrayList<>();
        String file = Escapes.text(tab.source().fileName());
        for (ListedImage listed : image.siblings()) {
            boolean other = !listed.manifest().equals(image.listed().manifest());
            if (other && listed.kind() == ListedImage.Kind.IMAGE && listed.problem() == null) {
                String name =
                        listed.names().isEmpty()
                                ? file
                                : ImageName.of(listed.names().getFirst(), file);
                String platform = listed.platform() == null ? "" : ", " + listed.platform();
                all.add(
                        new Subject(
                                tab.source().choosing(listed, image.siblings()),
                                null,
                                name,
                                "in the same file" + Escapes.text(platform)));
            }
        }
        return all;
    }

    @Override
    public void chooseFile(Consumer<ImageSource> chosen) {
        new Chooser(window, path -> chosen.accept(ImageSource.of(path))).file();
    }

    @Override
    public void open(Subject subject) {
        window.open(subject.source(), subject.platform());
    }
}
