package dev.portcullis.screening.signal;

import java.util.List;
import java.util.regex.Pattern;

/** Finds citations of the Federal Register, of the Code of Federal Regulations and of executive orders. */
final class Citations {
    private static final Pattern CITATION = Pattern.compile("\\b[0-9]{1,3} FR [0-9,]{1,7}\\b"
            + "|\\b[0-9]{1,2} CFR (?:[Pp]arts? )?[0-9]{1,4}(?:\\.[0-9]{1,4})?"
            + "|\\b(?:Executive [Oo]rder|E\\.O\\.)(?: \\(E\\.O\\.\\))? [0-9]{5}\\b");

    private Citations() {}

    /** Each citation once, in the order of the text. */
    static List<String> find(String text) {
        return CITATION.matcher(text)
                .results()
                .map(found -> found.group().replace("Executive order", "Executive Order"))
                .distinct()
                .toList();
    }
}
