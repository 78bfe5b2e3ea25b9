package dev.portcullis.local.mainjob;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything that the main job has registered: from the names in its data files to the ids that the services gave. */
final class Cast {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(item|party|person):([a-z0-9-]+)}");

    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** @param kind {@code item}, {@code party} or {@code person} */
    void add(String kind, String key, String id, String name) {
        ids.put(kind + ":" + key, id);
        names.put(kind + ":" + key, name);
    }

    /** @throws IllegalStateException if nothing of that name was registered */
    String id(String kind, String key) {
        return known(ids, kind, key);
    }

    /** What people call it. */
    String name(String kind, String key) {
        return known(names, kind, key);
    }

    /** The text with each {@code ${kind:key}} replaced by the id. */
    String resolve(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(reference -> Matcher.quoteReplacement(id(reference.group(1), reference.group(2))));
    }

    private static String known(Map<String, String> map, String kind, String key) {
        String found = map.get(kind + ":" + key);
        if (found == null) {
            throw new IllegalStateException("The main job registered no " + kind + " named " + key);
        }
        return found;
    }
}
