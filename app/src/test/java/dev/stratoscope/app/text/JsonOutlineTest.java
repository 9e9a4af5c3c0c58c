package dev.stratoscope.app.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import org.junit.jupiter.api.Test;

import java.util.BitSet;

class JsonOutlineTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonOutline outline =
            outline(
                    "[{\"Id\":\"x\",\"Empty\":{},\"None\":[],\"Config\":{\"Env\":[\"A=b\",\"C=d\"],\"Labels\":{\"a.b\":\"c\\\"\\u202e\\n"
                        + "\"},\"On\":null,\"Size\":12}}]");

    @Test
    void linesBeginWithTheValueTheyHold() {
        assertEquals("[", outline.lines().getFirst());
        for (int number = 1; number < outline.size(); number++) {
            String line = outline.lines().get(outline.line(number)).strip();
            String name = outline.name(number);
            assertTrue(
                    name.startsWith("[") || line.startsWith("\"" + name + "\": "),
                    () -> name + " in " + line);
            assertEquals(number, outline.valueAt(outline.line(number)));
        }
        assertEquals(0, outline.valueAt(outline.lines().size() - 1), "the last bracket");
    }

    @Test
    void pathsAreJqs() {
        assertEquals(".", outline.path(0));
        assertEquals(".[0]", outline.path(1));
        assertEquals(".[0].Config.Env[1]", outline.path(named("[1]")));
        assertEquals(".[0].Config.Labels[\"a.b\"]", outline.path(named("a.b")));
    }

    @Test
    void stringsAreCopiedAsTheyAreAndShownEscaped() {
        int label = named("a.b");
        assertEquals("c\"\u202e\n", outline.copied(label));
        assertEquals("\"c\\\"\\u202e\\n\"", outline.shown(label));
        assertEquals("12", outline.copied(named("Size")));
        assertEquals("[\n    \"A=b\",\n    \"C=d\"\n]", outline.copied(named("Env")));
        assertEquals("2 items", outline.shown(named("Env")));
        assertEquals("1 key", outline.shown(named("Labels")));
    }

    @Test
    void onlyWhatIsInsideOpenContainersIsSeen() {
        BitSet open = new BitSet();
        assertArrayEquals(new int[] {1}, outline.visible(open));
        open.set(1);
        assertEquals(5, outline.visible(open).length);
        open.set(0, outline.size());
        assertEquals(outline.size() - 1, outline.visible(open).length);
        open.clear(1);
        assertArrayEquals(new int[] {1}, outline.visible(open), "it is inside a closed one");
    }

    @Test
    void namesAndValuesAreFoundInAnyCase() {
        assertArrayEquals(new int[] {named("Env")}, outline.find("env"));
        assertArrayEquals(new int[] {named("[1]")}, outline.find("c=D"));
        assertArrayEquals(new int[] {named("a.b")}, outline.find("u202E"));
        assertArrayEquals(new int[0], outline.find(""));
        assertArrayEquals(new int[0], outline.find("keys"), "sizes are not in the document");
    }

    @Test
    void hundredThousandValuesAreOutlinedWithinSeconds() {
        ArrayNode many = MAPPER.createArrayNode();
        ArrayNode inside = many.addArray();
        for (int i = 0; i < 100_000; i++) {
            inside.add("value " + i);
        }
        long begun = System.nanoTime();
        JsonOutline big = JsonOutline.of(many);
        assertEquals(1, big.find("value 99999").length);
        assertEquals(100_002, big.size());
        assertTrue(
                System.nanoTime() - begun < 10_000_000_000L,
                "work that grew with the square would take minutes");
    }

    private int named(String name) {
        for (int number = outline.size() - 1; number > 0; number--) {
            if (outline.name(number).equals(name)) {
                return number;
            }
        }
        throw new AssertionError(name);
    }

    private static JsonOutline outline(String text) {
        try {
            JsonNode document = MAPPER.readTree(text);
            return JsonOutline.of(document);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
