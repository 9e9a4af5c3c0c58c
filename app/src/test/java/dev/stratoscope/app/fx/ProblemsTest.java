package dev.stratoscope.app.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.model.image.ImageFormatException;

import org.junit.jupiter.api.Test;

import java.io.UncheckedIOException;

class ProblemsTest {
    @Test
    void whatIsWrappedIsToldInItsOwnWords() {
        ImageFormatException damage = new ImageFormatException("the index", "damaged: a name");
        assertEquals(
                Problems.of("It cannot be opened", damage),
                Problems.of("It cannot be opened", new UncheckedIOException(damage)));
    }
}
