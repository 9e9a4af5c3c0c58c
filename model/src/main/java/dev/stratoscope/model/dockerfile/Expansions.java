package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Function;

/**
 * Replaces variables by their values, by the rules of BuildKit's lexer. Remembers which names were
 * asked for. Not for several threads.
 */
public final class Expansions {
    private final String file;
    private final char escape;
    private final Function<String, @Nullable String> values;
    private final SequencedSet<String> used = new LinkedHashSet<>();

    /**
     * Expansions with values.
     *
     * @param file what the Dockerfile is called, for messages
     * @param escape the Dockerfile's escape character
     * @param values the value of a name; null when it has none
     */
    public Expansions(String file, char escape, Function<String, @Nullable String> values) {
        this.file = file;
        this.escape = escape;
        this.values =
                name -> {
                    used.add(name);
                    return values.apply(name);
                };
    }

    /** The names that had a say in what was expanded, those without a value too. */
    public SequencedSet<String> used() {
        return Collections.unmodifiableSequencedSet(used);
    }

    /**
     * The instruction with its variables replaced, where its kind has them replaced at all.
     *
     * @throws DockerfileException when a form is wrong or a required value is missing
     */
    public Instruction expand(Instruction instruction) throws DockerfileException {
        One one = new One(instruction.statement());
        return switch (instruction) {
            case Instruction.From from ->
                    new Instruction.From(
                            from.statement(),
                            one.word(from.platform()),
                            one.sure(from.image()),
                            from.name());
            case Instruction.Arg arg -> {
                List<Instruction.Arg.Default> names = new ArrayList<>();
                for (Instruction.Arg.Default name : arg.names()) {
                    names.add(
                            new Instruction.Arg.Default(
                                    one.sure(name.name()), one.word(name.value())));
                }
                yield new Instruction.Arg(arg.statement(), List.copyOf(names));
            }
            case Instruction.Env env ->
                    new Instruction.Env(env.statement(), one.pairs(env.pairs()));
            case Instruction.Label label ->
                    new Instruction.Label(label.statement(), one.pairs(label.pairs()));
            case Instruction.Copy copy ->
                    new Instruction.Copy(
                            copy.statement(),
                            one.all(copy.sources()),
                            one.heredocs(copy.inline()),
                            one.sure(copy.target()),
                            copy.from(),
                            one.word(copy.owner()),
                            one.word(copy.mode()),
                            copy.link(),
                            copy.parents(),
                            one.all(copy.excluded()));
            case Instruction.Add add ->
                    new Instruction.Add(
                            add.statement(),
                            one.all(add.sources()),
                            one.heredocs(add.inline()),
                            one.sure(add.target()),
                            one.word(add.owner()),
                            one.word(add.mode()),
                            add.link(),
                            add.keepGitDir(),
                            one.word(add.checksum()),
                            add.unpack(),
                            one.all(add.excluded()));
            case Instruction.Expose expose ->
                    new Instruction.Expose(expose.statement(), one.words(expose.ports()));
            case Instruction.Volume volume ->
                    new Instruction.Volume(volume.statement(), one.all(volume.paths()));
            case Instruction.User user ->
                    new Instruction.User(user.statement(), one.sure(user.user()));
            case Instruction.Workdir workdir ->
                    new Instruction.Workdir(workdir.statement(), one.sure(workdir.path()));
            case Instruction.Stopsignal stop ->
                    new Instruction.Stopsignal(stop.statement(), one.sure(stop.signal()));
            case Instruction.Run run ->
                    new Instruction.Run(
                            run.statement(),
                            run.command(),
                            one.mounts(run.mounts()),
                            run.network(),
                            run.security());
            case Instruction.Cmd cmd -> cmd;
            case Instruction.Entrypoint entrypoint -> entrypoint;
            case Instruction.Shell shell -> shell;
            case Instruction.Healthcheck healthcheck -> healthcheck;
            case Instruction.Maintainer maintainer -> maintainer;
            case Instruction.Onbuild onbuild -> onbuild;
        };
    }

    /** What an instruction expands. */
    private interface Expanding<T> {
        T run() throws WordException;
    }

    /** The words of one statement. */
    private final class One {
        private final Statement statement;

        One(Statement statement) {
            this.statement = statement;
        }

        private <T> T checked(Expanding<T> expanding) throws DockerfileException {
            try {
                return expanding.run();
            } catch (WordException e) {
                throw new DockerfileException(
                        file, statement.range(), e.getMessage() + "", statement.original());
            }
        }

        private WordLexer lexer(String text) {
            return new WordLexer(text, escape, values);
        }

        String sure(String text) throws DockerfileException {
            return checked(() -> lexer(text).word());
        }

        @Nullable String word(@Nullable String text) throws DockerfileException {
            return text == null ? null : sure(text);
        }

        List<String> all(List<String> texts) throws DockerfileException {
            List<String> expanded = new ArrayList<>();
            for (String text : texts) {
                expanded.add(sure(text));
            }
            return List.copyOf(expanded);
        }

        List<String> words(List<String> texts) throws DockerfileException {
            List<String> expanded = new ArrayList<>();
            for (String text : texts) {
                expanded.addAll(checked(() -> lexer(text).words()));
            }
            return List.copyOf(expanded);
        }

        List<Pair> pairs(List<Pair> pairs) throws DockerfileException {
            List<Pair> expanded = new ArrayList<>();
            for (Pair pair : pairs) {
                expanded.add(new Pair(sure(pair.name()), sure(pair.value())));
            }
            return List.copyOf(expanded);
        }

        List<Heredoc> heredocs(List<Heredoc> heredocs) throws DockerfileException {
            List<Heredoc> expanded = new ArrayList<>();
            for (Heredoc heredoc : heredocs) {
                String content = heredoc.content();
                String text =
                        heredoc.expand()
                                ? checked(() -> WordLexer.ofHeredoc(content, values).word())
                                : content;
                expanded.add(new Heredoc(heredoc.name(), text, heredoc.expand(), heredoc.range()));
            }
            return List.copyOf(expanded);
        }

        List<Mount> mounts(List<Mount> mounts) throws DockerfileException {
            List<Mount> expanded = new ArrayList<>();
            for (Mount mount : mounts) {
                expanded.add(
                        new Mount(
                                mount.type(),
                                word(mount.target()),
                                sure(mount.source()),
                                word(mount.from()),
                                word(mount.id()),
                                mount.readOnly(),
                                mount.sharing(),
                                mount.mode(),
                                mount.uid(),
                                mount.gid(),
                                mount.size(),
                                mount.required(),
                                mount.env()));
            }
            return List.copyOf(expanded);
        }
    }
}
