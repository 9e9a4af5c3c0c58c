package dev.stratoscope.model.runtime;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.snapshot.OverlaySnapshot;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tries a launcher. An OCI runtime is let make a whole container on an empty root, in which the
 * program is looked for last of all: when it complains of nothing but that there is no such
 * program, it is fit.
 */
final class Probe {
    private static final String PROGRAM = "/none";
    private static final String ID = "0".repeat(64);

    private final Path home;
    private final Path skeleton;

    /**
     * Probes below a folder, which has to be on a disk that layers can be written to.
     *
     * @param skeleton as of {@link Skeleton}
     */
    Probe(Path home, Path skeleton) {
        this.home = home;
        this.skeleton = skeleton;
    }

    /** What is to be known of an OCI runtime of this machine. */
    Fit runtime(String name) throws IOException {
        String program = Commands.find(name);
        if (program == null) {
            return unfit(name, "", "", "is not installed");
        }
        Launcher launcher = new Launcher(name, program, version(program), null);
        String reason = complaint(new Fit(launcher, false, true));
        if (reason == null) {
            return new Fit(launcher, false, true);
        }
        boolean hybrid = Files.isDirectory(Path.of(Supervision.UNIFIED));
        if (hybrid && complaint(new Fit(launcher, true, true)) == null) {
            return new Fit(launcher, true, true);
        }
        if (name.equals("crun") && complaint(new Fit(launcher, hybrid, false)) == null) {
            return new Fit(launcher, hybrid, false);
        }
        return unfit(name, program, launcher.version(), reason);
    }

    /** What is to be known of the basic launcher. */
    Fit basic() throws IOException {
        for (String needed : BasicLauncher.NEEDED) {
            if (Commands.find(needed) == null) {
                return unfit(Launcher.BASIC, "", "", needed + " is not installed");
            }
        }
        String program = String.valueOf(Commands.find(Launcher.BASIC));
        Fit fit =
                new Fit(
                        new Launcher(Launcher.BASIC, program, version(program), null),
                        false,
                        false);
        String reason = complaint(fit);
        return reason == null ? fit : unfit(Launcher.BASIC, program, version(program), reason);
    }

    static Fit unfit(String name, String program, String version, String reason) {
        return new Fit(new Launcher(name, program, version, reason), false, false);
    }

    private static String version(String program) throws IOException {
        String first =
                Commands.run(Commands.of(List.of(program, "--version")))
                        .printed()
                        .lines()
                        .findFirst()
                        .orElse("");
        return first.substring(first.lastIndexOf(' ') + 1);
    }

    /** Why a runtime cannot make a container; null when it can. */
    private @Nullable String complaint(Fit fit) throws IOException {
        Files.createDirectories(home);
        Path folder = Files.createTempDirectory(home, "probe");
        try {
            for (String name : List.of("upper", "work", "merged", "layers/empty/fs")) {
                Files.createDirectories(folder.resolve(name));
            }
            RunFolder run = RunFolder.of(ID, folder);
            run.renew();
            LaunchSpec spec = spec(folder);
            EtcFiles.write(run.etc(), spec);
            ObjectNode seccomp = Seccomp.filter();
            Json.write(run.config(), new Bundle(spec, run.etc(), seccomp, fit.cgroups()).config());
            Commands.Ended ended =
                    Commands.run(
                            new Supervision(run, fit).attached(spec),
                            Start.root(spec.root(), skeleton, fit)::start);
            String complaints = ended.printed() + "\n" + ProcessFiles.text(run.complaints());
            int code = Complaints.of(PROGRAM, complaints).exitCode();
            return code == LaunchException.NOT_FOUND ? null : Complaints.last(complaints);
        } finally {
            RunFolder.removeTree(folder);
        }
    }

    private LaunchSpec spec(Path folder) {
        return new LaunchSpec(
                ID,
                folder,
                new OverlaySnapshot("probe", folder, folder.resolve("layers"), List.of("empty")),
                List.of(PROGRAM),
                List.of("PATH=/"),
                "/",
                Identity.ROOT,
                "probe",
                List.of(),
                List.of(),
                false,
                NetworkMode.NONE,
                List.of(),
                ResourceLimits.NONE,
                false,
                false);
    }
}
