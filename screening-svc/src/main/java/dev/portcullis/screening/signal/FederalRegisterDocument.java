package dev.portcullis.screening.signal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document of the Federal Register, by the fields of its public JSON interface.
 *
 * @param number the document's number, such as {@code 2025-19001}
 * @param type Rule, Proposed Rule, Notice or Presidential Document, where that is told
 * @param title the title
 * @param summary the abstract; empty where there is none
 * @param action what the agency calls it, such as {@code Interim final rule}
 * @param dates the text under DATES
 * @param publishedOn the day of publication
 * @param effectiveOn the publisher's own field for the first effective day
 * @param agencies the agencies' names
 * @param cfrParts the parts that it amends, such as {@code 15 CFR 744}
 * @param citation the page, such as {@code 90 FR 47201}
 * @param url the address for people
 */
public record FederalRegisterDocument(
        String number,
        @Nullable String type,
        String title,
        String summary,
        @Nullable String action,
        @Nullable String dates,
        LocalDate publishedOn,
        @Nullable LocalDate effectiveOn,
        List<String> agencies,
        List<String> cfrParts,
        @Nullable String citation,
        @Nullable String url) {

    /** The most characters of a title, of a summary and of the text under DATES that are read. */
    static final int LONGEST_TITLE = 2_000;

    static final int LONGEST_TEXT = 20_000;

    /** What the publisher writes where there is no abstract. */
    private static final String NO_SUMMARY = "No summary provided.";

    public FederalRegisterDocument {
        if (number.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a document has a number and a title");
        }
        title = Texts.clean(title, LONGEST_TITLE);
        summary = summary.strip().equals(NO_SUMMARY) ? "" : Texts.clean(summary, LONGEST_TEXT);
        dates = dates == null ? null : Texts.clean(dates, LONGEST_TEXT);
        agencies = List.copyOf(agencies);
        cfrParts = List.copyOf(cfrParts);
    }

    /** A document of which no more is known than a list of titles and abstracts tells. */
    public static FederalRegisterDocument of(String number, LocalDate publishedOn, String title, String summary) {
        return new FederalRegisterDocument(
                number, null, title, summary, null, null, publishedOn, null, List.of(), List.of(), null, null);
    }

    /** Title and summary as one text. */
    String text() {
        return summary.isEmpty() ? title : title + ". " + summary;
    }
}
