package dev.stratoscope.app.view.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.stratoscope.app.view.files.ColumnChoice.Column;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ColumnChoiceTest {

    @Test
    void wordsAreReadBackAsTheyWereWritten() {
        ColumnChoice choice =
                new ColumnChoice(
                        List.of(
                                new Column(FileColumn.LAYER, 70),
                                new Column(FileColumn.MODIFIED, 160)));
        assertEquals(List.of("layer:70", "modified:160"), choice.words());
        assertEquals(choice, ColumnChoice.of(choice.words()));
        assertEquals(ColumnChoice.DEFAULT, ColumnChoice.of(ColumnChoice.DEFAULT.words()));
    }

    @Test
    void whatCannotBeUnderstoodIsLeftOut() {
        assertEquals(
                List.of("size:88", "mode:1200", "owner:40"),
                ColumnChoice.of(List.of("size:x", "colour:9", "", "mode:99999", "owner:1", "size"))
                        .words());
    }

    @Test
    void aTickedColumnComesToItsUsualPlace() {
        ColumnChoice more = ColumnChoice.DEFAULT.with(FileColumn.GROWTH, true);
        assertEquals(
                List.of(
                        FileColumn.SIZE,
                        FileColumn.GROWTH,
                        FileColumn.MODE,
                        FileColumn.OWNER,
                        FileColumn.LAYER),
                more.columns().stream().map(Column::what).toList());
        assertEquals(ColumnChoice.DEFAULT, more.with(FileColumn.GROWTH, false));
    }
}
