package dev.stratoscope.model.runtime;

/** crun beside a shell, as where conmon is missing. */
class ShellSupervisorTest extends LauncherContract {
    @Override
    String launcher() {
        return "crun";
    }

    @Override
    boolean usesConmon() {
        return false;
    }
}
