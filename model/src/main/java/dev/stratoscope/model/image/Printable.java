package dev.stratoscope.model.image;

/** Makes text from strangers fit for one line of a message. */
public final class Printable {
    private static final int LONGEST = 2_000;

    private Printable() {}

    /**
     * The text with control, format and line-breaking characters as {@code \}{@code uXXXX}, cut
     * where it is very long.
     */
    public static String of(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints()
                .limit(LONGEST)
                .forEach(
                        c -> {
                            if (isUnsafe(c)) {
                                out.append(String.format(c > 0xffff ? "\\U%08x" : "\\u%04x", c));
                            } else {
                                out.appendCodePoint(c);
                            }
                        });
        return text.length() > 2 * LONGEST ? out + "..." : out.toString();
    }

    private static boolean isUnsafe(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
