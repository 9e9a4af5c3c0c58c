package dev.stratoscope.app.container.terminal;

/** Select graphic rendition, ECMA-48 8.3.117, with the colours of ITU T.416 as xterm has them. */
final class Sgr {
    private Sgr() {}

    /**
     * A look after the parameters of an {@code m} sequence; those that mean nothing are left out.
     */
    static Look apply(Look before, String parameters) {
        Look look = before;
        String[] parts = parameters.split("[;:]", -1);
        for (int i = 0; i < parts.length; i++) {
            int code = number(parts[i]);
            if (code == 38 || code == 48) {
                int used = extended(parts, i);
                int shade = shade(parts, i);
                if (shade >= 0) {
                    look = code == 38 ? ink(look, shade) : paper(look, shade);
                }
                i += used;
            } else {
                look = simple(look, code);
            }
        }
        return look;
    }

    private static int number(String part) {
        if (part.isEmpty()) {
            return 0;
        }
        int value = 0;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c < '0' || c > '9' || value > 9999) {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private static int at(String[] parts, int index) {
        return index < parts.length ? number(parts[index]) : -1;
    }

    /** How many parameters after 38 or 48 belong to it. */
    private static int extended(String[] parts, int from) {
        return switch (at(parts, from + 1)) {
            case 5 -> 2;
            case 2 -> 4;
            default -> 0;
        };
    }

    private static int shade(String[] parts, int from) {
        int kind = at(parts, from + 1);
        int first = at(parts, from + 2);
        if (kind == 5) {
            return first >= 0 && first < 256 ? first : -1;
        }
        int green = at(parts, from + 3);
        int blue = at(parts, from + 4);
        boolean whole = kind == 2 && Math.min(first, Math.min(green, blue)) >= 0;
        return whole ? Shade.of(first, green, blue) : -1;
    }

    private static Look simple(Look look, int code) {
        if (code >= 30 && code <= 37) {
            return ink(look, code - 30);
        }
        if (code >= 40 && code <= 47) {
            return paper(look, code - 40);
        }
        if (code >= 90 && code <= 97) {
            return ink(look, code - 90 + 8);
        }
        if (code >= 100 && code <= 107) {
            return paper(look, code - 100 + 8);
        }
        return switch (code) {
            case 0 -> Look.PLAIN;
            case 1 -> set(look, true, look.dim(), look.italic(), look.underlined());
            case 2 -> set(look, look.bold(), true, look.italic(), look.underlined());
            case 3 -> set(look, look.bold(), look.dim(), true, look.underlined());
            case 4 -> set(look, look.bold(), look.dim(), look.italic(), true);
            case 7 -> inverse(look, true);
            case 22 -> set(look, false, false, look.italic(), look.underlined());
            case 23 -> set(look, look.bold(), look.dim(), false, look.underlined());
            case 24 -> set(look, look.bold(), look.dim(), look.italic(), false);
            case 27 -> inverse(look, false);
            case 39 -> ink(look, Shade.DEFAULT);
            case 49 -> paper(look, Shade.DEFAULT);
            default -> look;
        };
    }

    private static Look set(
            Look look, boolean bold, boolean dim, boolean italic, boolean underlined) {
        return new Look(look.ink(), look.paper(), bold, dim, italic, underlined, look.inverse());
    }

    private static Look inverse(Look look, boolean on) {
        return new Look(
                look.ink(),
                look.paper(),
                look.bold(),
                look.dim(),
                look.italic(),
                look.underlined(),
                on);
    }

    private static Look ink(Look look, int shade) {
        return new Look(
                shade,
                look.paper(),
                look.bold(),
                look.dim(),
                look.italic(),
                look.underlined(),
                look.inverse());
    }

    private static Look paper(Look look, int shade) {
        return new Look(
                look.ink(),
                shade,
                look.bold(),
                look.dim(),
                look.italic(),
                look.underlined(),
                look.inverse());
    }
}
