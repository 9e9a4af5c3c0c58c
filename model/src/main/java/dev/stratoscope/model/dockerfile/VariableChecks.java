package dev.stratoscope.model.dockerfile;

import dev.stratoscope.model.image.Reference;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Looks for variables that nobody gives a value, and for what describes arguments. */
final class VariableChecks {
    /** Names that builders know without a declaration; some only in FROM. */
    static final Set<String> GIVEN =
            Set.of(
                    "TARGETPLATFORM",
                    "TARGETOS",
                    "TARGETARCH",
                    "TARGETVARIANT",
                    "TARGETSTAGE",
                    "BUILDPLATFORM",
                    "BUILDOS",
                    "BUILDARCH",
                    "BUILDVARIANT");

    private final Checks checks;
    private final Dockerfile dockerfile;
    private final Function<Instruction.From, @Nullable BaseImage> bases;
    private final Map<String, Set<String>> known = new HashMap<>();

    /**
     * Checks.
     *
     * @param bases what is known of the image that a stage begins with
     */
    VariableChecks(
            Checks checks,
            Dockerfile dockerfile,
            Function<Instruction.From, @Nullable BaseImage> bases) {
        this.checks = checks;
        this.dockerfile = dockerfile;
        this.bases = bases;
    }

    void run() {
        Map<String, String> globals = new HashMap<>();
        for (Instruction.Arg arg : dockerfile.globals()) {
            description(arg, arg.names().getFirst().name());
            for (Instruction.Arg.Default one : arg.names()) {
                globals.put(one.name(), one.value() == null ? "" : expanded(one.value(), globals));
            }
        }
        for (Stage stage : dockerfile.stages()) {
            from(stage.from(), globals);
            if (stage.name() != null) {
                description(stage.from(), stage.name());
            }
            body(stage, expanded(stage.from().image(), globals));
        }
    }

    private String expanded(String text, Map<String, String> values) {
        try {
            return new WordLexer(text, dockerfile.escape(), values::get).word();
        } catch (WordException e) {
            return text;
        }
    }

    private void from(Instruction.From from, Map<String, String> globals) {
        Set<String> asked = new HashSet<>();
        StringBuilder written = new StringBuilder(from.image());
        written.append(' ').append(from.platform() == null ? "" : from.platform());
        Names names = new Names(written.toString(), dockerfile.escape());
        for (String name : names.asked()) {
            if (!globals.containsKey(name) && !GIVEN.contains(name) && asked.add(name)) {
                checks.add(
                        "UndefinedArgInFrom",
                        "FROM uses " + name + ", which no ARG before the first FROM declares",
                        "It is empty in FROM, whatever is given when building.",
                        from.range(),
                        null);
            }
        }
        Set<String> declared = new HashSet<>(names.asked());
        declared.retainAll(globals.keySet());
        String image = expanded(from.image(), globals);
        if (!declared.isEmpty() && !isImage(image)) {
            checks.add(
                    "InvalidDefaultArgInFrom",
                    "with the defaults of its ARGs, FROM " + from.image() + " names no image",
                    "The file cannot be built without arguments.",
                    from.range(),
                    null);
        }
    }

    /**
     * Whether it can be the name of an image or stage, an id, or a place an image is loaded from.
     */
    private static boolean isImage(String text) {
        if (text.matches("[0-9a-f]{12,64}|(?:oci|oci-archive|docker-archive|dir):.+")) {
            return true;
        }
        try {
            return !Reference.parse(text).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void body(Stage stage, String base) {
        Set<String> below = known.get(base.toLowerCase(Locale.ROOT));
        if (below == null) {
            below = base.equals("scratch") ? Set.of() : image(stage.from());
        }
        boolean sure = below != null;
        Set<String> names = new HashSet<>(below == null ? Set.of() : below);
        for (Instruction one : stage.instructions()) {
            uses(one, names, sure);
            if (one instanceof Instruction.Env env) {
                env.pairs().forEach(pair -> names.add(pair.name()));
            } else if (one instanceof Instruction.Arg arg) {
                description(arg, arg.names().getFirst().name());
                arg.names().forEach(name -> names.add(name.name()));
            }
        }
        if (sure && stage.name() != null) {
            known.put(stage.name(), names);
        }
    }

    /** The variables of an image; null when it is not known. */
    private @Nullable Set<String> image(Instruction.From from) {
        BaseImage base = bases.apply(from);
        if (base == null) {
            return null;
        }
        if (!base.wanted().accepts(base.platform())) {
            checks.add(
                    "InvalidBaseImagePlatform",
                    from.image() + " is for " + base.platform() + ", not for " + base.wanted(),
                    "What it has may not run here, and the result says it is for another platform.",
                    from.range(),
                    null);
        }
        return base.variables();
    }

    private void uses(Instruction instruction, Set<String> names, boolean sure) {
        Expansions expansions = new Expansions(dockerfile.file(), dockerfile.escape(), _ -> "");
        try {
            Instruction unused = expansions.expand(instruction);
            if (unused.statement().words().isEmpty()) {
                return;
            }
        } catch (DockerfileException e) {
            return;
        }
        for (String name : expansions.used()) {
            String alike = alike(name, names);
            boolean unknown = !names.contains(name) && !isAlways(name) && Names.isName(name);
            if (unknown && (sure || alike != null)) {
                checks.add(
                        "UndefinedVar",
                        name
                                + " has no value here"
                                + (alike == null ? "" : "; is " + alike + " meant?"),
                        "A variable that nothing sets is empty.",
                        instruction.range(),
                        null);
            }
        }
    }

    private static boolean isAlways(String name) {
        return name.equals("PATH") || Instruction.Arg.PROXIES.contains(name);
    }

    /** A name that is written almost alike; null when there is none. */
    private static @Nullable String alike(String name, Set<String> names) {
        for (String one : names.stream().sorted().toList()) {
            if (name.length() > 3 && Keywords.distance(name, one) <= 2) {
                return one;
            }
        }
        return null;
    }

    /** A comment right above has to be no description, or begin with the name. */
    private void description(Instruction instruction, String name) {
        List<String> comments = instruction.statement().comments();
        if (comments.isEmpty()) {
            return;
        }
        String last = comments.getLast();
        String first = Words.first(last + " ").getFirst();
        if (!first.equals(name)) {
            checks.add(
                    "InvalidDefinitionDescription",
                    "the comment above " + name + " begins with " + first,
                    "A description begins with the name it is of.",
                    instruction.range(),
                    null);
        }
    }
}
