package dev.stratoscope.app.view.code;

import dev.stratoscope.app.view.code.Token.Style;

/** Markdown: headings stand out, code is a string. */
enum Markdown implements Lexer {
    /** The only one. */
    LEXER;

    private static final int IN_FENCE = 1;

    @Override
    public int lex(String line, int state, Tokens to) {
        boolean fence = line.startsWith("```") || line.startsWith("~~~");
        if (fence || state == IN_FENCE) {
            to.add(0, line.length(), Style.STRING);
            return fence == (state == IN_FENCE) ? START : IN_FENCE;
        }
        if (line.startsWith("#")) {
            to.add(0, line.length(), Style.KEY);
            return START;
        }
        int open = line.indexOf('`');
        while (open >= 0) {
            int close = line.indexOf('`', open + 1);
            if (close < 0) {
                break;
            }
            to.add(open, close + 1, Style.STRING);
            open = line.indexOf('`', close + 1);
        }
        return START;
    }
}
