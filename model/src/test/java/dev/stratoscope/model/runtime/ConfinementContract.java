package dev.stratoscope.model.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a container may do, see and use, whatever starts it and stays with it. */
abstract class ConfinementContract extends LauncherFixture {
    @Test
    void isConfined() throws IOException {
        String text =
                printed(
                        shell(
                                "cat /proc/self/status; ls /proc/self/fd; hostname;"
                                        + " head -c 9 /proc/kcore; head -c 9 /proc/keys;"
                                        + " ls /sys/firmware; touch /proc/sys/kernel/x;"
                                        + " touch /sys/x; echo $PATH"));
        assertTrue(text.contains("CapInh:\t0000000000000000"), text);
        assertTrue(text.contains("CapPrm:\t00000000a80425fb"), text);
        assertTrue(text.contains("CapEff:\t00000000a80425fb"), text);
        assertTrue(text.contains("CapBnd:\t00000000a80425fb"), text);
        assertTrue(text.contains("CapAmb:\t0000000000000000"), text);
        assertTrue(text.contains("NoNewPrivs:\t1"), text);
        assertTrue(text.contains("\n0\n1\n2\n3\nhost-of-test\n"), text);
        assertTrue(text.contains("/proc/sys/kernel/x: "), text);
        assertTrue(text.contains("/sys/x: Read-only file system"), text);
        boolean filtered = text.contains("Seccomp:\t2");
        assertEquals(!launcher().equals(Launcher.BASIC), filtered, text);
    }

    @Test
    void otherUsersHaveNoPrivileges() throws IOException {
        TestLaunch launch = shell("id; cat /proc/self/status; pwd");
        launch.user = new Identity(1000, 1001, List.of(1001L, 1002L), "/");
        launch.cwd = "/etc";
        String text = printed(launch);
        assertTrue(text.contains("uid=1000 gid=1001 groups=1001,1002"), text);
        assertTrue(text.contains("CapPrm:\t0000000000000000"), text);
        assertTrue(text.contains("CapEff:\t0000000000000000"), text);
        assertTrue(text.endsWith("/etc\n"), text);
    }

    @Test
    void seesItsBindsAndMemoryAndAReadOnlyRoot() throws IOException {
        Path shared = Files.createDirectory(home.resolve("shared"));
        Files.writeString(shared.resolve("in"), "from outside");
        Path fixed = Files.createDirectory(home.resolve("fixed"));
        TestLaunch launch =
                shell(
                        "cat /data/in; touch /data/out; touch /fixed/x; touch /root-file;"
                                + " touch /tmp/y && echo writable");
        launch.binds =
                List.of(
                        new BindMount(shared.toString(), "/data", false),
                        new BindMount(fixed.toString(), "/fixed", true));
        launch.tmpfs = List.of("/tmp");
        launch.readOnly = true;
        // A read-only root cannot be given mount points, so the layer has them already.
        LaunchSpec spec = launch.spec();
        for (String name : List.of("data", "fixed", "tmp")) {
            Files.createDirectory(spec.root().upper().resolve(name));
        }
        Run run = start(spec);
        run.await();
        String text = text(run);
        assertTrue(text.startsWith("from outside"), text);
        assertTrue(Files.exists(shared.resolve("out")));
        assertTrue(text.contains("/fixed/x: Read-only file system"), text);
        assertTrue(text.contains("/root-file: Read-only file system"), text);
        assertTrue(text.contains("writable\n"), text);
    }

    @Test
    void tellsWhatItUses() throws IOException {
        Run run = start(launch("/bin/sleep", "100").spec());
        Stats stats = run.stats();
        assertTrue(stats.memory() > 0 && stats.memory() < 1L << 30, stats.toString());
        assertTrue(stats.memoryLimit() > 1L << 20, stats.toString());
        assertTrue(stats.pids() >= 1 && stats.pids() < 20, stats.toString());
        assertTrue(stats.cpuNanos() >= 0, stats.toString());
    }

    private boolean holdsLimits() throws IOException {
        return launchers().fit(launcher()).cgroups();
    }

    @Test
    void whoTakesMoreMemoryThanAllowedIsKilled() throws IOException {
        assumeTrue(holdsLimits(), launcher() + " can make no cgroups here");
        TestLaunch launch = shell("exec busybox dd if=/dev/zero of=/dev/null bs=64M count=1");
        launch.limits = new ResourceLimits(16 << 20, 0, 0);
        assertEquals(137, start(launch.spec()).await());
    }

    @Test
    void noMoreProcessesThanAllowedCanBeMade() throws IOException {
        assumeTrue(holdsLimits(), launcher() + " can make no cgroups here");
        TestLaunch launch = shell("for i in 1 2 3 4 5; do /bin/sleep 1 & done; wait");
        launch.limits = new ResourceLimits(0, 0, 3);
        String printed = printed(launch);
        assertTrue(printed.contains("can't fork"), printed);
    }

    @Test
    void processorsAreSharedOutAsAllowed() throws Exception {
        assumeTrue(holdsLimits(), launcher() + " can make no cgroups here");
        TestLaunch launch = shell("while :; do :; done");
        launch.limits = new ResourceLimits(0, 0.2, 0);
        long before = System.nanoTime();
        Run run = start(launch.spec());
        Thread.sleep(500);
        long used = run.stats().cpuNanos();
        long passed = System.nanoTime() - before;
        assertTrue(used < passed / 2, used + " of " + passed);
    }

    @Test
    void limitsThatWouldNotHoldAreRefused() throws IOException {
        assumeTrue(!holdsLimits(), launcher() + " makes cgroups here");
        TestLaunch launch = shell("exit 0");
        launch.limits = new ResourceLimits(0, 0, 3);
        LaunchException e = assertThrows(LaunchException.class, () -> start(launch.spec()));
        assertEquals(125, e.exitCode());
        assertTrue(e.getMessage().contains("no limit would hold"), e.getMessage());
    }
}
