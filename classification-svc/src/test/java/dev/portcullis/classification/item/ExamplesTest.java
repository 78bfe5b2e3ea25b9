package dev.portcullis.classification.item;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.determination.Classification;
import dev.portcullis.classification.determination.Classifier;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.ItemState.Status;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who copies a datasheet from the API's description gets an answer. */
class ExamplesTest {
    /** What the service would look up for an item: the circuit, which stands there without its kind. */
    private static final String CIRCUIT = Examples.CIRCUIT.replace("\"kind\": \"INTEGRATED_CIRCUIT\", ", "");

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final Classifier classifier = new Classifier(new Law(ControlListFile.shipped(), RuleBookFile.shipped()));

    @ParameterizedTest
    @ValueSource(strings = {Examples.CIRCUIT, Examples.COMPUTER, Examples.MODEL, Examples.SOFTWARE})
    void an_example_states_all_that_its_answer_needs(String example) throws IOException {
        String whole = example.replaceAll("\"itemId\": \"[^\"]*\"", "\"integratedCircuit\": " + CIRCUIT);
        Classification answer = classifier.classify(json.readValue(whole, Datasheet.class), LocalDate.of(2026, 11, 23));
        assertThat(answer.missing()).as(answer.summary()).isEmpty();
        assertThat(answer.status()).isEqualTo(Status.CLASSIFIED);
    }
}
