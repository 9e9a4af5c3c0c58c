package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.Command;
import dev.stratoscope.model.dockerfile.Heredoc;
import dev.stratoscope.model.dockerfile.Instruction;

import java.util.ArrayList;
import java.util.List;

/** The program and arguments that a RUN starts. */
final class RunCommand {
    /** Where a text that names its own interpreter is seen by the command. */
    static final String SCRIPTS = "/dev/pipes/";

    private RunCommand() {}

    /**
     * What is started.
     *
     * @param shell the words that a line is given to
     */
    static List<String> words(Instruction.Run run, List<String> shell) {
        Command command = run.command();
        if (!command.shell()) {
            return command.words();
        }
        Heredoc script = script(run);
        List<String> words = new ArrayList<>(shell);
        if (script != null && script.content().startsWith("#!")) {
            words.add(SCRIPTS + script.name());
        } else if (script != null) {
            words.add(script.content());
        } else {
            StringBuilder line = new StringBuilder(command.words().getFirst());
            for (Heredoc heredoc : command.heredocs()) {
                line.append('\n').append(heredoc.content()).append(heredoc.name());
            }
            words.add(line.toString());
        }
        return words;
    }

    /** The text that is the whole command; null when there is none. */
    static @org.jspecify.annotations.Nullable Heredoc script(Instruction.Run run) {
        Command command = run.command();
        boolean alone =
                command.heredocs().size() == 1
                        && command.words().getFirst().matches("[0-9]*<<-?[\"']?[^<\\s]+");
        return alone ? command.heredocs().getFirst() : null;
    }
}
