package dev.portcullis.screening.signal;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A document of the Federal Register with what was read from it by hand. Kind {@code UNRELATED} is of no concern. */
record LabelledDocument(
        String documentNumber,
        String publishedOn,
        String title,

        @com.fasterxml.jackson.annotation.JsonProperty("abstract")
        String summary,

        String stratum,
        String kind,
        List<String> countries,
        List<String> eccns,
        List<String> parties,
        @Nullable String effective) {

    /** All 150; docs/signals.md says how they were drawn and by which definitions they were labelled. */
    static List<LabelledDocument> all() {
        try (InputStream in = LabelledDocument.class.getResourceAsStream("/signals/labelled-documents.json")) {
            return new ObjectMapper().readValue(Objects.requireNonNull(in), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FederalRegisterDocument document() {
        return FederalRegisterDocument.of(documentNumber, LocalDate.parse(publishedOn), title, summary);
    }
}
