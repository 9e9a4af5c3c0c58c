package dev.stratoscope.model.runtime;

/** crun under conmon. */
class CrunTest extends LauncherContract {
    @Override
    String launcher() {
        return "crun";
    }

    @Override
    boolean usesConmon() {
        return true;
    }
}
