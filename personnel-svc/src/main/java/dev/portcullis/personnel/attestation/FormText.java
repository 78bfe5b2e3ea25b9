package dev.portcullis.personnel.attestation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.personnel.attestation.Attested.Alternative;
import java.io.IOException;
import java.io.InputStream;

/** What the form asks, in our own words, from the shipped file. */
record FormText(String form, String title, String source, String reviewed, Box notRequired, Box required) {
    private static final String FILE = "/attestations/i-129-part-6.json";
    private static final int LARGEST = 1 << 16;

    /** A box of the form and what checking it says. */
    record Box(String box, String text) {}

    /** @throws IllegalStateException where the file is missing or not whole */
    static FormText shipped() {
        try (InputStream file = FormText.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            JsonNode root = new ObjectMapper().readTree(file.readNBytes(LARGEST));
            JsonNode alternatives = root.path("alternatives");
            return new FormText(
                    text(root, "form"),
                    text(root, "title"),
                    text(root, "source"),
                    text(root, "reviewed"),
                    box(alternatives.path(Alternative.LICENSE_NOT_REQUIRED.name())),
                    box(alternatives.path(Alternative.LICENSE_REQUIRED.name())));
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }

    private static Box box(JsonNode node) {
        return new Box(text(node, "box"), text(node, "text"));
    }

    private static String text(JsonNode node, String name) {
        String text = node.path(name).asText();
        if (text.isBlank()) {
            throw new IllegalStateException(FILE + " does not say " + name);
        }
        return text;
    }
}
