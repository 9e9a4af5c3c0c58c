package dev.stratoscope.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.archive.ImageWriter;
import dev.stratoscope.model.archive.TarWriter;
import dev.stratoscope.model.image.Digest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Turns a draft into a config and layer tars, and those into an archive. */
final class DraftWriter {
    private DraftWriter() {}

    static void write(ImageDraft draft, OutputStream out) throws IOException {
        List<byte[]> layers = new ArrayList<>();
        for (ImageDraft.Step step : draft.steps()) {
            if (!step.entries().isEmpty()) {
                layers.add(tar(step.entries()));
            }
        }
        ImageWriter.write(draft.name(), config(draft, layers), layers, out);
    }

    private static byte[] tar(List<ImageDraft.Item> items) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TarWriter tar = new TarWriter(bytes);
        for (ImageDraft.Item item : items) {
            tar.add(item.tarName(), item.attributes(), item.content().toByteArray());
        }
        tar.end();
        return bytes.toByteArray();
    }

    private static byte[] config(ImageDraft draft, List<byte[]> layers) throws IOException {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("created", draft.created().toString());
        root.put("architecture", draft.platform().architecture());
        root.put("os", draft.platform().os());
        String variant = draft.platform().variant();
        if (variant != null) {
            root.put("variant", variant);
        }
        ObjectNode config = root.putObject("config");
        var env = config.putArray("Env");
        draft.environment().forEach(env::add);
        var cmd = config.putArray("Cmd");
        draft.command().forEach(cmd::add);
        if (!draft.labels().isEmpty()) {
            ObjectNode labels = config.putObject("Labels");
            new TreeMap<>(draft.labels()).forEach(labels::put);
        }
        ObjectNode rootfs = root.putObject("rootfs");
        rootfs.put("type", "layers");
        var diffIds = rootfs.putArray("diff_ids");
        layers.forEach(layer -> diffIds.add(Digest.sha256(layer).toString()));
        var history = root.putArray("history");
        for (ImageDraft.Step step : draft.steps()) {
            ObjectNode told = history.addObject();
            told.put("created", draft.created().toString());
            told.put("created_by", step.createdBy());
            if (step.entries().isEmpty()) {
                told.put("empty_layer", true);
            }
        }
        return new JsonMapper().writeValueAsBytes(root);
    }
}
