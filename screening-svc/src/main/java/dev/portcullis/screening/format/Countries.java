package dev.portcullis.screening.format;

import dev.portcullis.contracts.CountryCode;
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

/** Country codes for the ways in which the publishers write countries; the names are a data file. */
public final class Countries {
    private static final String NAMES = "/lists/country-names.csv";
    private static final int LONGEST = 100;

    private Countries() {}

    /** The ISO 3166-1 alpha-2 code of a code or a name, or nothing where it is not known. */
    public static @Nullable String code(@Nullable String codeOrName) {
        String text = PartyDraft.clean(codeOrName);
        if (text == null || text.length() > LONGEST) {
            return null;
        }
        if (text.length() == 2 && CountryCode.isKnown(text)) {
            return text.toUpperCase(Locale.ROOT);
        }
        return Shipped.NAMES.get(key(text));
    }

    /** Letters only, without accents or case: publishers differ in commas, dots and brackets. */
    private static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}]+", "");
    }

    private static final class Shipped {
        private static final Map<String, String> NAMES = read();

        private static Map<String, String> read() {
            Map<String, String> names = new HashMap<>();
            try (InputStream in = Objects.requireNonNull(Countries.class.getResourceAsStream(Countries.NAMES));
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.isBlank() && !line.startsWith("#")) {
                        String[] fields = line.split(",", 2);
                        String code = CountryCode.of(fields[0]).value();
                        String other = names.put(key(fields[1]), code);
                        if (other != null && !other.equals(code)) {
                            throw new IllegalStateException("two countries have the name " + fields[1]);
                        }
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Map.copyOf(names);
        }
    }
}
