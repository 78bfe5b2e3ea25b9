package dev.portcullis.classification.determination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Model;
import dev.portcullis.classification.datasheet.Provenance;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.rules.Posture;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.ItemState.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real models with the parameters and tokens that their makers publish, or else the operations that Epoch AI estimates (CC BY 4.0), and
 * what 15 CFR 774 Supp. 1, 4E091 and 15 CFR 734.7 then give. Of a mixture of experts, the parameters are those at work on a token.
 * Weights are published where their license puts no restriction on further dissemination (734.7(a)); under licenses that do, whether
 * they are is a question for counsel, and the row leaves it open. Trained from nothing, without generated data of one single model.
 */
class RealModelsTest {
    private static final LocalDate NOW = LocalDate.of(2026, 11, 23);

    private final CheckedClassifier classifier =
            new CheckedClassifier(new Law(ControlListFile.shipped(), RuleBookFile.shipped()));

    @ParameterizedTest(name = "{0}: {7}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            model | parameters | tokens | operations | published | below best published | source | expected | why
            GPT-3 175B | 1.75e11 | 3.00e11 | | false | | Brown et al., arXiv 2005.14165 | EAR99 | 4E091: 3.15e23 is below 1e26
            Gopher | 2.80e11 | 3.00e11 | | false | | Rae et al., arXiv 2112.11446 | EAR99 | 4E091: 5.04e23 is below 1e26
            Megatron-Turing NLG 530B | 5.30e11 | 2.70e11 | | false | | Smith et al., arXiv 2201.11990 | EAR99 | 4E091: 8.59e23 is below 1e26
            Chinchilla | 7.00e10 | 1.40e12 | | false | | Hoffmann et al., arXiv 2203.15556 | EAR99 | 4E091: 5.88e23 is below 1e26
            PaLM 540B | 5.4035e11 | 7.80e11 | | false | | Chowdhery et al., arXiv 2204.02311 | EAR99 | 4E091: 2.53e24 is below 1e26
            OPT-175B | 1.75e11 | 1.80e11 | | false | | Zhang et al., arXiv 2205.01068 (weights on request) | EAR99 | 4E091: 1.89e23 is below 1e26
            GPT-4 | | | 2.1e25 | false | | Epoch AI, notable models | EAR99 | 4E091: 2.1e25 is below 1e26
            BLOOM 176B | 1.76247e11 | 3.66e11 | | | | BigScience, arXiv 2211.05100 (RAIL license) | EAR99 | 4E091: 3.87e23; 734.7(a) open
            LLaMA 65B | 6.52e10 | 1.40e12 | | | | Touvron et al., arXiv 2302.13971 (non-commercial license) | EAR99 | 4E091: 5.48e23; 734.7(a) open
            Llama 2 70B | 7.00e10 | 2.00e12 | | | | Touvron et al., arXiv 2307.09288 (community license) | EAR99 | 4E091: 8.4e23; 734.7(a) open
            Falcon 180B | 1.80e11 | 3.50e12 | | | | Almazrouei et al., arXiv 2311.16867 (Falcon 180B license) | EAR99 | 4E091: 3.78e24; 734.7(a) open
            Gemma 7B | 8.54e9 | 6.00e12 | | | | Gemma Team, arXiv 2403.08295 (Gemma terms of use) | EAR99 | 4E091: 3.07e23; 734.7(a) open
            Llama 3.1 405B | 4.05e11 | 1.56e13 | | | | Grattafiori et al., arXiv 2407.21783 (community license) | EAR99 | 4E091: 3.79e25; 734.7(a) open
            Qwen2.5-72B | 7.27e10 | 1.80e13 | | | | Qwen Team, arXiv 2412.15115 (Qwen license) | EAR99 | 4E091: 7.85e24; 734.7(a) open
            DeepSeek-V3 | 3.70e10 | 1.48e13 | | | | DeepSeek-AI, arXiv 2412.19437 (model license with use restrictions) | EAR99 | 4E091: 3.29e24; 734.7(a) open
            Falcon 40B | 4.00e10 | 1.00e12 | | true | | Almazrouei et al., arXiv 2311.16867 (Apache 2.0) | not subject | 15 CFR 734.3(b)(3), 734.7(a)
            Mistral 7B | 7.24e9 | | | true | | Jiang et al., arXiv 2310.06825 (Apache 2.0; tokens not published) | not subject | 15 CFR 734.3(b)(3), 734.7(a), whatever the tokens
            Mixtral 8x7B | 1.29e10 | | | true | | Jiang et al., arXiv 2401.04088 (Apache 2.0; tokens not published) | not subject | 15 CFR 734.3(b)(3), 734.7(a), whatever the tokens
            Grok-1 | | | 2.9e24 | true | | xAI, open release of Grok-1 (Apache 2.0); Epoch AI | not subject | 15 CFR 734.3(b)(3), 734.7(a)
            OLMo 7B | 6.9e9 | 2.46e12 | | true | | Groeneveld et al., arXiv 2402.00838 (Apache 2.0) | not subject | 15 CFR 734.3(b)(3), 734.7(a)
            Qwen2.5-32B | 3.25e10 | 1.80e13 | | true | | Qwen Team, arXiv 2412.15115 (Apache 2.0) | not subject | 15 CFR 734.3(b)(3), 734.7(a)
            DeepSeek-R1 | | | 5.17e24 | true | | DeepSeek-AI, arXiv 2501.12948 (MIT); Epoch AI | not subject | 15 CFR 734.3(b)(3), 734.7(a)
            GPT-4.5 | | | 3.8e26 | false | false | Epoch AI, frontier models | 4E091 | 4E091: 3.8e26, and Note 2 was answered no
            Grok 3 | | | 3.5e26 | false | false | Epoch AI, frontier models | 4E091 | 4E091: 3.5e26, and Note 2 was answered no
            Grok 4 | | | 5e26 | false | | Epoch AI, frontier models | asks /belowBestPublished | 4E091, Note 2 compares with the best published model
            Grok 4 | | | 5e26 | | false | Epoch AI, frontier models | asks /published | 4E091, Note 1
            Grok 4 | | | 5e26 | false | true | Epoch AI, frontier models | EAR99 | 4E091, Note 2
            """)
    void a_model_with_published_figures_falls_where_the_regulation_puts_it(
            String model,
            BigDecimal parameters,
            BigDecimal tokens,
            BigDecimal operations,
            Boolean published,
            Boolean belowBest,
            String source,
            String expected,
            String why) {
        Classification answer = classifier.classify(
                new Model(
                        Provenance.DECLARED,
                        null,
                        operations,
                        parameters,
                        tokens,
                        published,
                        new Model.Derivative(false, null),
                        new Model.SyntheticData(BigDecimal.ZERO, null, null, null, null),
                        belowBest,
                        true,
                        null),
                NOW);

        String because = model + ": " + why + " (" + source + ")";
        if (parameters != null && tokens != null) {
            assertThat(answer.figures().trainingOperations())
                    .as(because)
                    .isEqualByComparingTo(
                            BigDecimal.valueOf(6).multiply(parameters).multiply(tokens));
        }
        if (expected.startsWith("asks ")) {
            assertThat(answer.status()).as(because).isEqualTo(Status.INSUFFICIENT_DATA);
            assertThat(answer.missing())
                    .extracting(Classification.MissingFact::field)
                    .containsExactly(expected.substring("asks ".length()));
            return;
        }
        assertThat(answer.status()).as(because).isEqualTo(Status.CLASSIFIED);
        if (expected.equals("not subject")) {
            assertThat(answer.subjectToEar()).as(because).isEqualTo(Outcome.NOT_MET);
            assertThat(answer.eccn()).as(because).isNull();
            return;
        }
        assertThat(String.valueOf(answer.eccn())).as(because).isEqualTo(expected);
        assertThat(answer.subjectToEar()).as(because).isEqualTo(published == null ? Outcome.UNKNOWN : Outcome.MET);
        if (expected.equals("4E091")) {
            assertThat(answer.posture()).isEqualTo(Posture.CODIFIED_NOT_ENFORCED);
            assertThat(String.valueOf(answer.asEnforced().eccn())).isEqualTo("EAR99");
        }
    }
}
