package dev.stratoscope.model.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;

/** What {@code --change} makes of a config, as docker's commit does. */
class ConfigChangeTest {
    private static final String BASE =
            """
            {"Cmd":["old"],"Entrypoint":["first"],"Env":["A=1","B=2"],"WorkingDir":"/srv",
             "Labels":{"k":"v"},"ExposedPorts":{"1/tcp":{}}}
            """;

    private static String changed(String... instructions) throws IOException {
        ObjectNode base = (ObjectNode) new JsonMapper().readTree(BASE);
        ObjectNode before = base.deepCopy();
        String text = ConfigChange.all(base, List.of(instructions)).toString();
        assertEquals(before, base);
        return text.replace('"', '\'');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "CMD [\"a\", \"b c\"]   | 'Cmd':['a','b c']",
                "cmd echo $A && true    | 'Cmd':['/bin/sh','-c','echo $A && true']",
                "CMD [a, b]             | 'Cmd':['/bin/sh','-c','[a, b]']",
                "ENTRYPOINT [\"e\"]     | 'Entrypoint':['e']",
                "ENV A=9 C=\"x y\" D=a\\ b| 'Env':['A=9','B=2','C=x y','D=a b']",
                "ENV B some words       | 'Env':['A=1','B=some words']",
                "ENV E=                 | 'Env':['A=1','B=2','E=']",
                "LABEL k=w \"l m\"=n    | 'Labels':{'k':'w','l m':'n'}",
                "EXPOSE 80 90-91/udp    |"
                        + " 'ExposedPorts':{'1/tcp':{},'80/tcp':{},'90/udp':{},'91/udp':{}}",
                "VOLUME [\"/a\", \"/b c\"]| 'Volumes':{'/a':{},'/b c':{}}",
                "VOLUME /a /b           | 'Volumes':{'/a':{},'/b':{}}",
                "USER 7:8               | 'User':'7:8'",
                "WORKDIR sub            | 'WorkingDir':'/srv/sub'",
                "WORKDIR /else          | 'WorkingDir':'/else'",
                "STOPSIGNAL SIGINT      | 'StopSignal':'SIGINT'",
                "ONBUILD RUN x          | 'OnBuild':['RUN x']",
                "HEALTHCHECK NONE       | 'Healthcheck':{'Test':['NONE']}",
            })
    void changesOneThing(String instruction, String expected) throws IOException {
        String config = changed(instruction);
        assertTrue(config.contains(expected), config);
    }

    @Test
    void aHealthCheckHasOptions() throws IOException {
        String config = changed("HEALTHCHECK --interval=1m30s --retries=3 CMD [\"t\"]");
        assertTrue(config.contains("'Interval':90000000000"), config);
        assertTrue(config.contains("'Retries':3"), config);
        assertTrue(config.contains("'Test':['CMD','t']"), config);
        config = changed("HEALTHCHECK --timeout=500ms CMD t x");
        assertTrue(config.contains("'Test':['CMD-SHELL','t x']"), config);
    }

    @Test
    void anEntrypointTakesTheCommandOfOldAway() throws IOException {
        assertTrue(!changed("ENTRYPOINT e").contains("'Cmd'"));
        assertTrue(changed("CMD [\"c\"]", "ENTRYPOINT e").contains("'Cmd':['c']"));
        assertTrue(changed("ENTRYPOINT e", "CMD [\"c\"]").contains("'Cmd':['c']"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CMD",
                "RUN x",
                "ADD a b",
                "ENV =x",
                "ENV A",
                "ENV A=1 B",
                "LABEL 'k=v",
                "EXPOSE 0",
                "EXPOSE 70000",
                "EXPOSE 9-8",
                "EXPOSE http",
                "STOPSIGNAL NONE",
                "HEALTHCHECK x",
                "HEALTHCHECK --interval=soon CMD x",
                "HEALTHCHECK --bogus=1 CMD x"
            })
    void whatIsNoInstructionIsRefusedByName(String instruction) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> changed(instruction));
        assertEquals(1, String.valueOf(e.getMessage()).lines().count(), e.getMessage());
    }
}
