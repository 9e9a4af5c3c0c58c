package dev.stratoscope.app.view.code;

/** The languages that are coloured. */
public enum Language {
    /** Nothing to colour. */
    PLAIN,
    /** JSON. */
    JSON,
    /** XML and HTML. */
    MARKUP,
    /** A shell's script. */
    SHELL,
    /** A Dockerfile. */
    DOCKERFILE,
    /** YAML. */
    YAML,
    /** Properties, ini and most things called conf. */
    PROPERTIES,
    /** Debian's control files and mail headers. */
    CONTROL,
    /** Python. */
    PYTHON,
    /** JavaScript and TypeScript. */
    JAVASCRIPT,
    /** Java, C, C++, Go, Rust and their kin. */
    BRACES,
    /** SQL. */
    SQL,
    /** CSS. */
    CSS,
    /** Perl and Ruby. */
    SCRIPT,
    /** Markdown. */
    MARKDOWN;

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
