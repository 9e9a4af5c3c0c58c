package dev.stratoscope.app.window;

import dev.stratoscope.model.Engine;
import dev.stratoscope.model.ImageDraft;
import dev.stratoscope.model.ImageDraft.Item;
import dev.stratoscope.model.ImageDraft.LayerDraft;
import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.tree.EntryType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A shop's image as two builders would have made it: a base of the classic builder, and on it what
 * a later one added, changed and removed. Whole, cut off, or with a byte changed.
 */
final class StoryImages {
    static final String BIGGEST = "srv/shop/models/recommend.onnx";
    private static final Instant TIME = Instant.parse("2026-01-31T09:12:00Z");
    private static final String CLASSIC = "/bin/sh -c #(nop) ";

    private StoryImages() {}

    static Path shop(Engine engine) throws IOException {
        return engine.write(draft(), "shop.tar");
    }

    /** The shop with one byte of its fourth layer, the installed packages, changed. */
    static Path damaged(Engine engine) throws IOException {
        Path file = engine.write(draft(), "shop-damaged.tar");
        byte[] bytes = Files.readAllBytes(file);
        byte[] mark = "class Flask".getBytes(StandardCharsets.US_ASCII);
        int at = 0;
        while (!Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
            at++;
        }
        bytes[at] = '!';
        return Files.write(file, bytes);
    }

    /** The first half of the shop's archive, as after a download that broke off. */
    static Path cutOff(Engine engine) throws IOException {
        byte[] bytes = Files.readAllBytes(shop(engine));
        byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
        return Files.write(engine.home().resolve("shop-half.tar"), half);
    }

    /** What a folder of the whole image holds: file contents by path below that folder's parent. */
    static Map<String, String> contents(String folder) {
        String parent = folder.substring(0, folder.lastIndexOf('/') + 1);
        Map<String, String> files = new TreeMap<>();
        for (Step step : draft().steps()) {
            for (Item item : step.entries()) {
                String path = text(item.path().toByteArray());
                String name = path.substring(path.lastIndexOf('/') + 1);
                if (name.startsWith(".wh.")) {
                    files.remove(path.replace(".wh.", "").substring(parent.length()));
                } else if (path.startsWith(folder + "/")
                        && item.attributes().type() == EntryType.FILE) {
                    files.put(path.substring(parent.length()), text(item.content().toByteArray()));
                }
            }
        }
        return files;
    }

    static ImageDraft draft() {
        return new ImageDraft(
                "acme/shop:2.4",
                new Platform("linux", "amd64", null),
                List.of("python3", "-m", "shop"),
                List.of("PATH=/usr/local/bin:/usr/bin:/bin", "PYTHONUNBUFFERED=1"),
                Map.of("org.opencontainers.image.title", "Acme shop"),
                TIME,
                List.of(
                        new Step(CLASSIC + "ADD file:5b1c3e0c41f4a0c2 in / ", base().items()),
                        new Step(CLASSIC + " LABEL maintainer=web@acme.example", List.of()),
                        new Step(CLASSIC + " CMD [\"bash\"]", List.of()),
                        new Step(
                                "/bin/sh -c apt-get update && apt-get install -y"
                                        + " --no-install-recommends ca-certificates python3"
                                        + " python3-pip",
                                python().items()),
                        new Step("ENV PYTHONUNBUFFERED=1", List.of()),
                        new Step("WORKDIR /srv/shop", workFolder().items()),
                        new Step(
                                "COPY requirements.txt config.yml ./ # buildkit",
                                settings().items()),
                        new Step(
                                "RUN /bin/sh -c pip install --no-cache-dir -r requirements.txt #"
                                        + " buildkit",
                                packages().items()),
                        new Step("COPY --chown=1000:1000 . . # buildkit", shopItself().items()),
                        new Step(
                                "RUN /bin/sh -c rm -rf .env config.yml /var/lib/apt/lists/* #"
                                        + " buildkit",
                                cleaned().items()),
                        new Step("EXPOSE map[8080/tcp:{}]", List.of()),
                        new Step("USER 1000:1000", List.of()),
                        new Step("CMD [\"python3\" \"-m\" \"shop\"]", List.of())));
    }

    private static LayerDraft base() {
        return new LayerDraft(TIME)
                .directory("bin", 0755)
                .file("bin/bash", 0755, filled("bash", 310_000))
                .file("bin/ls", 0755, filled("ls", 96_000))
                .directory("etc", 0755)
                .file("etc/os-release", 0644, "PRETTY_NAME=\"Acme Linux 12\"\nVERSION_ID=12\n")
                .file("etc/passwd", 0644, "root:x:0:0:root:/root:/bin/bash\nshop:x:1000:1000::/:\n")
                .file("etc/group", 0644, "root:x:0:\nshop:x:1000:\n")
                .directory("tmp", 01777)
                .directory("usr", 0755)
                .directory("usr/lib", 0755)
                .file("usr/lib/libc.so.6", 0755, filled("libc", 420_000))
                .directory("var", 0755)
                .directory("var/lib", 0755);
    }

    private static LayerDraft python() {
        return new LayerDraft(TIME)
                .directory("etc/ssl", 0755)
                .file("etc/ssl/ca.pem", 0644, filled("certificate", 42_000))
                .directory("usr/bin", 0755)
                .file("usr/bin/python3.11", 0755, filled("python", 380_000))
                .symlink("usr/bin/python3", "python3.11")
                .directory("usr/lib/python3", 0755)
                .file("usr/lib/python3/asyncio.py", 0644, filled("async", 64_000))
                .file("usr/lib/python3/json.py", 0644, filled("json", 21_000))
                .directory("var/lib/apt", 0755)
                .directory("var/lib/apt/lists", 0755)
                .file("var/lib/apt/lists/main_amd64_Packages", 0644, filled("package", 240_000));
    }

    private static LayerDraft workFolder() {
        return new LayerDraft(TIME).directory("srv", 0755).directory("srv/shop", 0755);
    }

    private static LayerDraft settings() {
        return new LayerDraft(TIME)
                .directory("srv/shop", 0755)
                .file("srv/shop/requirements.txt", 0644, "flask==3.0.2\nonnxruntime==1.17.0\n")
                .file("srv/shop/config.yml", 0644, "debug: true\nport: 5000\n");
    }

    private static LayerDraft packages() {
        return new LayerDraft(TIME)
                .directory("usr/local", 0755)
                .directory("usr/local/lib", 0755)
                .directory("usr/local/lib/flask", 0755)
                .file("usr/local/lib/flask/app.py", 0644, "class Flask:\n    name = \"flask\"\n")
                .file("usr/local/lib/onnxruntime.so", 0755, filled("onnx", 520_000));
    }

    private static LayerDraft shopItself() {
        return new LayerDraft(TIME)
                .owner(1000)
                .directory("srv/shop", 0755)
                .file("srv/shop/.env", 0600, "DATABASE_URL=postgres://shop:s3cret@db/shop\n")
                .file("srv/shop/config.yml", 0640, "debug: false\nport: 8080\nworkers: 4\n")
                .directory("srv/shop/models", 0755)
                .file(BIGGEST, 0644, filled("weights", 1_400_000))
                .file("srv/shop/models/README.md", 0644, "# Models\n\nTrained each night.\n")
                .directory("srv/shop/shop", 0755)
                .file("srv/shop/shop/__main__.py", 0644, "from shop import web\n\nweb.serve()\n")
                .file("srv/shop/shop/web.py", 0644, filled("def page(): return None", 9_000));
    }

    private static LayerDraft cleaned() {
        return new LayerDraft(TIME)
                .directory("srv/shop", 0755)
                .whiteout("srv/shop/.env")
                .whiteout("srv/shop/config.yml")
                .directory("var/lib/apt/lists", 0755)
                .whiteout("var/lib/apt/lists/main_amd64_Packages");
    }

    private static String filled(String line, int size) {
        return (line + "\n").repeat(size / (line.length() + 1) + 1).substring(0, size);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
