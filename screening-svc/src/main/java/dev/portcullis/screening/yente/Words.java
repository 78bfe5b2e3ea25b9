package dev.portcullis.screening.yente;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The tables of this package: a key, and what stands beside it. */
final class Words {
    /** Schemata of examples, each with the type that is looked for. */
    static final Map<String, List<String>> SCHEMATA = read("/yente/schemata.csv");

    /** What is held against the lists, with the properties that say it. */
    static final Map<String, List<String>> PROPERTIES = read("/yente/properties.csv");

    /** Data sets with the codes of their lists; all lists where there is none. */
    static final Map<String, List<String>> DATASETS = read("/yente/datasets.csv");

    private Words() {}

    private static Map<String, List<String>> read(String resource) {
        Map<String, List<String>> words = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    List<String> fields = List.of(line.split(","));
                    words.put(fields.get(0), fields.subList(1, fields.size()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(words);
    }
}
