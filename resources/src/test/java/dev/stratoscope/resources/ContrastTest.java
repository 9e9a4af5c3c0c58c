package dev.stratoscope.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Text must be readable and marks must be seen in both themes, computed from the style sheets. */
class ContrastTest {
    private static final Pattern ROLE = Pattern.compile("(-(?:st|color)-[\\w-]+):\\s*([^;]+);");
    private static final Pattern USE = Pattern.compile("-st-[\\w-]++(?!\\s*:)");

    private static final Pattern LITERAL = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\brgba?\\(");

    private static final List<String> PANES = List.of("-color-bg-default", "-color-bg-subtle");
    private static final List<String> ROWS =
            List.of("-color-bg-default", "-st-select-bg", "-st-hover-bg");
    private static final String[] LINES = {"-st-diff-add-line", "-st-diff-del-line"};

    /** Foreground role to every background it is set on. */
    private static final Map<String, List<String>> TEXT =
            Map.ofEntries(
                    Map.entry(
                            "-color-fg-default",
                            List.of(
                                    "-color-bg-default",
                                    "-color-bg-subtle",
                                    "-st-select-bg",
                                    "-st-hover-bg",
                                    "-st-hairline",
                                    "-st-block-bg",
                                    "-st-strata-1",
                                    "-st-strata-2",
                                    "-st-modified-bg",
                                    "-st-diff-add-line",
                                    "-st-diff-del-line",
                                    "-st-diff-add-word",
                                    "-st-diff-del-word")),
                    Map.entry(
                            "-color-fg-muted",
                            List.of(
                                    "-color-bg-default",
                                    "-color-bg-subtle",
                                    "-st-select-bg",
                                    "-st-hover-bg",
                                    "-st-hairline",
                                    "-st-block-bg",
                                    "-st-diff-add-line",
                                    "-st-diff-del-line")),
                    Map.entry("-color-accent-fg", List.of("-color-bg-default", "-st-select-bg")),
                    Map.entry("-st-added-fg", with(ROWS, "-st-added-bg", "-st-block-bg")),
                    Map.entry("-st-modified-fg", with(ROWS, "-st-modified-bg", "-st-block-bg")),
                    Map.entry("-st-meta-fg", with(ROWS, "-st-block-bg")),
                    Map.entry("-st-deleted-fg", with(ROWS, "-st-deleted-bg")),
                    Map.entry("-st-code-key", with(PANES, LINES)),
                    Map.entry("-st-code-string", with(PANES, LINES)),
                    Map.entry("-color-fg-emphasis", List.of("-color-accent-emphasis")));

    /** Marks that carry meaning without being text. */
    private static final Map<String, List<String>> MARKS =
            Map.of(
                    "-color-accent-emphasis", List.of("-color-bg-default", "-st-select-bg"),
                    "-st-ghost", PANES,
                    "-st-warn-edge", List.of("-color-bg-default"),
                    "-st-danger-edge", List.of("-color-bg-default"));

    @TestFactory
    Stream<DynamicTest> textIsReadable() {
        return pairs(TEXT, 4.5);
    }

    @TestFactory
    Stream<DynamicTest> marksAreSeen() {
        return pairs(MARKS, 3);
    }

    @Test
    void bothThemesDefineTheSameRoles() {
        assertEquals(roles(Theme.LIGHT).keySet(), roles(Theme.DARK).keySet());
    }

    @ParameterizedTest
    @EnumSource
    void everyRoleTheStructureUsesIsDefined(Theme theme) {
        TreeSet<String> used = new TreeSet<>();
        for (String sheet : theme.stylesheets()) {
            Matcher matcher = USE.matcher(read(sheet));
            while (matcher.find()) {
                used.add(matcher.group());
            }
        }
        used.removeAll(roles(theme).keySet());
        assertEquals(new TreeSet<>(), used);
    }

    @ParameterizedTest
    @EnumSource
    void theStructureNamesRolesAndNoColours(Theme theme) {
        List<String> sheets = theme.stylesheets();
        for (String sheet : sheets.subList(0, sheets.size() - 1)) {
            assertFalse(LITERAL.matcher(read(sheet)).find(), sheet);
        }
    }

    @Test
    void whiteOnBlackIsTwentyOne() {
        assertEquals(21, contrast("#ffffff", "#000000"), 1e-9);
    }

    private static Stream<DynamicTest> pairs(Map<String, List<String>> pairs, double least) {
        return Stream.of(Theme.values())
                .flatMap(theme -> pairs.entrySet().stream().flatMap(e -> each(theme, e, least)));
    }

    private static Stream<DynamicTest> each(
            Theme theme, Map.Entry<String, List<String>> pair, double least) {
        Map<String, String> roles = roles(theme);
        return pair.getValue().stream()
                .map(
                        back -> {
                            String name = theme + " " + pair.getKey() + " on " + back;
                            double ratio = contrast(roles.get(pair.getKey()), roles.get(back));
                            return DynamicTest.dynamicTest(
                                    name, () -> assertTrue(ratio >= least, name + " is " + ratio));
                        });
    }

    private static List<String> with(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }

    private static Map<String, String> roles(Theme theme) {
        Map<String, String> roles = new HashMap<>();
        Matcher matcher = ROLE.matcher(read(theme.stylesheets().getLast()));
        while (matcher.find()) {
            roles.put(matcher.group(1), matcher.group(2).strip());
        }
        return roles;
    }

    private static String read(String url) {
        try (InputStream in = URI.create(url).toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(url, e);
        }
    }

    /** The ratio of WCAG 2, between 1 and 21. */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8) + 0.0722 * linear(rgb);
    }

    private static double linear(int channel) {
        double c = (channel & 0xff) / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
