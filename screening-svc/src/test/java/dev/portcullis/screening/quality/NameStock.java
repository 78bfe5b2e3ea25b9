package dev.portcullis.screening.quality;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Ordinary names of people of eleven languages and of companies, put together from checked-in word lists. */
public final class NameStock {
    /** The languages of people's names. */
    public static final List<String> LANGUAGES = List.of(
            "english",
            "german",
            "french",
            "spanish",
            "russian",
            "arabic",
            "persian",
            "turkish",
            "chinese",
            "korean",
            "japanese");

    private final Map<String, List<String>> words = new HashMap<>();

    public NameStock() {
        read("/names/people.csv", 2);
        read("/names/companies.csv", 1);
        // A form may have several words.
        words.put(
                "form",
                List.of(
                        "Ltd",
                        "LLC",
                        "Inc",
                        "GmbH",
                        "AG",
                        "S.A.",
                        "SARL",
                        "SAS",
                        "S.L.",
                        "S.p.A.",
                        "S.r.l.",
                        "B.V.",
                        "AB",
                        "Oy",
                        "A/S",
                        "OOO",
                        "PLC",
                        "Pty Ltd",
                        "Co., Ltd.",
                        "Sdn Bhd",
                        "Pte Ltd",
                        "Limited",
                        "Corporation",
                        "Company"));
    }

    private void read(String file, int keys) {
        try (InputStream in = NameStock.class.getResourceAsStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line : reader.lines().filter(l -> !l.startsWith("#")).toList()) {
                String[] fields = line.split(",", keys + 1);
                String key = keys == 2 ? fields[0] + " " + fields[1] : fields[0];
                words.put(key, List.of(fields[keys].split(" ")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String one(String key, Random random) {
        List<String> of = words.get(key);
        return of.get(random.nextInt(of.size()));
    }

    /** A person's name as it stands in a passport or on an order: with the patronymic, the father's name or the second name that is usual there. */
    public Person person(String language, Random random) {
        String family = one(language + " family", random);
        String given = one(language + " given", random);
        return switch (language) {
            case "russian" -> new Person(given, one("russian patronymic", random), family, language);
            case "arabic" -> new Person(given, one("arabic father", random), family, language);
            case "english", "german", "french" ->
                new Person(given, random.nextBoolean() ? one(language + " given", random) : "", family, language);
            case "spanish" -> new Person(given, "", family + " " + one("spanish family", random), language);
            default -> new Person(given, "", family, language);
        };
    }

    /** A company's name: one or two stems, a trade, a legal form. */
    public String company(Random random) {
        List<String> name = new ArrayList<>();
        name.add(one("stem", random));
        if (random.nextInt(3) == 0) {
            name.add(one("stem", random));
        }
        name.add(one("trade", random));
        name.add(one("form", random));
        return String.join(" ", name);
    }

    /**
     * A person's name in its parts.
     *
     * @param middle the patronymic, the father's name or a second name; empty where there is none
     */
    public record Person(String given, String middle, String family, String language) {
        /** In the order of the West. */
        public String name() {
            return (given + " " + middle + " " + family).replaceAll(" +", " ");
        }

        /** As OFAC writes it. */
        public String listed() {
            return family.toUpperCase(java.util.Locale.ROOT) + ", " + (given + " " + middle).trim();
        }
    }
}
