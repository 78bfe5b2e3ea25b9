package dev.portcullis.classification.modelfile;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code model.safetensors.index.json}: which shard holds which tensor. */
final class ShardIndex {
    private final Limits limits;
    private final NameTable shardOf = new NameTable();
    private final Map<String, Integer> shards = new HashMap<>();
    private final List<String> names = new ArrayList<>();
    private final List<Integer> expected = new ArrayList<>();

    private ShardIndex(Limits limits) {
        this.limits = limits;
    }

    static ShardIndex read(ByteCursor cursor, Limits limits) throws IOException {
        ShardIndex index = new ShardIndex(limits);
        try (JsonHeader json = JsonHeader.deep(cursor)) {
            json.object(index::members);
        }
        if (index.names.isEmpty()) {
            throw ModelFileException.malformed("it names no shard: an index has a weight_map");
        }
        return index;
    }

    private void members(JsonParser json) throws IOException {
        boolean seen = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            boolean map = json.currentName().equals("weight_map");
            JsonToken value = json.nextToken();
            if (!map) {
                json.skipChildren();
                continue;
            }
            if (seen) {
                throw ModelFileException.malformed("it has two weight_maps");
            }
            seen = true;
            JsonHeader.expect(value, JsonToken.START_OBJECT, "the weight_map");
            weightMap(json);
        }
    }

    private void weightMap(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String tensor = json.currentName();
            JsonHeader.expect(json.nextToken(), JsonToken.VALUE_STRING, "the name of a shard");
            if (shardOf.size() >= limits.tensors()) {
                throw ModelFileException.passesLimit("it names more than %d tensors", limits.tensors());
            }
            int shard = shard(json.getText());
            if (!shardOf.add(tensor, shard)) {
                throw ModelFileException.malformed("it names tensor %s twice", tensor);
            }
            expected.set(shard, expected.get(shard) + 1);
        }
    }

    private int shard(String name) throws ModelFileException {
        Integer known = shards.get(name);
        if (known != null) {
            return known;
        }
        if (name.isEmpty() || name.length() > 255 || name.contains("/") || name.contains("\\") || name.contains("..")) {
            throw ModelFileException.malformed("%s is no name of a shard beside the index", name);
        }
        if (names.size() >= limits.files()) {
            throw ModelFileException.passesLimit("it names more than %d shards", limits.files());
        }
        shards.put(name, names.size());
        names.add(name);
        expected.add(0);
        return names.size() - 1;
    }

    /** The names of all shards. */
    List<String> shards() {
        return List.copyOf(names);
    }

    /** Checks off a tensor that was found in a shard. */
    void found(String shard, String tensor) throws ModelFileException {
        int said = shardOf.get(tensor);
        if (said == NameTable.ABSENT) {
            throw ModelFileException.malformed("it holds tensor %s, which the index does not name", tensor);
        }
        if (!names.get(said).equals(shard)) {
            throw ModelFileException.malformed(
                    "it holds tensor %s, which the index places in %s", tensor, names.get(said));
        }
        expected.set(said, expected.get(said) - 1);
    }

    /** Checks that every tensor of a shard that was read was found in it. Names within a shard are known to be different. */
    void complete(String shard) throws ModelFileException {
        Integer number = shards.get(shard);
        int missing = number == null ? 0 : expected.get(number);
        if (missing != 0) {
            throw ModelFileException.malformed("it lacks %d tensors that the index places in it", missing);
        }
    }
}
