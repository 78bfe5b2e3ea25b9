package dev.portcullis.screening.format;

import dev.portcullis.screening.list.Alias;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A party as the Bureau of Industry and Security writes it into one cell: the name, {@code a.k.a., the following two aliases:} and lines that
 * begin with a dash, and the address; or the name and the address only, with nothing but commas between them.
 *
 * @param name the name
 * @param aliases other names with what they are
 * @param address what is left
 */
record BisName(
        String name,
        Map<String, Alias.Kind> aliases,
        @Nullable String address) {
    private static final Pattern ALIASES_FOLLOW = Pattern.compile(
            "^(.*?),?\\s*\\b(?:a\\.?k\\.?a\\.?|f\\.?k\\.?a\\.?|also known as|formerly known as),?\\s+the following"
                    + "(?:\\s+[\\w-]+){0,3}\\s+alias(?:es)?\\s*:?\\s*(.*)$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ALIAS_FOLLOWS =
            Pattern.compile("^(.*?),?\\s+\\(?\\b([af])\\.k\\.a\\.?,?\\s+(.+)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUP = Pattern.compile(
            "^The following\\s+(.+?)\\s+(?:entities|institutions|subordinates):?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern DASH = Pattern.compile("^[—–-]+\\s*(.*)$");
    private static final Pattern DASHES = Pattern.compile("\\s*[—–]\\s*");
    private static final Pattern LISTING_END =
            Pattern.compile("(?:[;,]?\\s*\\band)?[\\s;,]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ABBREVIATED = Pattern.compile(
            "(?:^|[\\s.,])(?:\\p{L}|[\\p{L}.]*\\.\\p{L}|Ltd|Inc|Corp|Co|Bros|Jr|Sr|No|St|Intl|Est|Mfg|Eng|Tech|Dept|Univ|San|Tic|Sti|Şti|Bhd|Sdn|Pvt|Pte)\\.$");
    private static final Pattern SENTENCE_END = Pattern.compile("\\.\\s+(?=[\\p{Lu}\\d])");
    private static final Pattern FORMER = Pattern.compile("^f\\.?k\\.?a\\.?,?\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALSO = Pattern.compile("^a\\.?k\\.?a\\.?,?\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("[,\\d]");
    private static final int LONGEST = 20_000;

    BisName {
        aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
    }

    /**
     * Reads a cell.
     *
     * @throws IllegalArgumentException where it has no name or is longer than any cell
     */
    static BisName read(List<String> lines) {
        if (lines.stream().mapToInt(String::length).sum() > LONGEST) {
            throw new IllegalArgumentException("the entry is longer than " + LONGEST + " characters");
        }
        List<String> left = lines.stream().filter(line -> !line.isBlank()).toList();
        if (left.isEmpty()) {
            throw new IllegalArgumentException("the row has no name");
        }
        Map<String, Alias.Kind> aliases = new LinkedHashMap<>();
        List<String> address = new ArrayList<>();
        String name = head(left.get(0), aliases, address);
        for (String line : left.subList(1, left.size())) {
            Matcher dash = DASH.matcher(line);
            Matcher more = ALIASES_FOLLOW.matcher(line);
            if (dash.matches()) {
                pieces(dash.group(1), aliases, address, false);
            } else if (more.matches()) {
                alias(more.group(1), aliases);
                pieces(more.group(2), aliases, address, true);
            } else {
                address.add(line);
            }
        }
        if (name.isEmpty()) {
            throw new IllegalArgumentException("the row has no name");
        }
        aliases.remove(name);
        return new BisName(name, aliases, PartyDraft.clean(trimmed(String.join(" ", address))));
    }

    private static String head(String line, Map<String, Alias.Kind> aliases, List<String> address) {
        Matcher several = ALIASES_FOLLOW.matcher(line);
        if (several.matches()) {
            pieces(several.group(2), aliases, address, true);
            return trimmed(several.group(1));
        }
        Matcher group = GROUP.matcher(line);
        if (group.matches()) {
            return trimmed(group.group(1));
        }
        Matcher one = ALIAS_FOLLOWS.matcher(line);
        if (one.matches()) {
            String[] alias = nameAndAddress(one.group(3));
            aliases.put(trimmed(alias[0]), one.group(2).equalsIgnoreCase("f") ? Alias.Kind.FORMER : Alias.Kind.STRONG);
            address.add(alias[1]);
            return trimmed(one.group(1));
        }
        String[] parts = nameAndAddress(line);
        address.add(parts[1]);
        return trimmed(parts[0]);
    }

    /** Aliases that stand in one line, each after a dash; where lines were lost, the address follows the last one. */
    private static void pieces(
            String text, Map<String, Alias.Kind> aliases, List<String> address, boolean addressMayFollow) {
        List<String> pieces = DASHES.splitAsStream(text)
                .map(String::strip)
                .filter(piece -> !piece.isEmpty())
                .toList();
        for (int i = 0; i < pieces.size(); i++) {
            String piece = pieces.get(i);
            Matcher end = SENTENCE_END.matcher(piece);
            if (addressMayFollow
                    && i == pieces.size() - 1
                    && end.find()
                    && ADDRESS.matcher(piece.substring(end.end())).find()) {
                alias(piece.substring(0, end.start() + 1), aliases);
                address.add(piece.substring(end.end()));
            } else {
                alias(piece, aliases);
            }
        }
    }

    private static void alias(String text, Map<String, Alias.Kind> aliases) {
        Matcher former = FORMER.matcher(text);
        boolean was = former.find();
        String name =
                trimmed(was ? text.substring(former.end()) : ALSO.matcher(text).replaceFirst(""));
        if (name.codePoints().anyMatch(Character::isLetterOrDigit)) {
            aliases.putIfAbsent(name, was ? Alias.Kind.FORMER : Alias.Kind.STRONG);
        }
    }

    /** The name ends at the first comma that no legal form follows and that stands in no brackets. */
    private static String[] nameAndAddress(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : c == ')' && depth > 0 ? -1 : 0;
            if (depth == 0 && (c == ';' || c == ',' && !endingFollows(text, i + 1))) {
                return new String[] {text.substring(0, i), text.substring(i + 1).strip()};
            }
        }
        return new String[] {text, ""};
    }

    private static boolean endingFollows(String text, int from) {
        int begin = from;
        while (begin < text.length() && text.charAt(begin) == ' ') {
            begin++;
        }
        int end = begin;
        while (end < text.length() && end - begin < 20 && ",; ()".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String word = text.substring(begin, end).replace(".", "").toLowerCase(Locale.ROOT);
        return Shipped.ENDINGS.contains(word);
    }

    /** Without what separates it from the next; a dot stays where it shortens a word. */
    private static String trimmed(String text) {
        String name = LISTING_END.matcher(text.strip()).replaceFirst("").strip();
        if (name.endsWith(".") && !ABBREVIATED.matcher(name).find()) {
            name = name.substring(0, name.length() - 1).strip();
        }
        return name;
    }

    private static final class Shipped {
        private static final Set<String> ENDINGS = read();

        private static Set<String> read() {
            try (InputStream in = Objects.requireNonNull(BisName.class.getResourceAsStream("/lists/name-endings.csv"));
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                return lines.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
