package dev.stratoscope.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.stratoscope.model.ImageDraft.LayerDraft;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Two images that differ by changes that are known: exactly those are shown. */
class CompareTruthTest {
    @TempDir private Path home = Path.of("");

    private static LayerDraft packages(String version) {
        return DraftImage.layer()
                .directory("usr", 0755)
                .directory("usr/bin", 0755)
                .directory("var", 0755)
                .file("usr/bin/tool", 0755, "tool " + version)
                .file("usr/bin/other", 0755, "other")
                .file("var/status", 0644, "Package: tool\nVersion: " + version + "\n");
    }

    private static LayerDraft application(String folder, int mode, String link) {
        return DraftImage.layer()
                .directory("srv", 0755)
                .directory("srv/" + folder, 0755)
                .file("srv/" + folder + "/one", 0644, "one")
                .file("srv/" + folder + "/two", 0644, "two")
                .file("srv/start", mode, "start")
                .symlink("srv/current", link);
    }

    private String old() throws IOException {
        return base("1.0")
                .step("COPY app /srv", application("app", 0644, "app"))
                .step("CMD [\"start\"]")
                .writeTo(Files.createDirectories(home.resolve("old")));
    }

    private String changed() throws IOException {
        return base("1.1")
                .step("RUN configure", DraftImage.layer().file("etc/tool.conf", 0644, "b=2"))
                .step("COPY app /srv", application("moved", 0755, "moved"))
                .step("CMD [\"start\"]")
                .writeTo(Files.createDirectories(home.resolve("new")));
    }

    private static DraftImage base(String version) {
        return new DraftImage()
                .step(
                        "COPY base /",
                        DraftImage.layer()
                                .directory("etc", 0755)
                                .file("etc/tool.conf", 0644, "a=1")
                                .file("etc/same", 0644, "same"))
                .step("RUN install tool=" + version, packages(version))
                .step("ENV MODE=fast")
                .step("RUN rest", DraftImage.layer().file("opt/rest", 0644, "rest"));
    }

    @Test
    void exactlyTheKnownChangesAreShown() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : CommandLineRun.of("compare", "--json", old(), changed()).lines()) {
            JsonNode row = new JsonMapper().readTree(line);
            String section = row.path("section").asText();
            String what =
                    switch (section) {
                        case "file" -> row.path("path").asText() + row.path("differs");
                        case "layer" -> pair(row) + " " + row.path("reason").asText();
                        default -> row.path("key").asText();
                    };
            lines.add(section + " " + row.path("change").asText() + " " + what.strip());
        }
        assertEquals(
                List.of(
                        "file modified etc/tool.conf[\"content\"]",
                        "file deleted srv/app",
                        "file deleted srv/app/one",
                        "file deleted srv/app/two",
                        "file modified srv/current[\"target\"]",
                        "file added srv/moved",
                        "file added srv/moved/one",
                        "file added srv/moved/two",
                        "file metadata srv/start[\"mode\"]",
                        "file modified usr/bin/tool[\"content\"]",
                        "file modified var/status[\"content\"]",
                        "layer modified 1=1 alike",
                        "layer added -=3",
                        "layer modified 3=4 same instruction",
                        "history modified 1",
                        "history added 4"),
                lines);
    }

    private static String pair(JsonNode row) {
        return row.at("/before/index").asText("-") + "=" + row.at("/after/index").asText("-");
    }
}
