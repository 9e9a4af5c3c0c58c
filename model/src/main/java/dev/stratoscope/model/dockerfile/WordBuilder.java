package dev.stratoscope.model.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** Collects what a text expands to, as one word and divided at blanks. */
final class WordBuilder {
    private final StringBuilder all = new StringBuilder();
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;

    /** Adds what was quoted: blanks divide nothing. */
    void quoted(String text) throws WordException {
        grow(text);
        word.append(text);
        inWord = true;
    }

    /** Adds what was not quoted: blanks divide words. */
    void plain(String text) throws WordException {
        grow(text);
        text.codePoints()
                .forEach(
                        one -> {
                            if (Character.isWhitespace(one)) {
                                end();
                            } else {
                                word.appendCodePoint(one);
                                inWord = true;
                            }
                        });
    }

    private void grow(String text) throws WordException {
        if (all.length() + text.length() > WordLexer.LONGEST) {
            throw new WordException(
                    "expands to more than "
                            + WordLexer.LONGEST
                            + " characters, which is the limit");
        }
        all.append(text);
    }

    private void end() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    /** All as one. */
    String whole() {
        return all.toString();
    }

    /** The words; nothing more can be added. */
    List<String> words() {
        end();
        return words;
    }
}
