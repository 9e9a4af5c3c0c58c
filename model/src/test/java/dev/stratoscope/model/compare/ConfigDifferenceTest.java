package dev.stratoscope.model.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.History;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

class ConfigDifferenceTest {
    private static final Ignored TIMES = Ignored.NOTHING.withTimes(true);

    @Test
    void everyValueIsFoundInItsSection() throws IOException {
        assertEquals(
                List.of(
                        "platform architecture: amd64 | arm64",
                        "platform variant: null | v8",
                        "env A: 1 | 2",
                        "env B: x=y | null",
                        "entrypoint : [\"/e\"] | null",
                        "cmd : [\"sh\"] | [\"sh\",\"-c\"]",
                        "user : null | app",
                        "workdir : / | /srv",
                        "port 443/tcp: null | 443/tcp",
                        "volume /data: /data | null",
                        "label k: old | new",
                        "stop-signal : null | SIGINT",
                        "healthcheck : null | {\"Test\":[\"NONE\"]}",
                        "shell : null | [\"/bin/bash\",\"-c\"]",
                        "onbuild 0: null | RUN x",
                        "other author: me | you",
                        "other config.Hostname: null | box",
                        "other created: 2026-01-01T00:00:00Z | 2026-01-02T00:00:00Z",
                        "other custom.a.b: null | 1"),
                lines(
                        """
                        "os":"linux","architecture":"amd64","author":"me",
                        "created":"2026-01-01T00:00:00Z","config":{"Env":["A=1","B=x=y"],
                        "Entrypoint":["/e"],"Cmd":["sh"],"User":"","WorkingDir":"/",
                        "ExposedPorts":{"80/tcp":{}},"Volumes":{"/data":{}},"Labels":{"k":"old"}}\
                        """,
                        """
                        "os":"linux","architecture":"arm64","variant":"v8","author":"you",
                        "created":"2026-01-02T00:00:00Z","custom":{"a.b":1},"config":{"Env":["A=2"],
                        "Cmd":["sh","-c"],"User":"app","WorkingDir":"/srv","Entrypoint":null,
                        "ExposedPorts":{"443/tcp":{},"80/tcp":{}},"Labels":{"k":"new"},
                        "StopSignal":"SIGINT","Healthcheck":{"Test":["NONE"]},"Tty":false,
                        "Shell":["/bin/bash","-c"],"OnBuild":["RUN x"],"Hostname":"box"}\
                        """,
                        Ignored.NOTHING));
    }

    @Test
    void aConfigIsTheSameAsItself() throws IOException {
        String config = "\"os\":\"linux\",\"config\":{\"Env\":[\"A=1\",\"A=2\"],\"Cmd\":\"x\"}";
        assertEquals(List.of(), lines(config, config, Ignored.NOTHING));
    }

    @Test
    void anotherOrderOfVariablesIsOneChangeUnlessOrderIsIgnored() throws IOException {
        String before = "\"config\":{\"Env\":[\"A=1\",\"B=2\",\"C=3\"]}";
        String after = "\"config\":{\"Env\":[\"B=2\",\"A=1\",\"D=4\"]}";
        assertEquals(
                List.of("env : A B | B A", "env C: 3 | null", "env D: null | 4"),
                lines(before, after, Ignored.NOTHING));
        assertEquals(
                List.of("env C: 3 | null", "env D: null | 4"),
                lines(before, after, Ignored.NOTHING.withOrder(true)));
    }

    @Test
    void timesOfCreationCanBeIgnored() throws IOException {
        String before =
                "\"created\":\"2026-01-01T00:00:00Z\",\"history\":[{\"created\":\"2026-01-01T00:00:00Z\",\"created_by\":\"CMD"
                    + " x\",\"empty_layer\":true}]";
        String after = before.replace("2026", "2027");
        assertEquals(
                List.of(
                        "other created: 2026-01-01T00:00:00Z | 2027-01-01T00:00:00Z",
                        "history 0 created: 2026-01-01T00:00:00Z | 2027-01-01T00:00:00Z"),
                lines(before, after, Ignored.NOTHING));
        assertEquals(List.of(), lines(before, after, TIMES));
    }

    @Test
    void stepsByTimeAloneAreToldApart() throws IOException {
        String history =
                """
                "history":[{"created":"2026-01-01T00:00:00Z","created_by":"ENV A"},
                {"created":"2026-01-01T00:00:00Z","created_by":"ENV B","comment":"FROM ab4c800c1472"},
                {"created":"2026-01-01T00:00:00Z","created_by":"ENV C","comment":"FROM base:1"},
                {"created":"2026-01-01T00:00:00Z","created_by":"ENV D"}]\
                """;
        String later =
                history.replace("2026", "2027")
                        .replace("ab4c", "cd5e")
                        .replace("base:1", "base:2")
                        .replace("\"ENV D\"", "\"ENV D\",\"author\":\"me\"");
        ConfigDifference found = between(history, later, Ignored.NOTHING);
        assertEquals(7, found.changes().size());
        assertEquals(2, found.timeOnlySteps());
        assertEquals(
                List.of("2 comment", "3 author"),
                found.besidesStepTimes().stream().map(ConfigChange::key).toList());
        assertEquals(0, between(history, history, Ignored.NOTHING).timeOnlySteps());
    }

    @Test
    void historyIsComparedStepByStepAsAligned() throws IOException {
        assertEquals(
                List.of(
                        "history 0: null | ENV NEW=1",
                        "history 0 -> 1: CMD [\"a\"] | CMD [\"b\"]",
                        "history 0 -> 1 author: null | me",
                        "history 1 -> 2 comment: c | null",
                        "history 2: USER x | null"),
                lines(
                        """
                        "history":[{"created_by":"CMD [\\"a\\"]","empty_layer":true},
                        {"created_by":"ARG Q","comment":"c","empty_layer":true},
                        {"created_by":"USER x","empty_layer":true}]\
                        """,
                        """
                        "history":[{"created_by":"ENV NEW=1","empty_layer":true},
                        {"created_by":"CMD [\\"b\\"]","author":"me","empty_layer":true},
                        {"created_by":"ARG Q","empty_layer":true}]\
                        """,
                        TIMES));
    }

    @Test
    void stepsInAnotherOrderAreToldUnlessOrderIsIgnored() throws IOException {
        String one = "{\"created_by\":\"ENV A=1\",\"empty_layer\":true}";
        String two = "{\"created_by\":\"ENV B=1\",\"empty_layer\":true}";
        String before = "\"history\":[" + one + "," + two + "]";
        String after = "\"history\":[" + two + "," + one + "]";
        assertEquals(
                List.of("history 1 -> 0 position: 1 | 0"), lines(before, after, Ignored.NOTHING));
        assertEquals(List.of(), lines(before, after, Ignored.NOTHING.withOrder(true)));
    }

    @Test
    void valuesOfTheWrongTypeAreComparedAsJson() throws IOException {
        assertEquals(
                List.of(
                        "env {\"x\":1}: null | ",
                        "user : 7 | [1]",
                        "other config.ExposedPorts: null | [1]",
                        "other config.Labels: null | text",
                        "other config.Volumes: null | 3"),
                lines(
                        "\"config\":{\"User\":7,\"Env\":null}",
                        """
                        "config":{"User":[1],"Env":[{"x":1}],"ExposedPorts":[1],"Labels":"text",
                        "Volumes":3}\
                        """,
                        Ignored.NOTHING));
        assertEquals(
                List.of("other config: null | [1]"),
                lines("\"config\":null", "\"config\":[1]", Ignored.NOTHING));
    }

    private static ConfigDifference between(String before, String after, Ignored ignored)
            throws IOException {
        ImageConfig old = config(before);
        ImageConfig now = config(after);
        Alignment steps = Alignment.of(steps(old), steps(now), Progress.NONE);
        return ConfigDifference.between(old, now, steps, ignored);
    }

    private static List<String> lines(String before, String after, Ignored ignored)
            throws IOException {
        return between(before, after, ignored).changes().stream()
                .map(
                        change ->
                                change.section().word()
                                        + " "
                                        + change.key()
                                        + ": "
                                        + change.before()
                                        + " | "
                                        + change.after())
                .toList();
    }

    private static List<ImageStep> steps(ImageConfig config) {
        TestSteps steps = new TestSteps();
        for (History step : config.history()) {
            steps.empty(step.createdBy());
        }
        return steps.list();
    }

    private static ImageConfig config(String fields) throws IOException {
        String json = "{" + fields + ",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[]}}";
        return ImageConfig.parse(
                "config", json.getBytes(StandardCharsets.UTF_8), new Documents(Limits.DEFAULT));
    }
}
