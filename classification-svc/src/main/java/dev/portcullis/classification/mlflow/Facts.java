package dev.portcullis.classification.mlflow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.classification.datasheet.Places;
import dev.portcullis.platform.digest.Sha256;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a registry says of a version that a datasheet can be made of: facts as tags and parameters named
 * {@code export.datasheet/<place>}, such as {@code export.datasheet/trainingTokens}, and the addresses of its files as
 * {@code export.files}, separated by spaces, or as its source where that is a file's address.
 *
 * @param stated facts by their places
 * @param files addresses of model files
 */
record Facts(Map<String, String> stated, List<String> files) {
    private static final String DATASHEET = ExportTags.PREFIX + "datasheet";
    private static final String FILES = ExportTags.PREFIX + "files";
    private static final int MOST_FACTS = 200;
    private static final int MOST_FILES = 200;

    Facts {
        stated = new TreeMap<>(stated);
        files = List.copyOf(files);
    }

    /**
     * Gathers them.
     *
     * @param run what the run says; the version's own tags go before it
     */
    static Facts of(ModelVersion version, Map<String, String> run) {
        Map<String, String> all = new TreeMap<>(run);
        all.putAll(version.tags());
        Map<String, String> stated = new TreeMap<>();
        all.forEach((name, value) -> {
            String place = name.startsWith(DATASHEET) ? name.substring(DATASHEET.length()) : "";
            if (Places.isPlace(place) && !value.isBlank() && stated.size() < MOST_FACTS) {
                stated.put(place, value.strip());
            }
        });
        List<String> files = new ArrayList<>();
        String listed = all.get(FILES);
        if (listed != null) {
            for (String file : listed.strip().split("\\s+")) {
                if (!file.isEmpty() && files.size() < MOST_FILES) {
                    files.add(file);
                }
            }
        } else if (isFile(version.source())) {
            files.add(String.valueOf(version.source()));
        }
        return new Facts(stated, files);
    }

    private static boolean isFile(@Nullable String source) {
        if (source == null || !source.startsWith("https://")) {
            return false;
        }
        try {
            String path = URI.create(source).getPath();
            return path != null && path.matches(".*/[^/]+\\.(safetensors|gguf|onnx|pt|pth|bin|json)");
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /** Tells whether a datasheet has to be made anew. */
    String digest() {
        return Sha256.of(stated + "\n" + files);
    }

    /** The facts that were stated, as a datasheet; what cannot be placed is left out, hence unknown. */
    ObjectNode datasheet() {
        ObjectNode sheet = JsonNodeFactory.instance.objectNode();
        stated.forEach((place, value) -> Places.put(sheet, place, value));
        sheet.put("kind", "MODEL");
        if (!sheet.has("provenance")) {
            sheet.put("provenance", "DECLARED");
        }
        return sheet;
    }
}
