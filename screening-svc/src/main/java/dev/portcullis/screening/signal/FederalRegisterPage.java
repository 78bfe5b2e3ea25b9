package dev.portcullis.screening.signal;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the Federal Register's public JSON interface ({@code /api/v1/documents.json}).
 *
 * @param documents the documents that could be read
 * @param unreadable how many could not
 * @param next the address of the next page; absent on the last
 */
record FederalRegisterPage(
        List<FederalRegisterDocument> documents,
        int unreadable,
        @Nullable String next) {
    /** The most documents of a page; the interface itself gives no more. */
    static final int LARGEST = 1_000;

    FederalRegisterPage {
        documents = List.copyOf(documents);
    }

    /**
     * Reads a page. A document without number, title or day of publication is counted and passed over.
     *
     * @throws IOException where it is no such page
     */
    static FederalRegisterPage read(ObjectMapper json, byte[] bytes) throws IOException {
        JsonNode page;
        try {
            page = json.readTree(bytes);
        } catch (JacksonException e) {
            throw new IOException("no JSON", e);
        }
        if (page == null || !page.isObject() || !page.path("count").isNumber()) {
            throw new IOException("no page of documents");
        }
        // Where nothing is found, the interface leaves the list out.
        JsonNode results = page.path("results");
        if (results.size() > LARGEST) {
            throw new IOException("more than " + LARGEST + " documents in a page");
        }
        List<FederalRegisterDocument> documents = new ArrayList<>();
        int unreadable = 0;
        for (JsonNode result : results) {
            try {
                documents.add(document(result));
            } catch (IllegalArgumentException | DateTimeException e) {
                unreadable++;
            }
        }
        return new FederalRegisterPage(documents, unreadable, text(page.path("next_page_url")));
    }

    private static FederalRegisterDocument document(JsonNode node) {
        String number = required(node, "document_number");
        String effectiveOn = text(node.path("effective_on"));
        return new FederalRegisterDocument(
                number,
                text(node.path("type")),
                required(node, "title"),
                java.util.Objects.requireNonNullElse(text(node.path("abstract")), ""),
                text(node.path("action")),
                text(node.path("dates")),
                LocalDate.parse(required(node, "publication_date")),
                effectiveOn == null ? null : LocalDate.parse(effectiveOn),
                agencies(node.path("agencies")),
                cfrParts(node.path("cfr_references")),
                text(node.path("citation")),
                text(node.path("html_url")));
    }

    private static List<String> agencies(JsonNode nodes) {
        List<String> names = new ArrayList<>();
        for (JsonNode agency : nodes) {
            String name = text(agency.path("name"));
            names.add(name == null ? agency.path("raw_name").asText("") : name);
        }
        return names.stream().filter(name -> !name.isBlank()).toList();
    }

    private static List<String> cfrParts(JsonNode nodes) {
        List<String> parts = new ArrayList<>();
        for (JsonNode part : nodes) {
            parts.add(part.path("title").asText() + " CFR " + part.path("part").asText());
        }
        return parts;
    }

    private static String required(JsonNode node, String field) {
        String value = text(node.path(field));
        if (value == null) {
            throw new IllegalArgumentException("a document without " + field);
        }
        return value.length() <= FederalRegisterDocument.LONGEST_TITLE
                ? value
                : value.substring(0, FederalRegisterDocument.LONGEST_TITLE);
    }

    private static @Nullable String text(JsonNode node) {
        if (!node.isTextual() || node.textValue().isBlank()) {
            return null;
        }
        return node.textValue();
    }
}
