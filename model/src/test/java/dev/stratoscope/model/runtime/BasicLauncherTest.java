package dev.stratoscope.model.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.List;

/** util-linux alone, as where no OCI runtime is installed. */
class BasicLauncherTest extends LauncherContract {
    @Override
    String launcher() {
        return "unshare";
    }

    @Override
    boolean usesConmon() {
        return false;
    }

    /** Before any launcher is asked, so it is tried with one only. */
    @Test
    void takenPortIsRefusedBeforeAnythingStarts() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            TestLaunch launch = launch("/bin/true");
            launch.ports = List.of(new PublishedPort("0.0.0.0", taken.getLocalPort(), 80));
            LaunchSpec spec = launch.spec();
            PortTakenException e = assertThrows(PortTakenException.class, () -> start(spec));
            assertEquals(launch.ports.getFirst(), e.port());
            Run run = launchers().run(spec.id(), spec.folder());
            assertEquals(RunState.Status.NONE, run.state().status());
        }
    }
}
