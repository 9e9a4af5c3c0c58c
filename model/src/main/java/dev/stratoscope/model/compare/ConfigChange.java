package dev.stratoscope.model.compare;

import org.jspecify.annotations.Nullable;

/**
 * A value that two configs differ in.
 *
 * @param section what kind of value it is
 * @param key which one of that kind, such as a variable's name; empty where there is only one, and
 *     for the order of all variables
 * @param before the old value as a person reads it, lists as JSON; null where there is none
 * @param after the new value; null where there is none
 */
public record ConfigChange(
        Section section, String key, @Nullable String before, @Nullable String after) {
    /** Kinds of values, in the order a person is shown them. */
    public enum Section {
        /** Operating system, architecture and variant. */
        PLATFORM("platform"),
        /** Environment variables, by name. */
        ENV("env"),
        /** The entrypoint. */
        ENTRYPOINT("entrypoint"),
        /** The command. */
        CMD("cmd"),
        /** The user. */
        USER("user"),
        /** The working directory. */
        WORKDIR("workdir"),
        /** Exposed ports, by port and protocol. */
        PORTS("port"),
        /** Volumes, by path. */
        VOLUMES("volume"),
        /** Labels, by key. */
        LABELS("label"),
        /** The signal that stops it. */
        STOP_SIGNAL("stop-signal"),
        /** The health check. */
        HEALTHCHECK("healthcheck"),
        /** The shell of later RUN instructions. */
        SHELL("shell"),
        /** Instructions for images built on it, by their number. */
        ONBUILD("onbuild"),
        /** Author, time of creation and all else that the config says. */
        OTHER("other"),
        /**
         * Steps of the history: a step's instruction by the step's number, from 0, {@code 3 -> 4}
         * where the sides number it differently; all else by that number and what it is: {@code 3
         * author}, {@code comment}, {@code created}, {@code empty_layer} or {@code position}.
         */
        HISTORY("history");

        private final String word;

        Section(String word) {
            this.word = word;
        }

        /** The word for it in listings and JSON. */
        public String word() {
            return word;
        }
    }
}
