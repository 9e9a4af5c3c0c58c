package dev.stratoscope.app.view.code;

import dev.stratoscope.app.view.code.Grammar.Span;

import java.util.List;

/** The tables of the languages that are words, strings and comments. */
final class Grammars {
    private static final List<String> HASH = List.of("#");
    private static final List<String> SLASHES = List.of("//");
    private static final Span BLOCK = Span.comment("/*", "*/");

    static final Grammar SHELL =
            new Grammar(
                    Words.of(
                            "case do done elif else esac eval exec exit export fi for",
                            "function if in local readonly return select set shift source",
                            "then trap unset until while"),
                    false,
                    HASH,
                    true,
                    List.of(
                            Span.lines("\"", '\\'),
                            new Span("'", "'", (char) 0, true, Token.Style.STRING)));

    static final Grammar PYTHON =
            new Grammar(
                    Words.of(
                            "False None True and as assert async await break case class",
                            "continue def del elif else except finally for from global if",
                            "import in is lambda match nonlocal not or pass raise return self",
                            "try while with yield"),
                    false,
                    HASH,
                    false,
                    List.of(
                            Span.lines("\"\"\"", '\\'),
                            Span.lines("'''", '\\'),
                            Span.string("\""),
                            Span.string("'")));

    static final Grammar JAVASCRIPT =
            new Grammar(
                    Words.of(
                            "as async await break case catch class const continue debugger",
                            "default delete do else enum export extends false finally for",
                            "from function if implements import in instanceof interface let",
                            "new null of return static super switch this throw true try type",
                            "typeof undefined var void while with yield"),
                    false,
                    SLASHES,
                    false,
                    List.of(BLOCK, Span.lines("`", '\\'), Span.string("\""), Span.string("'")));

    static final Grammar BRACES =
            new Grammar(
                    Words.of(
                            "abstract alignas as assert async auto bool boolean break byte",
                            "case catch chan char class const constexpr continue crate",
                            "default defer define do double dyn else enum explicit export",
                            "extends extern false final finally float fn for friend func go",
                            "goto if impl implements import in include inline instanceof int",
                            "interface let long loop map match mod module move mut namespace",
                            "native new nil noexcept null nullptr operator package permits",
                            "private protected pub public range record ref register return",
                            "sealed select self short signed sizeof static struct super",
                            "switch synchronized template this throw throws trait transient",
                            "true try type typedef typename union unsafe unsigned use using",
                            "var virtual void volatile where while yield"),
                    false,
                    SLASHES,
                    false,
                    List.of(
                            BLOCK,
                            Span.lines("\"\"\"", '\\'),
                            new Span("`", "`", (char) 0, true, Token.Style.STRING),
                            Span.string("\""),
                            Span.string("'")));

    static final Grammar SQL =
            new Grammar(
                    Words.of(
                            "add all alter and as asc begin between by case cast check column",
                            "commit constraint create cross database default delete desc",
                            "distinct drop else end exists foreign from full function grant",
                            "group having if in index inner insert into is join key left like",
                            "limit not null offset on or order outer primary procedure",
                            "references returning revoke right rollback select set table then",
                            "trigger union unique update using values view when where with"),
                    true,
                    List.of("--"),
                    false,
                    List.of(
                            BLOCK,
                            new Span("'", "'", (char) 0, true, Token.Style.STRING),
                            Span.string("\"")));

    static final Grammar CSS =
            new Grammar(
                    Words.of(
                            "@charset @font @import @keyframes @layer @media @namespace @page",
                            "@supports important"),
                    false,
                    List.of(),
                    false,
                    List.of(BLOCK, Span.string("\""), Span.string("'")));

    static final Grammar SCRIPT =
            new Grammar(
                    Words.of(
                            "BEGIN END alias and begin case class def die do else elsif end",
                            "ensure eval exit false for foreach if import in last local",
                            "module my new next nil not or our package print require rescue",
                            "return self sub super then true undef unless until use when",
                            "while yield"),
                    false,
                    HASH,
                    true,
                    List.of(Span.string("\""), Span.string("'")));

    private Grammars() {}
}
