package dev.stratoscope.app.text.dockerfile;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what the run configuration has and the history does not tell of. Used once. */
final class Missing {
    private final Script script;
    private final Told told;
    private final RunConfig run;
    private boolean begun;

    Missing(Script script, Told told, RunConfig run) {
        this.script = script;
        this.told = told;
        this.run = run;
    }

    void write() {
        pairs("ENV", told.env, run.env());
        pairs("LABEL", told.labels, run.labels());
        text("WORKDIR", run.text("WorkingDir"));
        text("USER", run.text("User"));
        set("EXPOSE", run.keys("ExposedPorts"), List.copyOf(told.ports));
        set("VOLUME", run.keys("Volumes"), List.copyOf(told.volumes));
        shell();
        healthcheck();
        text("STOPSIGNAL", run.text("StopSignal"));
        list("ENTRYPOINT", run.list("Entrypoint"));
        list("CMD", run.list("Cmd"));
        for (String trigger : run.list("OnBuild")) {
            if (!told.triggers.contains(trigger)) {
                add("ONBUILD " + trigger);
            }
        }
    }

    private void begin() {
        if (!begun) {
            begun = true;
            script.blank();
            script.comment("The run configuration says so, the history does not:");
        }
    }

    private void add(String line) {
        begin();
        script.instruction(line.replace("\n", "\\n"));
    }

    private void pairs(String keyword, Map<String, String> known, Map<String, String> all) {
        Map<String, String> rest = new LinkedHashMap<>(all);
        rest.entrySet().removeIf(pair -> pair.getValue().equals(known.get(pair.getKey())));
        if (!rest.isEmpty()) {
            begin();
            script.pairs(keyword, rest);
        }
    }

    private void text(String keyword, String value) {
        String before = told.texts.getOrDefault(keyword, "");
        if (!value.isEmpty() && !isSame(value, before)) {
            add(keyword + " " + Words.unexpanded(value));
        }
    }

    private static boolean isSame(String value, String before) {
        return value.equals(before) || (value + "/").equals(before);
    }

    private void set(String keyword, List<String> all, List<String> known) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(known);
        if (!rest.isEmpty()) {
            add(keyword + " " + Words.paths(rest));
        }
    }

    private void list(String keyword, List<String> words) {
        @Nullable List<String> before = told.lists.get(keyword);
        if (before == null ? !words.isEmpty() : !words.equals(before)) {
            add(keyword + " " + Words.array(words));
        }
    }

    private void shell() {
        List<String> words = run.list("Shell");
        if (!words.isEmpty() && !words.equals(told.shell())) {
            add("SHELL " + Words.array(words));
        }
    }

    private void healthcheck() {
        Healthcheck check = Healthcheck.ofConfig(run.healthcheck());
        if (check != null && told.healthcheck() == null) {
            add(check.line());
        }
    }
}
