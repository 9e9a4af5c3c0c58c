package dev.stratoscope.app.build;

import dev.stratoscope.model.dockerfile.Dockerfile;
import dev.stratoscope.model.dockerfile.Instruction;
import dev.stratoscope.model.dockerfile.Mount;
import dev.stratoscope.model.dockerfile.Stage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a Dockerfile asks of whoever builds it. Immutable.
 *
 * @param arguments names and defaults; empty where there is none
 * @param secrets the ids of secrets
 * @param agents the ids of ssh agents
 * @param stages what the stages are called, by name or number
 */
record Declared(
        Map<String, String> arguments,
        Set<String> secrets,
        Set<String> agents,
        List<String> stages) {

    /** Asks a Dockerfile. */
    static Declared by(Dockerfile file) {
        Map<String, String> arguments = new LinkedHashMap<>();
        file.globals().forEach(arg -> add(arguments, arg));
        Set<String> secrets = new LinkedHashSet<>();
        Set<String> agents = new LinkedHashSet<>();
        List<String> stages = new ArrayList<>();
        for (Stage stage : file.stages()) {
            String name = stage.name();
            stages.add(name == null ? String.valueOf(stage.index()) : name);
            for (Instruction one : stage.instructions()) {
                if (one instanceof Instruction.Arg arg) {
                    add(arguments, arg);
                } else if (one instanceof Instruction.Run run) {
                    for (Mount mount : run.mounts()) {
                        add(mount, secrets, agents);
                    }
                }
            }
        }
        return new Declared(arguments, secrets, agents, stages);
    }

    private static void add(Map<String, String> arguments, Instruction.Arg arg) {
        for (Instruction.Arg.Default one : arg.names()) {
            String value = one.value() == null ? "" : one.value();
            if (value.isEmpty()) {
                arguments.putIfAbsent(one.name(), "");
            } else {
                arguments.put(one.name(), value);
            }
        }
    }

    private static void add(Mount mount, Set<String> secrets, Set<String> agents) {
        String id = mount.id();
        if (mount.type() == Mount.Type.SECRET) {
            String target = mount.target();
            String last = target == null ? "" : target.substring(target.lastIndexOf('/') + 1);
            secrets.add(id == null ? last : id);
        } else if (mount.type() == Mount.Type.SSH) {
            agents.add(id == null ? "default" : id);
        }
    }
}
