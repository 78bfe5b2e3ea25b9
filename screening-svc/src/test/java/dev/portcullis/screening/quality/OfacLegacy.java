package dev.portcullis.screening.quality;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.list.ListedParty.Type;
import dev.portcullis.screening.list.Particulars;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Names of OFAC's list for measuring: from a folder in the legacy layout, or generated in the same shape. */
public final class OfacLegacy {
    private OfacLegacy() {}

    /** The folder of reference data, beside the project or above it. */
    public static Optional<Path> folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path list = folder.resolve("shared/data/screening/ofac-names-2025-11");
            if (Files.isReadable(list.resolve("sdn.csv"))) {
                return Optional.of(list);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    /** The entries of {@code sdn.csv} with the aliases of {@code alt.csv}. */
    public static List<ListedParty> read(Path folder) throws IOException {
        Map<String, Set<String>> aliases = new HashMap<>();
        for (CSVRecord row : rows(folder.resolve("alt.csv"))) {
            if (row.size() > 3 && !row.get(3).isBlank()) {
                aliases.computeIfAbsent(row.get(0).trim(), id -> new LinkedHashSet<>())
                        .add(row.get(3).trim());
            }
        }
        List<ListedParty> entries = new ArrayList<>();
        for (CSVRecord row : rows(folder.resolve("sdn.csv"))) {
            if (row.size() > 2 && !row.get(1).isBlank()) {
                String name = row.get(1).trim();
                Type type = switch (row.get(2).trim()) {
                    case "individual" -> Type.INDIVIDUAL;
                    case "vessel" -> Type.VESSEL;
                    case "aircraft" -> Type.AIRCRAFT;
                    default -> Type.ENTITY;
                };
                Set<String> others = aliases.getOrDefault(row.get(0).trim(), Set.of());
                entries.add(entry(
                        row.get(0).trim(),
                        type,
                        name,
                        others.stream().filter(other -> !other.equals(name)).toList()));
            }
        }
        return entries;
    }

    /** Every ninth entry of OFAC's list of November 2025 with up to twelve aliases, checked in: in the public domain (17 USC 105). */
    public static List<ListedParty> excerpt() throws IOException {
        List<ListedParty> entries = new ArrayList<>();
        try (InputStream in = OfacLegacy.class.getResourceAsStream("/names/ofac-excerpt.csv");
                CSVParser parser = CSVParser.parse(in, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            for (CSVRecord row : parser) {
                Type type = Type.valueOf(row.get(1).toUpperCase(Locale.ROOT));
                entries.add(entry(row.get(0), type, row.get(2), row.toList().subList(3, row.size())));
            }
        }
        return entries;
    }

    private static List<CSVRecord> rows(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            return parser.getRecords();
        }
    }

    /**
     * A list of the shape of OFAC's: of ten entries five organizations, four persons, one vessel, and as many aliases as names. Its names
     * are put together from the name stock's words and from invented ones.
     */
    public static List<ListedParty> generated(int entries, long seed) {
        Random random = new Random(seed);
        NameStock stock = new NameStock();
        List<ListedParty> list = new ArrayList<>(entries);
        for (int i = 0; i < entries; i++) {
            String id = "g" + i;
            int kind = random.nextInt(10);
            if (kind < 4) {
                String language = NameStock.LANGUAGES.get(random.nextInt(NameStock.LANGUAGES.size()));
                NameStock.Person person = stock.person(language, random);
                String invented = invented(random);
                list.add(entry(
                        id,
                        Type.INDIVIDUAL,
                        person.listed() + " " + invented,
                        List.of(invented.toUpperCase(Locale.ROOT) + ", " + person.given())));
            } else if (kind < 9) {
                String name = invented(random) + " " + stock.company(random);
                list.add(entry(id, Type.ENTITY, name, List.of(invented(random) + " " + invented(random))));
            } else {
                list.add(entry(
                        id, Type.VESSEL, invented(random) + " " + (random.nextInt(8) + 1), List.of(invented(random))));
            }
        }
        return list;
    }

    /** A word of two to four syllables. */
    static String invented(Random random) {
        StringBuilder word = new StringBuilder();
        int syllables = 2 + random.nextInt(3);
        for (int i = 0; i < syllables; i++) {
            word.append("bcdfghjklmnprstvz".charAt(random.nextInt(17))).append("aeiou".charAt(random.nextInt(5)));
            if (random.nextInt(3) == 0) {
                word.append("nrlsmk".charAt(random.nextInt(6)));
            }
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    public static ListedParty entry(String id, Type type, String name, List<String> aliases) {
        return new ListedParty(
                id,
                "SDN",
                type,
                name,
                aliases.stream().map(Alias::strong).toList(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                Particulars.NONE);
    }
}
