package dev.portcullis.screening.signal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the parties that a document is aimed at, by the patterns of {@code signals/parties.csv}. Immutable. */
final class PartyNames {
    private static final Pattern PARTS = Pattern.compile(";\\s*");
    private static final Pattern LIST = Pattern.compile(
            ",\\s+and\\s+(?:the\\s+)?|\\s+and\\s+(?=\\p{Lu})|,\\s+(?:the\\s+)?(?!(?:Inc|Ltd|LLC|Co|Corp|S\\.A)\\b)");
    private static final int LONGEST_NAME = 160;

    private final Map<String, List<Pattern>> patterns;

    private PartyNames(Map<String, List<Pattern>> patterns) {
        this.patterns = patterns;
    }

    /** The patterns that ship with the service. */
    static PartyNames shipped() {
        return Shipped.NAMES;
    }

    /** Each name once, aliases too, with the part of the text that it stands in. */
    List<Found<String>> find(FederalRegisterDocument document) {
        Map<String, Found<String>> found = new LinkedHashMap<>();
        List<String> parts = Arrays.asList(PARTS.split(document.title()));
        boolean order = parts.size() > 1 && parts.stream().anyMatch(part -> isAny("heading", part));
        for (String part : parts) {
            String named = group("title", part);
            String several = group("titles", part);
            if (named != null) {
                add(named, part, found);
            } else if (several != null) {
                addAll(several, found);
            } else if (order && !isAny("heading", part) && !isAny("address", part)) {
                add(part, part, found);
            }
        }
        String determined = group("text", document.summary());
        if (determined != null) {
            addAll(determined, found);
        }
        return List.copyOf(found.values());
    }

    private void addAll(String several, Map<String, Found<String>> found) {
        for (String name : LIST.split(several)) {
            add(name, several, found);
        }
    }

    private void add(String text, String words, Map<String, Found<String>> found) {
        List<String> names = new ArrayList<>(List.of(text));
        for (Pattern alias : patterns.getOrDefault("alias", List.of())) {
            names = names.stream().flatMap(alias::splitAsStream).toList();
        }
        for (String name : names) {
            String clean = strip(name);
            boolean named = !clean.isEmpty() && !Character.isLowerCase(clean.codePointAt(0));
            if (named && clean.codePoints().anyMatch(Character::isLetter) && clean.length() <= LONGEST_NAME) {
                found.putIfAbsent(clean, new Found<>(clean, words));
            }
        }
    }

    private String strip(String text) {
        String name = text.replaceFirst("^(?i:and|the) (?=\\p{Lu}|[0-9])", "");
        for (Pattern end : patterns.getOrDefault("end", List.of())) {
            Matcher address = end.matcher(name);
            if (address.find()) {
                name = name.substring(0, address.start());
            }
        }
        return name.replaceFirst("\\s*\\([^()]*\\)$", "")
                .replaceFirst("[,;:\\s]+$", "")
                .strip();
    }

    private boolean isAny(String use, String text) {
        return patterns.getOrDefault(use, List.of()).stream()
                .anyMatch(pattern -> pattern.matcher(text).find());
    }

    private @org.jspecify.annotations.Nullable String group(String use, String text) {
        for (Pattern pattern : patterns.getOrDefault(use, List.of())) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return null;
    }

    private static final class Shipped {
        private static final PartyNames NAMES = load();

        private static PartyNames load() {
            Map<String, List<Pattern>> patterns = new LinkedHashMap<>();
            for (Map<String, String> row : DataFile.rows("parties.csv")) {
                patterns.computeIfAbsent(DataFile.column(row, "use"), use -> new ArrayList<>())
                        .add(DataFile.pattern(DataFile.column(row, "pattern")));
            }
            return new PartyNames(patterns);
        }
    }
}
