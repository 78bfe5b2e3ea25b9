package dev.portcullis.screening.format;

import dev.portcullis.screening.list.Identifier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Puts what OFAC says under a label into an entry, wherever it says it: in Remarks, in {@code idList}, as a feature, and in the {@code ids} of
 * the Consolidated Screening List, which are taken from there. What the labels mean is a data file; a label that is not in it names a document
 * where its value has a digit.
 */
final class OfacLabels {
    private static final String LABELS = "/lists/ofac-labels.csv";
    private static final int LONGEST_LABEL = 200;
    private static final int LONGEST_NUMBER = 120;
    private static final Pattern HAS_DIGIT = Pattern.compile("\\d");
    private static final Pattern IMO = Pattern.compile("(?:IMO\\s*)?(\\d{7})", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEI = Pattern.compile("[A-Z0-9]{18}\\d{2}");
    /** What may follow a number in Remarks: {@code (Egypt) issued 12 Jun 2003 expires 2010}. */
    private static final Pattern AFTER_NUMBER =
            Pattern.compile("\\s+(?:issued|expires|exp\\.|issue date|Date of Issue)\\b.*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern COUNTRY = Pattern.compile("^(.*\\S)\\s*\\(([^()]+)\\)$");

    private OfacLabels() {}

    /** What a label says. */
    enum Meaning {
        BIRTH,
        BIRTH_PLACE,
        NATIONALITY,
        CALL_SIGN,
        IMO,
        AIRCRAFT,
        LEI,
        DOCUMENT,
        NONE
    }

    /** Puts a value under a label of its own. */
    static void put(PartyDraft draft, @Nullable String label, @Nullable String value, @Nullable String country) {
        String name = PartyDraft.clean(label);
        String text = PartyDraft.clean(value);
        if (name == null || text == null || name.length() > LONGEST_LABEL) {
            return;
        }
        String known = longest(name);
        Meaning meaning = known == null ? null : Shipped.LABELS.get(known);
        if (meaning == null) {
            meaning = HAS_DIGIT.matcher(text).find() ? Meaning.DOCUMENT : Meaning.NONE;
        }
        put(draft, meaning, name, text, country);
    }

    /** Puts a document of another publisher, whose types are not OFAC's; vessels' numbers are told by their form. */
    static void putDocument(
            PartyDraft draft, @Nullable String type, @Nullable String number, @Nullable String country) {
        String text = PartyDraft.clean(number);
        if (text == null) {
            return;
        }
        String label = PartyDraft.clean(type);
        boolean vessel = label != null && label.toUpperCase(Locale.ROOT).contains("IMO");
        put(draft, vessel ? Meaning.IMO : Meaning.DOCUMENT, label == null ? "Document" : label, text, country);
    }

    /** Puts a date under a label: of birth or building, or of something else. */
    static void putBirth(PartyDraft draft, String label, @Nullable String date) {
        String known = longest(label);
        if (known != null && Shipped.LABELS.get(known) == Meaning.BIRTH) {
            draft.birthText(date);
        }
    }

    /**
     * Puts a clause of Remarks, {@code Passport 1084010 (Egypt)}.
     *
     * @return whether it begins with a known label
     */
    static boolean putClause(PartyDraft draft, String clause) {
        String known = longest(clause);
        if (known == null) {
            return false;
        }
        String value = clause.substring(known.length()).replaceFirst("^[\\s:#]+", "");
        Meaning meaning = Shipped.LABELS.get(known);
        if (meaning == Meaning.DOCUMENT && known.equals("digital currency address")) {
            value = value.replaceFirst("^-\\s*", "");
        }
        value = AFTER_NUMBER.matcher(value).replaceFirst("");
        String country = null;
        Matcher named = COUNTRY.matcher(value);
        if (meaning != Meaning.BIRTH_PLACE && named.matches()) {
            country = named.group(2);
            value = named.group(1);
        }
        String label = clause.substring(0, known.length());
        if (meaning != null && !value.isBlank()) {
            put(draft, meaning, label, value, country);
        }
        return true;
    }

    private static void put(PartyDraft draft, Meaning meaning, String label, String value, @Nullable String country) {
        switch (meaning) {
            case BIRTH -> draft.birth(value);
            case BIRTH_PLACE -> draft.birthPlace(value);
            case NATIONALITY -> draft.nationality(value);
            case CALL_SIGN -> draft.identifier(Identifier.CALL_SIGN, value, country);
            case AIRCRAFT -> draft.identifier(Identifier.AIRCRAFT, value, country);
            case IMO -> imo(draft, label, value, country);
            case LEI -> draft.identifier(LEI.matcher(value).matches() ? Identifier.LEI : label, value, country);
            case DOCUMENT -> {
                if (value.length() <= LONGEST_NUMBER && HAS_DIGIT.matcher(value).find()) {
                    draft.identifier(trimmed(label), value, country);
                }
            }
            case NONE -> {
                // It says nothing by which a party could be told from another.
            }
        }
    }

    /** A vessel's number of the International Maritime Organization, or another registration of a vessel. */
    private static void imo(PartyDraft draft, String label, String value, @Nullable String country) {
        Matcher number = IMO.matcher(value);
        if (number.matches()) {
            draft.identifier(Identifier.IMO, number.group(1), country);
        } else if (HAS_DIGIT.matcher(value).find()) {
            draft.identifier(trimmed(label), value, country);
        }
    }

    private static String trimmed(String label) {
        return label.replaceFirst("[\\s:#-]+$", "");
    }

    /** The longest known label that the text begins with; the label ends where a word does. */
    private static @Nullable String longest(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        NavigableMap<String, Meaning> labels = Shipped.LABELS;
        String candidate = labels.floorKey(lower);
        while (candidate != null) {
            if (lower.startsWith(candidate) && endsWord(lower, candidate.length())) {
                return candidate;
            }
            int common = commonPrefix(lower, candidate);
            if (common == 0) {
                return null;
            }
            // No label between this one and the shared beginning can be a beginning of the text.
            candidate = common < candidate.length()
                    ? labels.floorKey(lower.substring(0, common))
                    : labels.lowerKey(candidate);
        }
        return null;
    }

    private static boolean endsWord(String text, int at) {
        return at == text.length()
                || !Character.isLetterOrDigit(text.charAt(at))
                || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static int commonPrefix(String a, String b) {
        int i = 0;
        while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i;
    }

    private static final class Shipped {
        private static final NavigableMap<String, Meaning> LABELS = read();

        private static NavigableMap<String, Meaning> read() {
            NavigableMap<String, Meaning> labels = new TreeMap<>();
            try (InputStream in = Objects.requireNonNull(OfacLabels.class.getResourceAsStream(OfacLabels.LABELS));
                    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!line.isBlank() && !line.startsWith("#")) {
                        int comma = line.lastIndexOf(',');
                        labels.put(
                                line.substring(0, comma).toLowerCase(Locale.ROOT),
                                Meaning.valueOf(line.substring(comma + 1)
                                        .toUpperCase(Locale.ROOT)
                                        .replace('-', '_')));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Collections.unmodifiableNavigableMap(labels);
        }
    }
}
