package dev.stratoscope.app.image;

import dev.stratoscope.app.fx.JobScope;
import dev.stratoscope.app.fx.Problem;
import dev.stratoscope.app.fx.Problems;
import dev.stratoscope.app.text.Escapes;
import dev.stratoscope.app.text.ExtractedWords;
import dev.stratoscope.app.text.HumanSize;
import dev.stratoscope.app.view.Banners;
import dev.stratoscope.app.view.FolderChoice;
import dev.stratoscope.app.view.FolderDialog;
import dev.stratoscope.app.view.Notices;
import dev.stratoscope.model.OpenImage;
import dev.stratoscope.model.host.Extracted;
import dev.stratoscope.model.host.Extracted.Loss;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

/**
 * Writes parts of an image into a folder that a person names, and tells what came of it. What is
 * there already is replaced only when the person says so. On the JavaFX thread.
 */
final class Extracting {
    private static final int MOST_NAMED = 3;

    private final JobScope jobs;
    private final Notices notices;
    private final ShownFolder shownFolder;
    private FolderChoice choice = new FolderDialog();
    private Banners banners = new Banners();

    /** What came of it, and whether there is a desktop that shows folders. */
    private record Done(Extracted result, boolean canBeShown) {}

    Extracting(JobScope jobs, Notices notices) {
        this.jobs = jobs;
        this.notices = notices;
        this.shownFolder = new ShownFolder(jobs);
    }

    void setChoice(FolderChoice asked) {
        choice = asked;
    }

    void setBanners(Banners others) {
        banners = others;
    }

    /** Asks where to, and writes. */
    void start(OpenImage image, ImageParts parts) {
        Path folder = choice.ask("Extract " + parts.words() + " into");
        if (folder == null) {
            return;
        }
        List<Path> there =
                parts.places(folder).stream()
                        .filter(place -> Files.exists(place, LinkOption.NOFOLLOW_LINKS))
                        .toList();
        if (there.isEmpty()) {
            write(image, parts, folder);
        } else {
            ask(image, parts, folder, there);
        }
    }

    private void ask(OpenImage image, ImageParts parts, Path folder, List<Path> there) {
        Path first = there.getFirst();
        boolean isFolder = Files.isDirectory(first, LinkOption.NOFOLLOW_LINKS);
        String more = there.size() == 1 ? "" : ", and so are " + (there.size() - 1) + " more";
        banners.ask(
                new Problem(
                        parts.words() + " was not extracted",
                        Escapes.text(first.toString())
                                + " is there already"
                                + more
                                + ". Nothing was changed."),
                isFolder ? "Merge and replace files" : "Replace",
                () -> write(image, parts, folder));
    }

    private void write(OpenImage image, ImageParts parts, Path folder) {
        String what = parts.words();
        jobs.start(
                "Extracting " + what,
                progress -> {
                    Extracted result = parts.into(folder, image, progress);
                    return new Done(result, ShownFolder.isPossible());
                },
                done -> tell(parts, folder, done),
                failure -> {
                    if (failure instanceof CancellationException) {
                        notices.say(
                                "Extracting was cancelled; what was written stays in "
                                        + Escapes.text(folder.toString()));
                    } else {
                        banners.add(
                                Problems.of(what + " was not extracted", failure), null, () -> {});
                    }
                });
    }

    private void tell(ImageParts parts, Path folder, Done done) {
        Extracted result = done.result();
        List<Path> places = parts.places(folder);
        Path made = places.size() == 1 ? places.getFirst() : folder;
        String words = ExtractedWords.summary(result, made.toString()) + losses(result);
        if (done.canBeShown()) {
            notices.say(words, "Show folder", () -> shownFolder.show(folder));
        } else {
            notices.say(words);
        }
        if (!result.skipped().isEmpty()) {
            banners.add(leftOut(parts, result), null, () -> {});
        }
    }

    private static String losses(Extracted result) {
        return result.losses().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(lost -> ", " + lost(lost.getKey(), lost.getValue()))
                .collect(Collectors.joining());
    }

    private static String lost(Loss loss, long count) {
        return HumanSize.grouped(count) + " " + ExtractedWords.missing(loss);
    }

    private static Problem leftOut(ImageParts parts, Extracted result) {
        List<Extracted.Skipped> skipped = result.skipped();
        String named =
                skipped.stream()
                        .limit(MOST_NAMED)
                        .map(
                                one ->
                                        Escapes.text(one.path())
                                                + " "
                                                + ExtractedWords.reason(one.why()))
                        .collect(Collectors.joining("; "));
        String more =
                skipped.size() > MOST_NAMED
                        ? "; and " + HumanSize.grouped(skipped.size() - MOST_NAMED) + " more."
                        : ".";
        return new Problem(
                String.format(
                        "%,d of %s %s left out",
                        skipped.size(), parts.words(), skipped.size() == 1 ? "was" : "were"),
                named + more);
    }
}
