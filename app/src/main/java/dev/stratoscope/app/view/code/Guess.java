package dev.stratoscope.app.view.code;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells a text's language by its name, its first line, and how its first lines look. */
public final class Guess {
    private static final Map<String, Language> ENDINGS = new HashMap<>();

    static {
        all(Language.JSON, "json jsonl webmanifest map ipynb");
        all(Language.MARKUP, "xml html htm xhtml svg xsd xsl pom plist fxml rng wsdl");
        all(Language.SHELL, "sh bash zsh ksh ash postinst preinst postrm prerm config");
        all(Language.DOCKERFILE, "dockerfile containerfile");
        all(Language.YAML, "yml yaml");
        all(Language.PROPERTIES, "properties ini conf cfg cnf toml env desktop");
        all(Language.PROPERTIES, "service socket timer target mount slice");
        all(Language.PYTHON, "py pyi pyw");
        all(Language.JAVASCRIPT, "js mjs cjs ts tsx jsx");
        all(Language.BRACES, "java kt scala groovy gradle c h cc cpp cxx hh hpp go rs");
        all(Language.BRACES, "swift cs proto");
        all(Language.SQL, "sql ddl");
        all(Language.CSS, "css scss less");
        all(Language.SCRIPT, "pl pm rb t");
        all(Language.MARKDOWN, "md markdown");
        all(Language.CONTROL, "control dsc changes templates");
    }

    private static final Map<String, Language> NAMES =
            Map.ofEntries(
                    Map.entry("dockerfile", Language.DOCKERFILE),
                    Map.entry("containerfile", Language.DOCKERFILE),
                    Map.entry("status", Language.CONTROL),
                    Map.entry("available", Language.CONTROL),
                    Map.entry("manifest.mf", Language.CONTROL),
                    Map.entry("os-release", Language.PROPERTIES),
                    Map.entry("environment", Language.PROPERTIES),
                    Map.entry(".profile", Language.SHELL),
                    Map.entry("profile", Language.SHELL),
                    Map.entry(".bashrc", Language.SHELL),
                    Map.entry("bash.bashrc", Language.SHELL));
    private static final Set<String> TEXTS = Set.of("txt", "log", "list", "md5sums");
    private static final int LOOKED_AT = 40;

    private Guess() {}

    /**
     * The language of a text.
     *
     * @param name the file's name without folders
     * @param lines its lines; only the first few are looked at
     */
    public static Language of(String name, List<String> lines) {
        String lower = name.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        String ending = dot < 0 ? "" : lower.substring(dot + 1);
        Language named = NAMES.get(lower);
        if (named == null && dot >= 0) {
            named = ENDINGS.get(ending);
        }
        if (named == null && lower.startsWith("dockerfile.")) {
            named = Language.DOCKERFILE;
        }
        String first = lines.isEmpty() ? "" : lines.get(0);
        if (first.startsWith("#!")) {
            return interpreter(first);
        }
        if (named != null) {
            return named;
        }
        return TEXTS.contains(ending) ? Language.PLAIN : byContent(lines);
    }

    private static Language interpreter(String line) {
        String cut = line.substring(0, Math.min(line.length(), 200));
        if (cut.contains("python")) {
            return Language.PYTHON;
        }
        if (cut.contains("node") || cut.contains("deno")) {
            return Language.JAVASCRIPT;
        }
        if (cut.contains("perl") || cut.contains("ruby")) {
            return Language.SCRIPT;
        }
        return cut.contains("sh") ? Language.SHELL : Language.PLAIN;
    }

    private static Language byContent(List<String> lines) {
        List<String> head =
                lines.stream().limit(LOOKED_AT).filter(line -> !line.isBlank()).toList();
        if (head.isEmpty()) {
            return Language.PLAIN;
        }
        String first = head.get(0).strip();
        if (first.startsWith("<?xml")
                || first.startsWith("<!DOCTYPE")
                || first.startsWith("<html")) {
            return Language.MARKUP;
        }
        if (first.equals("{") || first.equals("[") || first.startsWith("{\"")) {
            return Language.JSON;
        }
        if (head.stream().filter(Guess::isField).count() * 3 >= head.size() * 2L) {
            return Language.CONTROL;
        }
        long pairs = head.stream().filter(Guess::isPair).count();
        return pairs > 0 && pairs * 3 >= head.size() * 2L ? Language.PROPERTIES : Language.PLAIN;
    }

    /** A Debian field or what goes on with one: {@code Key: value}. */
    private static boolean isField(String line) {
        if (line.startsWith(" ")) {
            return true;
        }
        int colon = line.indexOf(": ");
        int end = colon < 0 && line.endsWith(":") ? line.length() - 1 : colon;
        return end > 0
                && end < 60
                && Character.isUpperCase(line.charAt(0))
                && line.chars().limit(end).noneMatch(Character::isWhitespace);
    }

    private static boolean isPair(String line) {
        int equals = line.indexOf('=');
        boolean comment = line.startsWith("#") || line.startsWith(";") || line.startsWith("[");
        return comment
                || (equals > 0
                        && equals < 60
                        && line.substring(0, equals).strip().matches("[A-Za-z0-9_.-]+"));
    }

    private static void all(Language language, String endings) {
        for (String ending : endings.split(" ", -1)) {
            ENDINGS.put(ending, language);
        }
    }
}
