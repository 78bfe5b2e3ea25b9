package dev.portcullis.classification.controllist;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.classification.controllist.ControlListEntry.Control;
import dev.portcullis.classification.controllist.ControlListEntry.Paragraph;
import dev.portcullis.classification.rules.FactDefinition;
import dev.portcullis.classification.rules.Rule;
import dev.portcullis.contracts.Eccn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds entries by number, by words, or by the parameters that their rules ask for. Each word of the question must occur somewhere in an
 * entry. Pure; a question costs one pass over the texts of the edition.
 */
public final class ControlListSearch {
    /** Letters of a question. */
    public static final int LONGEST_QUESTION = 100;

    private static final int MOST_WORDS = 8;
    private static final int MOST_PASSAGES = 5;
    private static final int EXCERPT = 240;
    private static final Pattern NUMBER = Pattern.compile("(\\d(?:[a-e](?:\\d{1,3})?)?)((?:\\.[a-z0-9]{1,2})*)\\.?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.\\-][\\p{L}\\p{N}]+)*");

    private final Law law;
    private final LocalDate day;

    /**
     * @param law the edition with its rules
     * @param day the day whose rules count
     */
    public ControlListSearch(Law law, LocalDate day) {
        this.law = law;
        this.day = day;
    }

    /**
     * An entry that was found.
     *
     * @param passages where the words were found, at most {@value #MOST_PASSAGES}; none where the number was asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Hit(Eccn eccn, String title, List<String> reasonsForControl, List<Passage> passages) {
        public Hit {
            passages = List.copyOf(passages);
        }
    }

    /**
     * A place in an entry.
     *
     * @param where {@code heading}, {@code controls}, {@code exceptions}, {@code relatedControls}, {@code paragraphs} or {@code rules}
     * @param label the paragraph's designator or the rule's id; null elsewhere
     * @param excerpt the text, cut at {@value #EXCERPT} letters
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Passage(String where, @Nullable String label, String excerpt) {}

    /**
     * The entries in the order of their numbers.
     *
     * @param question a number or the beginning of one, with or without paragraph, or words; all entries where it is blank
     * @param after the number after which to go on; null from the beginning
     * @param most how many at the most
     * @throws IllegalArgumentException where the question is too long
     */
    public List<Hit> find(String question, @Nullable Eccn after, int most) {
        if (question.length() > LONGEST_QUESTION) {
            throw new IllegalArgumentException("must have at most " + LONGEST_QUESTION + " letters");
        }
        String asked = question.trim().toLowerCase(Locale.ROOT);
        Matcher number = NUMBER.matcher(asked);
        boolean byNumber = number.matches();
        Set<String> words = byNumber ? Set.of() : words(asked);
        List<Hit> hits = new ArrayList<>();
        if (!byNumber && words.isEmpty() && !asked.isEmpty()) {
            return hits;
        }
        for (ControlListEntry entry : law.list().entries()) {
            if (hits.size() == most) {
                break;
            }
            if (after != null && entry.eccn().compareTo(after) <= 0) {
                continue;
            }
            Hit hit = byNumber ? byNumber(entry, number.group(1), number.group(2)) : byWords(entry, words);
            if (hit != null) {
                hits.add(hit);
            }
        }
        return hits;
    }

    private static Set<String> words(String asked) {
        Set<String> words = new java.util.LinkedHashSet<>();
        Matcher word = WORD.matcher(asked);
        while (word.find() && words.size() < MOST_WORDS) {
            words.add(word.group());
        }
        return words;
    }

    private static @Nullable Hit byNumber(ControlListEntry entry, String number, String paragraph) {
        if (!entry.eccn().value().toLowerCase(Locale.ROOT).startsWith(number)) {
            return null;
        }
        List<Passage> passages = new ArrayList<>();
        if (!paragraph.isEmpty()) {
            String label = paragraph.substring(1);
            for (Paragraph held : entry.paragraphs()) {
                String own = held.label();
                if (own != null
                        && (own.equals(label) || own.startsWith(label + "."))
                        && passages.size() < MOST_PASSAGES) {
                    passages.add(new Passage("paragraphs", own, cut(held.text(), 0)));
                }
            }
        }
        return new Hit(entry.eccn(), entry.title(), entry.reasonsForControl(), passages);
    }

    private @Nullable Hit byWords(ControlListEntry entry, Set<String> words) {
        List<String> missing = new ArrayList<>(words);
        List<Passage> passages = new ArrayList<>();
        look("heading", null, entry.eccn() + " " + entry.title() + ". " + entry.heading(), words, missing, passages);
        for (Rule rule : law.rules().rules(entry.eccn(), day)) {
            look("rules", rule.id(), parameters(rule), words, missing, passages);
        }
        for (Control control : entry.controls()) {
            String text = control.reason() + " " + control.appliesTo() + " " + String.join(", ", control.columns())
                    + (control.prose() == null ? "" : control.prose());
            look("controls", null, text, words, missing, passages);
        }
        entry.exceptions()
                .forEach(exception -> look(
                        "exceptions",
                        exception.code(),
                        exception.code() + ": " + exception.terms(),
                        words,
                        missing,
                        passages));
        if (entry.relatedControls() != null) {
            look("relatedControls", null, entry.relatedControls(), words, missing, passages);
        }
        entry.paragraphs()
                .forEach(
                        paragraph -> look("paragraphs", paragraph.label(), paragraph.text(), words, missing, passages));
        return missing.isEmpty() ? new Hit(entry.eccn(), entry.title(), entry.reasonsForControl(), passages) : null;
    }

    /** What a rule is about, with the names and labels of the facts that it asks for. */
    private String parameters(Rule rule) {
        StringBuilder text = new StringBuilder(rule.title());
        for (Map.Entry<String, FactDefinition> fact : law.rules().facts().entrySet()) {
            if (rule.asksFor(fact.getKey())) {
                text.append("; ")
                        .append(fact.getValue().label())
                        .append(" (")
                        .append(fact.getKey())
                        .append(')');
            }
        }
        return text.toString();
    }

    private static void look(
            String where,
            @Nullable String label,
            String text,
            Set<String> words,
            List<String> missing,
            List<Passage> passages) {
        String lower = text.toLowerCase(Locale.ROOT);
        int first = -1;
        for (String word : words) {
            int at = lower.indexOf(word);
            if (at >= 0) {
                missing.remove(word);
                first = first < 0 ? at : Math.min(first, at);
            }
        }
        if (first >= 0 && passages.size() < MOST_PASSAGES) {
            passages.add(new Passage(where, label, cut(text, first)));
        }
    }

    private static String cut(String text, int around) {
        if (text.length() <= EXCERPT) {
            return text;
        }
        int from = Math.min(Math.max(0, around - EXCERPT / 4), text.length() - EXCERPT);
        return (from > 0 ? "…" : "")
                + text.substring(from, from + EXCERPT)
                + (from + EXCERPT < text.length() ? "…" : "");
    }
}
