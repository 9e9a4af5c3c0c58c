package dev.stratoscope.model.runtime;

import com.fasterxml.jackson.databind.JsonNode;

import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.Limits;
import dev.stratoscope.model.snapshot.Active;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The start of one container. */
final class Start {
    private static final int LONGEST = 1 << 16;

    private final LaunchSpec spec;
    private final Fit fit;
    private final RunFolder folder;
    private final Path skeleton;

    Start(LaunchSpec spec, Fit fit, Path skeleton) {
        this.spec = spec;
        this.fit = fit;
        this.folder = RunFolder.of(spec.id(), spec.folder());
        this.skeleton = skeleton;
    }

    Run inBackground() throws IOException {
        DiskRun run = new DiskRun(folder);
        if (run.state().isLive()) {
            throw new IllegalStateException(spec.id() + " runs already");
        }
        run.delete();
        folder.renew();
        EtcFiles.write(folder.etc(), spec);
        Json.write(
                folder.config(),
                new Bundle(spec, folder.etc(), Seccomp.filter(), fit.cgroups()).config());
        new LaunchRecord(fit, LaunchRecord.CONMON).write(folder.launch());
        try {
            supervise();
        } catch (IOException | RuntimeException e) {
            run.delete();
            folder.discard();
            throw e;
        }
        return run;
    }

    private void supervise() throws IOException {
        List<String> words =
                new Supervision(folder, fit)
                        .underConmon("/usr/bin/conmon", spec, mountOptions(spec.root(), skeleton));
        ProcessBuilder builder =
                Commands.of(words)
                        .redirectOutput(ProcessBuilder.Redirect.PIPE)
                        .redirectError(folder.complaints().toFile());
        builder.environment().put("_OCI_SYNCPIPE", "3");
        Process process = builder.start();
        String program = spec.args().getFirst();
        try (var answers = process.getInputStream()) {
            byte[] answer = line(answers);
            if (answer.length == 0) {
                Commands.end(process, program);
                String complaints = ProcessFiles.text(folder.complaints());
                throw new LaunchException(
                        program,
                        LaunchException.FAILED,
                        Complaints.of(program, complaints == null ? "" : complaints).reason());
            }
            JsonNode told = new Documents(Limits.DEFAULT).parse("conmon", answer);
            if (told.path("data").asLong(-1) < 0) {
                throw Complaints.of(program, told.path("message").asText());
            }
        }
    }

    private static byte[] line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != '\n' && line.size() < LONGEST; b = in.read()) {
            line.write(b);
        }
        return line.toByteArray();
    }

    /** The options of an overlay mount with a last layer below all others. */
    static String mountOptions(Active root, Path skeleton) throws IOException {
        List<String> lowers = new ArrayList<>(root.lowers());
        lowers.add(root.layers().toAbsolutePath().relativize(skeleton).toString());
        return new Active(root.key(), root.folder(), root.layers(), lowers).mountOptions();
    }
}
