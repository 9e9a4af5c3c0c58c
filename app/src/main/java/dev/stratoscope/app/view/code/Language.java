package dev.stratoscope.app.view.code;

/** The languages that are coloured. */
public enum Language {
    /** Nothing to colour. */
    PLAIN(""),
    /** JSON. */
    JSON("JSON"),
    /** XML and HTML. */
    MARKUP("XML"),
    /** A shell's script. */
    SHELL("shell script"),
    /** A Dockerfile. */
    DOCKERFILE("Dockerfile"),
    /** YAML. */
    YAML("YAML"),
    /** Properties, ini and most things called conf. */
    PROPERTIES("key = value"),
    /** Debian's control files and mail headers. */
    CONTROL("Key: value"),
    /** Python. */
    PYTHON("Python"),
    /** JavaScript and TypeScript. */
    JAVASCRIPT("JavaScript"),
    /** Java, C, C++, Go, Rust and their kin. */
    BRACES("source code"),
    /** SQL. */
    SQL("SQL"),
    /** CSS. */
    CSS("CSS"),
    /** Perl and Ruby. */
    SCRIPT("script"),
    /** Markdown. */
    MARKDOWN("Markdown");

    private final String word;

    Language(String word) {
        this.word = word;
    }

    /** The name a person reads; empty for plain text. */
    public String word() {
        return word;
    }

    /** What takes its lines apart. */
    public Lexer lexer() {
        return switch (this) {
            case PLAIN -> (line, state, to) -> Lexer.START;
            case JSON -> Json.LEXER;
            case MARKUP -> Markup.LEXER;
            case SHELL -> Grammars.SHELL;
            case DOCKERFILE -> Dockerfile.LEXER;
            case YAML -> KeyValue.YAML;
            case PROPERTIES -> KeyValue.PROPERTIES;
            case CONTROL -> KeyValue.CONTROL;
            case PYTHON -> Grammars.PYTHON;
            case JAVASCRIPT -> Grammars.JAVASCRIPT;
            case BRACES -> Grammars.BRACES;
            case SQL -> Grammars.SQL;
            case CSS -> Grammars.CSS;
            case SCRIPT -> Grammars.SCRIPT;
            case MARKDOWN -> Markdown.LEXER;
        };
    }
}
