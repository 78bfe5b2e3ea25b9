package dev.portcullis.classification.controllist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Provenance;
import dev.portcullis.classification.datasheet.Technology;
import dev.portcullis.classification.determination.Classification;
import dev.portcullis.classification.determination.Classifier;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState.Status;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A company's own edition of the rules: what is new in it is data alone. */
class RulesDirectoryTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    /** An entry of the list that no shipped rule reads, and a fact that no shipped rule asks. */
    private static final String OWN = """
            {"facts": {"quantumCryostat": {"label": "technology for cooling quantum computers",
                "field": "/characteristics/quantumCryostat", "question": "Is it for cryogenic cooling of quantum computers?",
                "stated": {"as": "FLAG"}}},
             "rules": [{"id": "3E901/2024-09-06", "paragraph": "3E901", "title": "Technology for cryogenic cooling",
                "appliesTo": ["TECHNOLOGY"], "effectiveFrom": "2024-09-06", "citation": "15 CFR 774 Supp. 1, 3E901",
                "when": {"fact": "quantumCryostat", "is": true, "citation": "15 CFR 774 Supp. 1, 3E901"}}]}
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void copyOfTheShipped() throws IOException {
        ObjectNode index = (ObjectNode) JSON.readTree(shipped("index.json"));
        for (var part : index.required("parts")) {
            Files.write(directory.resolve(part.asText()), shipped(part.asText()));
        }
        index(index);
    }

    @Test
    void a_copy_of_the_shipped_rules_says_what_they_say() {
        ControlLists own = new ControlLists(Optional.of(directory));
        assertThat(own.rules().rules()).isEqualTo(RuleBookFile.shipped().rules());
        assertThat(own.rulesDigest()).isNotBlank();
    }

    @Test
    void a_rule_for_another_entry_and_a_fact_that_it_asks_need_no_java() throws IOException {
        Files.writeString(directory.resolve("own.json"), OWN);
        ObjectNode index = (ObjectNode) JSON.readTree(shipped("index.json"));
        ((ArrayNode) index.required("parts")).insert(1, "own.json");
        index(index);
        ControlLists own = new ControlLists(Optional.of(directory));
        Classification answer = new Classifier(own.asOf(DAY)).classify(cryostat(), DAY);
        assertThat(answer.status()).isEqualTo(Status.CLASSIFIED);
        assertThat(answer.eccn()).isEqualTo(Eccn.of("3E901"));
        assertThat(own.rulesDigest()).isNotEqualTo(new ControlLists(Optional.empty()).rulesDigest());
    }

    @Test
    void rules_that_are_not_there_or_lie_elsewhere_stop_the_start() throws IOException {
        Files.delete(directory.resolve("computers.json"));
        assertThatThrownBy(() -> new ControlLists(Optional.of(directory))).hasMessageContaining("computers.json");
        ObjectNode index = (ObjectNode) JSON.readTree(shipped("index.json"));
        ((ArrayNode) index.required("parts")).insert(0, "../elsewhere.json");
        index(index);
        assertThatThrownBy(() -> new ControlLists(Optional.of(directory))).hasMessageContaining("same directory");
    }

    private static Datasheet cryostat() {
        return new Technology(
                Provenance.DECLARED, null, false, List.of(), true, Map.of("quantumCryostat", Characteristic.of(true)));
    }

    private void index(ObjectNode index) throws IOException {
        Files.writeString(directory.resolve("index.json"), index.toString());
    }

    private static byte[] shipped(String name) throws IOException {
        try (InputStream in = RuleBookFile.class.getResourceAsStream("/law/rules/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
