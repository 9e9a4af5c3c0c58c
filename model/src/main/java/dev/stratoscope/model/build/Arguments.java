package dev.stratoscope.model.build;

import dev.stratoscope.model.dockerfile.Dockerfile;
import dev.stratoscope.model.dockerfile.DockerfileException;
import dev.stratoscope.model.dockerfile.Expansions;
import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.image.Platform;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The values of ARGs: those before the first FROM, and in a stage those declared so far. Not for
 * several threads.
 */
final class Arguments {
    private final Map<String, String> given;
    private final Map<String, String> globals;
    private final Map<String, @Nullable String> declared = new LinkedHashMap<>();

    private Arguments(Map<String, String> given, Map<String, String> globals) {
        this.given = given;
        this.globals = globals;
    }

    /**
     * The global ones.
     *
     * @throws DockerfileException when a default cannot be expanded
     */
    static Arguments global(Dockerfile file, BuildSpec spec) throws DockerfileException {
        Map<String, String> globals = platforms(spec);
        Arguments all = new Arguments(spec.args(), globals);
        Expansions expansions = new Expansions(file.file(), file.escape(), globals::get);
        for (Instruction.Arg arg : file.globals()) {
            Instruction.Arg expanded = (Instruction.Arg) expansions.expand(arg);
            for (Instruction.Arg.Default one : expanded.names()) {
                String value = spec.args().get(one.name());
                String known = value == null ? one.value() : value;
                if (known != null) {
                    globals.put(one.name(), known);
                }
            }
        }
        return all;
    }

    private static Map<String, String> platforms(BuildSpec spec) {
        Platform build = Platform.local();
        Map<String, String> values = new TreeMap<>();
        put(values, "BUILD", build);
        put(values, "TARGET", spec.wanted());
        values.put("TARGETSTAGE", spec.target() == null ? "default" : spec.target());
        return values;
    }

    private static void put(Map<String, String> values, String prefix, Platform platform) {
        String variant = platform.variant();
        values.put(prefix + "PLATFORM", platform.toString());
        values.put(prefix + "OS", platform.os());
        values.put(prefix + "ARCH", platform.architecture());
        values.put(prefix + "VARIANT", variant == null ? "" : variant);
    }

    /** The value that FROM sees; null when there is none. */
    @Nullable String global(String name) {
        return globals.get(name);
    }

    /** Those of a stage that begins. */
    Arguments stage() {
        return new Arguments(given, globals);
    }

    /** Those of a stage that begins with all that another one declared. */
    Arguments copy() {
        Arguments copy = new Arguments(given, globals);
        copy.declared.putAll(declared);
        return copy;
    }

    /**
     * Declares one: what was given counts before the default, and that before a global value.
     *
     * @return its value; null when it has none
     */
    @Nullable String declare(Instruction.Arg.Default one) {
        String value = given.get(one.name());
        if (value == null) {
            value = one.value() == null ? globals.get(one.name()) : one.value();
        }
        declared.put(one.name(), value);
        return value;
    }

    /** The value of a declared one; null when it has none. */
    @Nullable String value(String name) {
        return declared.get(name);
    }

    /** The declared ones in the order they were declared in; null where one has no value. */
    Map<String, @Nullable String> declared() {
        return Collections.unmodifiableMap(declared);
    }

    /** The declared ones that have values, by name; proxies that were given are not among them. */
    Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        declared.forEach(
                (name, value) -> {
                    if (value != null) {
                        values.put(name, value);
                    }
                });
        return values;
    }

    /** The proxies that were given and not declared, by name. */
    Map<String, String> proxies() {
        Map<String, String> proxies = new TreeMap<>();
        for (String name : Instruction.Arg.PROXIES) {
            String value = given.get(name);
            if (value != null && !declared.containsKey(name)) {
                proxies.put(name, value);
            }
        }
        return proxies;
    }
}
