package dev.stratoscope.model.runtime;

/** runc under conmon. */
class RuncTest extends LauncherContract {
    @Override
    String launcher() {
        return "runc";
    }

    @Override
    boolean usesConmon() {
        return true;
    }
}
