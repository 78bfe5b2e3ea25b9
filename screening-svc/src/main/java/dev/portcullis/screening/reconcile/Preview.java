package dev.portcullis.screening.reconcile;

import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.ListedParty;
import java.util.List;
import java.util.stream.Collectors;

/** An entry as a small page (section 6 of the specification); whatever a list says is text in it. */
final class Preview {
    private static final int MOST_ALIASES = 10;

    private Preview() {}

    static String of(ListedParty entry) {
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>" + text(entry.name())
                + "</title></head><body style=\"font-family: sans-serif; font-size: 13px\"><p><strong>"
                + text(entry.name()) + "</strong></p><p>" + text(Candidates.description(entry)) + "</p>"
                + list(
                        "Also known as",
                        entry.aliases().stream()
                                .limit(MOST_ALIASES)
                                .map(Alias::name)
                                .toList())
                + list("Born", entry.particulars().births())
                + list("Addresses", entry.addresses())
                + "</body></html>";
    }

    private static String list(String title, List<String> values) {
        return values.isEmpty()
                ? ""
                : "<p>" + title + ": " + values.stream().map(Preview::text).collect(Collectors.joining("; ")) + "</p>";
    }

    private static String text(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
