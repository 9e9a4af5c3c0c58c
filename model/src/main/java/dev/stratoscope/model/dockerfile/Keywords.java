package dev.stratoscope.model.dockerfile;

import java.util.List;

/** The instructions there are. */
public final class Keywords {
    /** All of them, in capitals. Immutable. */
    public static final List<String> ALL =
            List.of(
                    "ADD",
                    "ARG",
                    "CMD",
                    "COPY",
                    "ENTRYPOINT",
                    "ENV",
                    "EXPOSE",
                    "FROM",
                    "HEALTHCHECK",
                    "LABEL",
                    "MAINTAINER",
                    "ONBUILD",
                    "RUN",
                    "SHELL",
                    "STOPSIGNAL",
                    "USER",
                    "VOLUME",
                    "WORKDIR");

    private static final int MOST_SHOWN = 40;

    private Keywords() {}

    /** That there is no such instruction, and which may be meant. */
    static String unknown(String keyword) {
        String shown =
                keyword.length() > MOST_SHOWN ? keyword.substring(0, MOST_SHOWN) + "…" : keyword;
        String unknown = shown + " is no instruction: expected ";
        for (String one : ALL) {
            if (distance(keyword, one) <= Math.max(1, one.length() / 3)) {
                return unknown + one + "?";
            }
        }
        return unknown + "one of " + String.join(", ", ALL);
    }

    /** How many letters have to be added, removed or replaced. */
    static int distance(String one, String other) {
        if (one.length() > 2 * other.length()) {
            return one.length();
        }
        int[] last = new int[other.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = last[0];
            last[0] = i;
            for (int j = 1; j < last.length; j++) {
                int replaced = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = last[j];
                last[j] = Math.min(replaced, Math.min(last[j], last[j - 1]) + 1);
            }
        }
        return last[other.length()];
    }
}
