package dev.stratoscope.model.compare;

import static dev.stratoscope.model.TestImage.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.stratoscope.model.TestImage;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;

class AlignmentTest {
    private static final String EMPTY = "the empty tar";

    @Test
    void anInsertedLayerLeavesTheOthersInTheirPairs() throws IOException {
        assertEquals(
                List.of("0=0 SAME_CHAIN", "-=1 NONE", "1=2 SAME_LAYER", "2=3 SAME_LAYER"),
                lines(
                        new TestSteps().layer("FROM", "base").layer("COPY a", "a").layer("b", "b"),
                        new TestSteps()
                                .layer("FROM", "base")
                                .layer("RUN new", "new")
                                .layer("COPY a", "a")
                                .layer("b", "b")));
    }

    @Test
    void aRebuiltLayerIsFoundByItsInstructionFromAnyBuilder() throws IOException {
        assertEquals(
                List.of("0=0 SAME_INSTRUCTION", "1=1 SAME_INSTRUCTION", "2=2 SAME_INSTRUCTION"),
                lines(
                        new TestSteps()
                                .layer(
                                        "/bin/sh -c #(nop) ADD file:" + "a".repeat(64) + " in / ",
                                        "1")
                                .layer("|2 A=1 B=x y /bin/sh -c make  all", "2")
                                .empty("/bin/sh -c #(nop)  CMD [\"sh\"]"),
                        new TestSteps()
                                .layer(
                                        "/bin/sh -c #(nop) ADD file:" + "b".repeat(64) + " in / ",
                                        "3")
                                .layer("RUN /bin/sh -c make all # buildkit", "4")
                                .empty("CMD [\"sh\"]")));
    }

    @Test
    void reorderedInstructionsKeepTheirPartners() throws IOException {
        TestSteps before =
                new TestSteps().layer("A x", "1").layer("B y", "2").layer("C z", "3").empty("U v");
        TestSteps after =
                new TestSteps().layer("C z", "4").layer("A x", "5").layer("B y", "6").empty("U v");
        assertEquals(
                List.of(
                        "2=0 SAME_INSTRUCTION",
                        "0=1 SAME_INSTRUCTION",
                        "1=2 SAME_INSTRUCTION",
                        "3=3 SAME_INSTRUCTION"),
                lines(before, after));
        assertEquals(
                "[StepPair[before=2, after=0, reason=SAME_INSTRUCTION]]",
                align(before, after).moved().toString());
    }

    @Test
    void ofTheManyEmptyLayersThoseOfOneInstructionBelongTogether() throws IOException {
        assertEquals(
                List.of(
                        "0=0 SAME_CHAIN",
                        "1=- NONE",
                        "2=1 SAME_LAYER",
                        "3=2 SAME_LAYER",
                        "4=3 SAME_LAYER"),
                lines(
                        new TestSteps()
                                .layer("FROM", "base")
                                .layer("WORKDIR /a", EMPTY)
                                .layer("RUN one", "1")
                                .layer("WORKDIR /b", EMPTY)
                                .layer("RUN two", "2"),
                        new TestSteps()
                                .layer("FROM", "base")
                                .layer("RUN one", "1")
                                .layer("WORKDIR /b", EMPTY)
                                .layer("RUN two", "2")));
    }

    @Test
    void layersWithoutHistoryAreFoundByWhatTheyHold() throws IOException {
        assertEquals(
                List.of("-=0 NONE", "0=1 ALIKE", "1=2 ALIKE"),
                lines(
                        new TestSteps()
                                .layer("", layer().file("etc/a", "1").file("etc/b", "1"))
                                .layer("", layer().file("usr/c", "1").file("usr/d", "1")),
                        new TestSteps()
                                .layer("", layer().file("opt/x", "1").file("opt/y", "1"))
                                .layer("", layer().file("etc/a", "1").file("etc/b", "2"))
                                .layer("", layer().file("usr/c", "2").file("usr/d", "1"))));
    }

    @Test
    void aLayerWhoseFilesWereOnlyMovedIsFoundByTheirContents() throws IOException {
        String copied = "/bin/sh -c #(nop) COPY dir:" + "a".repeat(64) + " in /srv/";
        String other = "/bin/sh -c #(nop) COPY dir:" + "b".repeat(64) + " in /opt/extra";
        assertEquals(
                List.of("0=0 SAME_CHAIN", "-=1 NONE", "1=2 ALIKE", "2=3 SAME_INSTRUCTION"),
                lines(
                        new TestSteps()
                                .layer("FROM", "base")
                                .layer(copied + "static", site("srv/static", "1"))
                                .layer("COPY conf /etc", "old conf"),
                        new TestSteps()
                                .layer("FROM", "base")
                                .layer(other, layer().file("opt/extra/report", "r"))
                                .layer(copied + "www", site("srv/www", "1"))
                                .layer("COPY conf /etc", "new conf")));
    }

    @Test
    void movedFilesPairLayersWithoutAnyInstructionWhenMostOfThemAreTheSame() throws IOException {
        TestSteps before =
                new TestSteps().layer("FROM", "base").layer("", site("a", "1")).layer("", "top");
        assertEquals(
                List.of("-=0 NONE", "0=1 SAME_LAYER", "2=2 SAME_LAYER", "1=3 ALIKE"),
                lines(
                        before,
                        new TestSteps()
                                .layer("RUN new", "new")
                                .layer("FROM", "base")
                                .layer("", "top")
                                .layer("", site("b", "2"))));
        assertEquals(
                List.of("-=0 NONE", "0=1 SAME_LAYER", "1=- NONE", "2=2 SAME_LAYER", "-=3 NONE"),
                lines(
                        before,
                        new TestSteps()
                                .layer("RUN new", "new")
                                .layer("FROM", "base")
                                .layer("", "top")
                                .layer("", layer().file("b/one", "one").file("b/x", "other"))));
    }

    @Test
    void filesThatAreEmptyMakeNoLayersAlike() throws IOException {
        assertEquals(
                List.of("0=- NONE", "-=0 NONE"),
                lines(
                        new TestSteps().layer("", layer().file("a", "").file("b", "b")),
                        new TestSteps().layer("", layer().file("c", "").file("d", "d"))));
    }

    /** Seven files, of which one holds what its version says. */
    private static TestImage.Layer site(String folder, String version) {
        return layer().file(folder + "/one", "one")
                .file(folder + "/two", "two")
                .file(folder + "/three", "three")
                .file(folder + "/four", "four")
                .file(folder + "/five", "five")
                .file(folder + "/six", "six")
                .file(folder + "/version", version);
    }

    @Test
    void anEditedCommandIsFoundByItsWordsAndFiles() throws IOException {
        assertEquals(
                List.of("0=0 ALIKE", "1=- NONE", "-=1 NONE"),
                lines(
                        new TestSteps()
                                .layer(
                                        "RUN /bin/sh -c apt-get install -y curl=7 # buildkit",
                                        layer().file("usr/bin/curl", "7").file("usr/doc", "x"))
                                .layer("COPY a.jar /app/", layer().file("app/a.jar", "a")),
                        new TestSteps()
                                .layer(
                                        "RUN /bin/sh -c apt-get install -y curl=8 # buildkit",
                                        layer().file("usr/bin/curl", "8").file("usr/doc", "x"))
                                .layer("COPY conf /etc/", layer().file("etc/conf", "c"))));
    }

    @Test
    void settingsAreFoundByWhatTheySet() throws IOException {
        assertEquals(
                List.of("0=0 ALIKE", "1=1 ALIKE", "2=2 ALIKE", "3=3 ALIKE", "4=- NONE", "-=4 NONE"),
                lines(
                        new TestSteps()
                                .empty("ENV A=1")
                                .empty("LABEL k=old l=x")
                                .empty("STOPSIGNAL 15")
                                .empty("EXPOSE map[80/tcp:{}]")
                                .empty("ENV B=1"),
                        new TestSteps()
                                .empty("ENV A=2")
                                .empty("LABEL k=new")
                                .empty("STOPSIGNAL 9")
                                .empty("EXPOSE [81/tcp]")
                                .empty("ENV C=1")));
    }

    @Test
    void aStepThatMadeALayerOnOneSideOnlyIsTheSameInstruction() throws IOException {
        assertEquals(
                List.of("0=0 SAME_INSTRUCTION"),
                lines(
                        new TestSteps().empty("/bin/sh -c #(nop) WORKDIR /app"),
                        new TestSteps().layer("WORKDIR /app", "1")));
    }

    @Test
    void nothingAndSomethingHaveNoPairs() throws IOException {
        TestSteps some = new TestSteps().layer("A", "1").empty("B");
        assertEquals(List.of("-=0 NONE", "-=1 NONE"), lines(new TestSteps(), some));
        assertEquals(List.of("0=- NONE", "1=- NONE"), lines(some, new TestSteps()));
        assertEquals(List.of(), lines(new TestSteps(), new TestSteps()));
    }

    @Test
    void cancellingStopsIt() {
        Progress cancelled =
                new Progress() {
                    @Override
                    public Progress child(String what, long total) {
                        return this;
                    }

                    @Override
                    public void advance(long units) throws InterruptedIOException {
                        throw new InterruptedIOException("cancelled");
                    }
                };
        List<ImageStep> steps = new TestSteps().layer("A", "1").list();
        assertThrows(
                InterruptedIOException.class,
                () -> Alignment.of(steps, new TestSteps().layer("B", "2").list(), cancelled));
    }

    @Test
    void longAndHostileHistoriesTakeBoundedTime() {
        TestSteps before = new TestSteps();
        TestSteps after = new TestSteps();
        for (int i = 0; i < 100_000; i++) {
            before.empty(i % 3 == 0 ? "" : "ENV A" + i % 7 + "=" + i);
            after.empty(i % 5 == 0 ? "" : "ENV A" + i % 11 + "=" + (i * 31L) % 100_003);
        }
        List<ImageStep> old = before.list();
        List<ImageStep> now = after.list();
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Alignment.of(old, now, Progress.NONE));
    }

    private static Alignment align(TestSteps before, TestSteps after) throws IOException {
        return Alignment.of(before.list(), after.list(), Progress.NONE);
    }

    private static List<String> lines(TestSteps before, TestSteps after) throws IOException {
        return align(before, after).pairs().stream()
                .map(pair -> side(pair.before()) + "=" + side(pair.after()) + " " + pair.reason())
                .toList();
    }

    private static String side(int step) {
        return step < 0 ? "-" : Integer.toString(step);
    }
}
