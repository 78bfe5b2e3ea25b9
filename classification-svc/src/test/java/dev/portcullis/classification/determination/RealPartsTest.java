package dev.portcullis.classification.determination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.ItemState.Status;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real parts with the figures that their makers publish (dense rates), and the paragraph that 15 CFR 774 Supp. 1 then gives. Die
 * areas are of the logic dice on non-planar processes; where the maker publishes none, the area is that of published die
 * photographs, and none where it decides nothing.
 */
class RealPartsTest {
    private final CheckedClassifier classifier =
            new CheckedClassifier(new Law(ControlListFile.shipped(), RuleBookFile.shipped()));

    @ParameterizedTest(name = "{0} on {7} is {8}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            part | TOPS | bits | die mm2 | I/O GB/s | data center | source | as of | expected | why
            H100 SXM | 1978.9 | 8 | 814 | 1028 | true | NVIDIA H100 Tensor Core GPU Datasheet | 2026-11-23 | 3A090.a.1 | 3A090.a.1: TPP 15,831
            H800 SXM | 1978.9 | 8 | 814 | 528 | true | NVIDIA H800 product brief | 2026-11-23 | 3A090.a.1 | 3A090.a.1: interconnect no longer matters
            H800 SXM | 1978.9 | 8 | 814 | 528 | true | NVIDIA H800 product brief | 2023-06-01 | 3A991.p | 87 FR 62186: below 600 GB/s
            A100 80GB SXM | 624 | 8 | 826 | 664 | true | NVIDIA A100 Tensor Core GPU Datasheet | 2023-06-01 | 3A090.a | 87 FR 62186: 4992 and 664 GB/s
            A100 80GB SXM | 624 | 8 | 826 | 664 | true | NVIDIA A100 Tensor Core GPU Datasheet | 2026-11-23 | 3A090.a.1 | 3A090.a.1: TPP 4992
            A800 80GB SXM | 624 | 8 | 826 | 464 | true | NVIDIA A800 product brief | 2023-06-01 | 3A991.p | 87 FR 62186: below 600 GB/s
            A800 80GB SXM | 624 | 8 | 826 | 464 | true | NVIDIA A800 product brief | 2023-11-17 | 3A090.a.1 | 88 FR 73458: TPP 4992
            H20 | 296 | 8 | 814 | 1028 | true | NVIDIA H20 product brief | 2026-11-23 | 3A991.p | TPP 2368 is below 2400, density 2.91 below 3.2
            L40S | 733 | 8 | 608.5 | 64 | true | NVIDIA L40S Datasheet | 2026-11-23 | 3A090.a.1 | 3A090.a.1: TPP 5864
            L20 | 239 | 8 | 608.5 | 64 | true | NVIDIA L20 product brief | 2026-11-23 | 3A991.p | TPP 1912, density 3.14 below 3.2
            L4 | 242.5 | 8 | 294.5 | 64 | true | NVIDIA L4 Tensor Core GPU Datasheet | 2026-11-23 | 3A090.a.2 | 3A090.a.2: TPP 1940, density 6.59
            RTX 4090 | 660.6 | 8 | 608.5 | 64 | false | NVIDIA Ada GPU Architecture whitepaper | 2026-11-23 | 3A090.a.1 | Note 2 needs a TPP below 4800
            RTX 4090 D | 588.2 | 8 | 608.5 | 64 | false | NVIDIA GeForce RTX 4090 D specifications | 2026-11-23 | 3A991.p | Note 2: TPP 4706, not for data centers
            MI300X | 2614.9 | 8 | 2400 | 1024 | true | AMD Instinct MI300X Data Sheet | 2026-11-23 | 3A090.a.1 | 3A090.a.1: TPP 20,919
            MI250X | 383 | 16 | 1448 | 800 | true | AMD Instinct MI250X Data Sheet | 2026-11-23 | 3A090.a.1 | 3A090.a.1: TPP 6128
            Gaudi 2 | 865 | 8 | 826 | 664 | true | Intel Gaudi 2 white paper | 2026-11-23 | 3A090.a.1 | 3A090.a.1: TPP 6920
            Hailo-8 | 26 | 8 | | 8 | false | Hailo-8 AI Accelerator product brief | 2026-11-23 | 3A991.p | 3A991.p.1: 26 TOPS
            T4 | 130 | 8 | 545 | 32 | true | NVIDIA T4 Tensor Core GPU Datasheet | 2026-11-23 | 3A991.p | TPP 1040 is below 1600
            """)
    void a_published_part_falls_under_the_paragraph_that_the_regulation_gives(
            String part,
            String tops,
            int bits,
            String area,
            String io,
            boolean dataCenter,
            String source,
            LocalDate asOf,
            String expected) {
        IntegratedCircuit circuit = Parts.circuit(tops, bits, area, io, dataCenter);

        Classification answer = classifier.classify(circuit, asOf);

        assertThat(answer.status()).isEqualTo(Status.CLASSIFIED);
        assertThat(answer.eccn() + "." + answer.paragraph()).isEqualTo(expected);
        assertThat(answer.walk()).allSatisfy(candidate -> {
            assertThat(candidate.citation()).isNotBlank();
            assertThat(candidate.effectiveFrom()).isBeforeOrEqualTo(asOf);
        });
    }

    @Test
    void until_november_2023_outputs_counted_for_the_bit_length_so_that_a_person_decides() {
        // 15 CFR 774 Supp. 1, 3A090, Technical Note 4, edition of 2023-01-17: "highest bit length of any input or
        // output".
        IntegratedCircuit circuit = Parts.circuit("296", 8, "814", "1028", true);

        assertThat(classifier.classify(circuit, LocalDate.of(2023, 11, 16)).status())
                .isEqualTo(Status.REVIEW);
        assertThat(classifier.classify(circuit, LocalDate.of(2023, 11, 17)).status())
                .isEqualTo(Status.CLASSIFIED);
    }
}
