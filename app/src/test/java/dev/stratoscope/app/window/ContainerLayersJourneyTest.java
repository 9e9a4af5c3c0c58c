package dev.stratoscope.app.window;

import dev.stratoscope.app.Drafts;
import dev.stratoscope.model.ImageSource;
import dev.stratoscope.model.Tools;

import dev.stratoscope.model.ImageDraft.Step;
import dev.stratoscope.model.container.Container;
import dev.stratoscope.model.container.RunSpecBuilder;
import dev.stratoscope.model.task.Progress;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;

class ContainerLayersJourneyTest extends WindowTest {
    @Test
    void pictures() throws Exception {
        Path image =
                Drafts.write(
                        engine,
                        "busy",
                        new Step("COPY busybox /bin/ # buildkit",
                                Drafts.layer().directory("bin", 0755)
                                    .file("bin/busybox", 0755, dev.stratoscope.model.tree.ByteString.of(java.nio.file.Files.readAllBytes(Path.of("/bin/busybox"))))
                                    .symlink("bin/sh", "busybox").directory("etc",0755).items()),
                        new Step("ENV A=b", java.util.List.of()),
                        new Step("COPY etc / # buildkit",
                                Drafts.layer().directory("etc", 0755).directory("etc/nginx",0755)
                                    .file("etc/nginx/nginx.conf", 0644, "user www-data;\nworker_processes auto;\npid /run/nginx.pid;\n\nevents {\n    worker_connections 768;\n}\n")
                                    .file("etc/motd", 0644, "hello\n".repeat(40))
                                    .file("etc/old.conf", 0644, "old\n").items()));
        engine.store().load(ImageSource.of(image), null, Progress.NONE);
        Container c = engine.containers().create(new RunSpecBuilder("demo/busy:1").name("web").command("/bin/sh", "-c",
            "b=/bin/busybox; echo gzip on > /etc/nginx/gzip.conf; echo 'worker_connections 1024;' >> /etc/nginx/nginx.conf; $b rm /etc/old.conf; $b chmod 600 /etc/motd; $b mkdir -p /var/cache/x; $b dd if=/dev/zero of=/var/cache/x/db bs=1k count=38; for i in 1 2 3 4 5 6 7 8 9; do echo $i > /var/f$i; done; while true; do $b date >> /var/log.txt; $b sleep 3; done").build(), Progress.NONE);
        c.start(Progress.NONE);
        Thread.sleep(500);
        onScreen(() -> { window.containers().openContainer(c.id(), "web"); return null; });
        quiet();
        Thread.sleep(2500);
        quiet();
        picture("layers-files");
        onScreen(() -> { ((javafx.scene.control.ToggleButton) robot.lookup(".lower-tab").nth(1).query()).fire(); return null; });
        quiet();
        Thread.sleep(3000);
        quiet();
        picture("layers-changes");
        c.stop(java.time.Duration.ZERO);
        c.remove(true);
    }
}
