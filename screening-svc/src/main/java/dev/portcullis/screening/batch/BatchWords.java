package dev.portcullis.screening.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Words of files and what they stand for, as data: a line of the resource is what is meant, and the words for it. */
final class BatchWords {
    /** Headers of columns. */
    static final BatchWords COLUMNS = new BatchWords("/batches/columns.csv");

    /** What a party is. */
    static final BatchWords TYPES = new BatchWords("/batches/types.csv");

    private final Map<String, String> meanings;

    private BatchWords(String resource) {
        Map<String, String> read = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(BatchWords.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] fields = line.split(",");
                    for (int i = 1; i < fields.length; i++) {
                        if (read.put(bare(fields[i]), fields[0]) != null) {
                            throw new IllegalStateException(resource + " has " + fields[i] + " twice");
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.meanings = Map.copyOf(read);
    }

    /** What a text stands for, whatever its case, spaces and punctuation; nothing where it is not known. */
    @Nullable
    String meaning(String text) {
        String bare = bare(text);
        String meaning = meanings.get(bare);
        return meaning == null ? meanings.get(bare.replaceAll("\\d+$", "")) : meaning;
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
