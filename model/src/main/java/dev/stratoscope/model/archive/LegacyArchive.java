package dev.stratoscope.model.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.stratoscope.model.image.Descriptor;
import dev.stratoscope.model.image.Documents;
import dev.stratoscope.model.image.ImageConfig;
import dev.stratoscope.model.image.ImageFormatException;
import dev.stratoscope.model.image.LimitException;
import dev.stratoscope.model.image.ListedImage;
import dev.stratoscope.model.image.ListedImage.Kind;
import dev.stratoscope.model.image.MediaType;
import dev.stratoscope.model.image.Platform;
import dev.stratoscope.model.task.Progress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The images of a {@code docker save} from before 1.10, which had no manifest: {@code repositories}
 * names the top layers, and each layer's {@code json} names its parent. Docker gave such images a
 * config when it learned to; the same is done here, so each has an image id.
 */
final class LegacyArchive implements ImageContainer {
    static final String REPOSITORIES = "repositories";

    private static final Pattern LAYER = Pattern.compile("([0-9a-f]{64})/json");
    private static final Set<String> LEFT_OUT =
            Set.of("id", "parent", "Size", "parent_id", "layer_id", "throwaway");

    private final Members members;
    private final Documents documents;
    private final Map<Descriptor, String> tops = new LinkedHashMap<>();
    private final List<ListedImage> images = new ArrayList<>();

    private LegacyArchive(Members members, Documents documents) {
        this.members = members;
        this.documents = documents;
    }

    /** Whether there are layers as docker kept them then. */
    static boolean isOne(Members members) throws IOException {
        return members.names().stream().anyMatch(name -> LAYER.matcher(name).matches());
    }

    /** Lists the tagged images, and those no other layer and no tag leads to. */
    static LegacyArchive of(Members members, Documents documents, Progress progress)
            throws IOException {
        LegacyArchive archive = new LegacyArchive(members, documents);
        Map<String, List<String>> names = archive.names();
        Set<String> parents = new HashSet<>();
        Set<String> layers = new LinkedHashSet<>();
        for (String name : members.names()) {
            Matcher layer = LAYER.matcher(name);
            if (layer.matches()) {
                progress.advance(0);
                layers.add(layer.group(1));
                parents.add(archive.parent(layer.group(1)));
            }
        }
        for (String layer : layers) {
            progress.advance(0);
            if (names.containsKey(layer) || !parents.contains(layer)) {
                archive.add(layer, names.getOrDefault(layer, List.of()));
            }
        }
        return archive;
    }

    /** The parent of a layer; empty for a base, and where that cannot be told. */
    private String parent(String layer) throws IOException {
        try {
            return json(layer).path("parent").asText("");
        } catch (ImageFormatException | LimitException e) {
            // Opening the image that the layer belongs to says what is wrong.
            return "";
        }
    }

    @Override
    public List<ListedImage> images() {
        return List.copyOf(images);
    }

    private void add(String top, List<String> names) throws IOException {
        String item = top + "/json";
        byte[] bytes = members.document(item, documents.limits());
        Descriptor descriptor = Descriptor.of(new MediaType("application/json"), bytes);
        String problem = null;
        Platform platform = null;
        try {
            JsonNode json = documents.parse(item, bytes);
            platform =
                    new Platform(
                            json.path("os").asText("unknown"),
                            json.path("architecture").asText("unknown"),
                            null);
        } catch (ImageFormatException | LimitException e) {
            problem = e.getMessage();
        }
        tops.put(descriptor, top);
        images.add(
                new ListedImage(
                        images.size(),
                        images.size(),
                        descriptor,
                        null,
                        names,
                        platform,
                        Kind.IMAGE,
                        "",
                        -1,
                        problem,
                        List.of()));
    }

    /** Reads every layer, since the config that has to be made names them by content. */
    @Override
    public StoredImage open(ListedImage listed, Progress progress) throws IOException {
        String top = tops.get(listed.manifest());
        if (top == null) {
            throw new IllegalArgumentException(listed.manifest().digest() + " is not listed here");
        }
        List<String> chain = chain(top);
        ArrayNode diffIds = JsonNodeFactory.instance.arrayNode();
        ArrayNode history = JsonNodeFactory.instance.arrayNode();
        List<StoredLayer> layers = new ArrayList<>();
        for (String id : chain) {
            ScannedMember layer =
                    ScannedMember.scan(
                            members, id + "/layer.tar", null, documents.limits(), progress);
            layers.add(layer.layer());
            diffIds.add(layer.layer().diffId().toString());
            history.add(step(json(id)));
        }
        String item = top + "/json";
        byte[] config = config(json(top), diffIds, history);
        return StoredImage.of(
                listed, ImageConfig.parse(item, config, documents), layers, List.of());
    }

    /** The layers that lead to {@code top}, the base first. */
    private List<String> chain(String top) throws IOException {
        Set<String> chain = new LinkedHashSet<>();
        for (String id = top; !id.isEmpty(); id = json(id).path("parent").asText("")) {
            if (!chain.add(id)) {
                throw new ImageFormatException(id, "layers are their own parents");
            }
            if (chain.size() > documents.limits().layers()) {
                throw new LimitException(top, "layers", documents.limits().layers());
            }
        }
        List<String> fromBase = new ArrayList<>(chain);
        Collections.reverse(fromBase);
        return fromBase;
    }

    private JsonNode json(String id) throws IOException {
        String item = id + "/json";
        return documents.parse(item, members.document(item, documents.limits()));
    }

    /** The names of each top layer. */
    private Map<String, List<String>> names() throws IOException {
        Map<String, List<String>> names = new LinkedHashMap<>();
        if (members.find(REPOSITORIES) == null) {
            return names;
        }
        JsonNode root =
                documents.parse(REPOSITORIES, members.document(REPOSITORIES, documents.limits()));
        for (Map.Entry<String, JsonNode> repository : root.properties()) {
            for (Map.Entry<String, JsonNode> tag : repository.getValue().properties()) {
                names.computeIfAbsent(tag.getValue().asText(), id -> new ArrayList<>())
                        .add(repository.getKey() + ":" + tag.getKey());
            }
        }
        return names;
    }

    private static ObjectNode step(JsonNode json) {
        ObjectNode step = JsonNodeFactory.instance.objectNode();
        put(step, "created", json.path("created").asText(""));
        put(step, "author", json.path("author").asText(""));
        List<String> words = new ArrayList<>();
        json.path("container_config").path("Cmd").forEach(word -> words.add(word.asText()));
        put(step, "created_by", String.join(" ", words));
        put(step, "comment", json.path("comment").asText(""));
        return step;
    }

    private static void put(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }

    private static byte[] config(JsonNode top, ArrayNode diffIds, ArrayNode history) {
        Map<String, JsonNode> fields = new TreeMap<>();
        top.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        fields.keySet().removeAll(LEFT_OUT);
        ObjectNode rootfs = JsonNodeFactory.instance.objectNode();
        rootfs.put("type", "layers");
        rootfs.set("diff_ids", diffIds);
        fields.put("rootfs", rootfs);
        fields.put("history", history);
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.setAll(fields);
        return config.toString().getBytes(StandardCharsets.UTF_8);
    }
}
