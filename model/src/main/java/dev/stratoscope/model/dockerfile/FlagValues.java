package dev.stratoscope.model.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The flags of one instruction, each known to it. */
final class FlagValues {
    private final SourceText text;
    private final Map<String, List<Flag>> byName = new LinkedHashMap<>();

    /**
     * The flags of a statement.
     *
     * @param once what may be given once
     * @param often what may be given several times
     * @throws DockerfileException when one is unknown or given twice
     */
    FlagValues(SourceText text, Statement statement, Set<String> once, Set<String> often)
            throws DockerfileException {
        this.text = text;
        for (Flag flag : statement.flags()) {
            if (!once.contains(flag.name()) && !often.contains(flag.name())) {
                List<String> known = new ArrayList<>(once);
                known.addAll(often);
                throw text.wrong(
                        flag.range(),
                        statement.keyword()
                                + " has no flag --"
                                + flag.name()
                                + (known.isEmpty()
                                        ? "; it takes none"
                                        : ": expected one of --"
                                                + String.join(
                                                        ", --", known.stream().sorted().toList())));
            }
            List<Flag> same = byName.computeIfAbsent(flag.name(), _ -> new ArrayList<>());
            if (!same.isEmpty() && once.contains(flag.name())) {
                throw text.wrong(flag.range(), "--" + flag.name() + " may be given only once");
            }
            same.add(flag);
        }
    }

    /** All of a name, in their order. */
    List<Flag> all(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /** The value of one; null when it was not given. */
    @Nullable String value(String name) throws DockerfileException {
        List<Flag> given = all(name);
        if (given.isEmpty()) {
            return null;
        }
        Flag flag = given.getFirst();
        if (flag.value().isEmpty()) {
            throw text.wrong(
                    flag.range(), "--" + name + " needs a value: expected --" + name + "=…");
        }
        return flag.value();
    }

    /** A value that is one of some; the usual when it was not given. */
    String choice(String name, String usual, Set<String> values) throws DockerfileException {
        String given = value(name);
        if (given != null && !values.contains(given)) {
            throw text.wrong(
                    all(name).getFirst().range(),
                    "--"
                            + name
                            + " cannot be "
                            + given
                            + ": expected "
                            + String.join(", ", values.stream().sorted().toList()));
        }
        return given == null ? usual : given;
    }

    /** Whether it was given and not false; null when it was not given. */
    @Nullable Boolean isSet(String name) throws DockerfileException {
        List<Flag> given = all(name);
        if (given.isEmpty()) {
            return null;
        }
        Flag flag = given.getFirst();
        return switch (flag.value()) {
            case "", "true", "1", "t", "T", "TRUE", "True" -> true;
            case "false", "0", "f", "F", "FALSE", "False" -> false;
            default ->
                    throw text.wrong(
                            flag.range(),
                            "--"
                                    + name
                                    + " cannot be "
                                    + flag.value()
                                    + ": expected true or false");
        };
    }
}
