package dev.stratoscope.model.dockerfile;

/**
 * A text given below its instruction ({@code <<EOF}).
 *
 * @param name the word that ends it; the file's name for COPY and ADD
 * @param content its text, tabs at the start of lines taken away where {@code <<-} asks for it
 * @param expand whether variables in it are expanded: its name was not quoted
 * @param range its lines, with the one that ends it
 */
public record Heredoc(String name, String content, boolean expand, SourceRange range) {}
