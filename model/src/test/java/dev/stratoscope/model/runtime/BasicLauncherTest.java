package dev.stratoscope.model.runtime;

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
}
