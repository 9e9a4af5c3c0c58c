package dev.stratoscope.app.window;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.image.Platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Two versions of a web server's image: on one base, with one instruction put in between, caches
 * left out, one file's content and one file's mode changed, and other times.
 */
final class ComparedImages {
    private static final Instant TIME = Instant.parse("2026-01-31T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-11T00:00:00Z");

    private ComparedImages() {}

    static Path before(Engine engine) throws IOException {
        return engine.write(draft(false), "web-1.22.tar");
    }

    static Path after(Engine engine) throws IOException {
        return engine.write(draft(true), "web-1.24.tar");
    }

    /** The new version with one byte of its layer of packages changed. */
    static Path damaged(Engine engine) throws IOException {
        Path file = engine.write(draft(true), "web-damaged.tar");
        byte[] bytes = Files.readAllBytes(file);
        byte[] mark = "program 1.24".getBytes(StandardCharsets.US_ASCII);
        int at = 0;
        while (!Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
            at++;
        }
        bytes[at] = '!';
        return Files.write(file, bytes);
    }

    /** An image that has nothing of the others. */
    static Path stranger(Engine engine) throws IOException {
        LayerDraft layer =
                new LayerDraft(LATER).directory("app", 0755).file("app/run", 0755, "run\n");
        return engine.write(
                new ImageDraft(
                        "demo/stranger:1",
                        new Platform("linux", "amd64", null),
                        List.of("run"),
                        List.of(),
                        Map.of(),
                        LATER,
                        List.of(new Step("COPY run /app/ # buildkit", layer.items()))),
                "stranger.tar");
    }

    private static ImageDraft draft(boolean later) {
        String version = later ? "1.24" : "1.22";
        Instant time = later ? LATER : TIME;
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("/bin/sh -c #(nop) ADD file:1f in / ", base().items()));
        steps.add(new Step("LABEL maintainer=someone", List.of()));
        steps.add(new Step("ENV WEB_VERSION=" + version, List.of()));
        steps.add(
                new Step(
                        "RUN /bin/sh -c apt-get install web=" + version + " # buildkit",
                        packages(later, version, time).items()));
        if (later) {
            steps.add(
                    new Step(
                            "COPY conf/ /etc/web/ # buildkit",
                            new LayerDraft(time)
                                    .file("etc/web/web.conf", 0644, config(true))
                                    .directory("etc/web/conf.d", 0755)
                                    .file("etc/web/conf.d/security.conf", 0644, "hide on;\n")
                                    .items()));
        }
        steps.add(
                new Step(
                        "RUN /bin/sh -c ln -sf /dev/stdout /var/log/web # buildkit",
                        new LayerDraft(TIME).symlink("var/log/web", "/dev/stdout").items()));
        steps.add(new Step("STOPSIGNAL " + (later ? "SIGQUIT" : "SIGTERM"), List.of()));
        steps.add(new Step("CMD [\"web\"]", List.of()));
        return new ImageDraft(
                "demo/web:" + version,
                new Platform("linux", "amd64", null),
                List.of("web"),
                List.of("PATH=/usr/bin", "WEB_VERSION=" + version),
                Map.of("maintainer", "someone"),
                time,
                steps);
    }

    private static LayerDraft base() {
        return new LayerDraft(TIME)
                .directory("etc", 0755)
                .file("etc/passwd", 0644, "root:x:0:0:root:/root:/bin/sh\n")
                .directory("usr", 0755)
                .directory("usr/bin", 0755)
                .file("usr/bin/sh", 0755, "s".repeat(120_000))
                .directory("var", 0755)
                .directory("var/log", 0755);
    }

    private static LayerDraft packages(boolean later, String version, Instant time) {
        LayerDraft layer =
                new LayerDraft(time)
                        .directory("etc/web", 0755)
                        .file("etc/web/web.conf", 0644, config(false))
                        .file("etc/web/mime.types", 0644, "text/html html;\n")
                        .file("etc/web/key.pem", later ? 0600 : 0644, "key\n")
                        .directory("usr/share", 0755)
                        .directory("usr/share/web", 0755)
                        .file("usr/share/web/notice.txt", 0644, "notice\n".repeat(300))
                        .file(
                                "usr/bin/web",
                                0755,
                                ("program " + version + "\n").repeat(later ? 1500 : 1400));
        if (!later) {
            layer.directory("var/cache", 0755)
                    .directory("var/cache/apt", 0755)
                    .file("var/cache/apt/pkgcache.bin", 0644, "p".repeat(90_000))
                    .file("var/cache/apt/srcpkgcache.bin", 0644, "q".repeat(70_000));
        }
        return layer;
    }

    private static String config(boolean later) {
        StringBuilder text = new StringBuilder("user web;\npid /run/web.pid;\n\nevents {\n");
        text.append("    worker_connections ").append(later ? "1024" : "768").append(";\n}\n");
        for (int i = 0; i < 20; i++) {
            text.append("# section ").append(i).append(" is as it was\n");
        }
        text.append(later ? "server_tokens off;\n" : "# server_tokens off;\n");
        return text.append("gzip on;\n").toString();
    }
}
