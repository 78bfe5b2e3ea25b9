package dev.portcullis.classification.determination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.IntegratedCircuit;
import dev.portcullis.classification.datasheet.ProcessingUnit;
import dev.portcullis.classification.datasheet.ProcessingUnit.Rate;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.ItemState.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real parts with the figures that their makers publish (dense rates), and the paragraph that 15 CFR 774 Supp. 1 then gives. Die
 * areas are of the logic dice on non-planar processes; where the maker publishes none, the area is that of published die
 * photographs, and none where it decides nothing or nobody published it: the answer then asks for it. Each reason is a paragraph or
 * note of 3A090 or 3A991 in 15 CFR 774 Supp. 1. Which figures were held against a second text is said in docs/rules-review.md.
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
            H100 PCIe | 1513 | 8 | 814 | | true | NVIDIA H100 Tensor Core GPU Datasheet (3026 TFLOPS FP8 with sparsity) | 2026-11-23 | 3A090.a.1 | TPP 12,104
            H200 SXM | 1979 | 8 | 814 | | true | NVIDIA H200 Tensor Core GPU Datasheet (3958 TFLOPS FP8 with sparsity) | 2026-11-23 | 3A090.a.1 | TPP 15,832
            B200 SXM | 4500 | 8 | | | true | NVIDIA HGX B200 specifications (FP8, dense) | 2026-11-23 | 3A090.a.1 | TPP 36,000; no die area is published and none is needed
            V100 SXM2 | 125 | 16 | 815 | | true | NVIDIA Tesla V100 Datasheet; area: Volta Architecture whitepaper | 2026-11-23 | 3A991.p | TPP 2000 is below 2400, density 2.45 below 3.2
            P100 SXM2 | 21.2 | 16 | 610 | | true | NVIDIA Tesla P100 Datasheet; area: Pascal Architecture whitepaper | 2026-11-23 | 3A991.p | TPP 339 is below 1600
            A30 | 330 | 8 | 826 | | true | NVIDIA A30 Tensor Core GPU Datasheet; area: Ampere Architecture whitepaper | 2026-11-23 | 3A090.b.1 | TPP 2640, density 3.196
            A10 | 250 | 8 | 628.4 | | true | NVIDIA A10 Tensor Core GPU Datasheet; area: Ampere GA102 whitepaper | 2026-11-23 | 3A991.p | TPP 2000 is below 2400, density 3.183 below 3.2
            A40 | 299.3 | 8 | 628.4 | | true | NVIDIA A40 Datasheet; area: Ampere GA102 whitepaper | 2026-11-23 | 3A090.b.2 | TPP 2394, density 3.81
            A2 | 36 | 8 | | | true | NVIDIA A2 Tensor Core GPU Datasheet | 2026-11-23 | 3A991.p | TPP 288 is below 1600
            L40 | 362.05 | 8 | 608.5 | | true | NVIDIA L40 Datasheet; area: Ada GPU Architecture whitepaper | 2026-11-23 | 3A090.b.1 | TPP 2896, density 4.76
            RTX 6000 Ada | 728.5 | 8 | 608.5 | | | NVIDIA RTX 6000 Ada Generation Datasheet (1457 TFLOPS FP8 with sparsity) | 2026-11-23 | 3A090.a.1 | TPP 5828, for data centers or not
            RTX A6000 | 309.7 | 8 | 628.4 | | | NVIDIA Ampere GA102 whitepaper | 2026-11-23 | asks /dataCenter | TPP 2478, density 3.94: 3A090.b.1 unless Note 2 takes it out
            RTX 3080 | 238 | 8 | 628.4 | | false | NVIDIA Ampere GA102 whitepaper | 2026-11-23 | 3A991.p | Note 2: TPP 1904, not for data centers
            RTX 3090 | 284 | 8 | 628.4 | | false | NVIDIA Ampere GA102 whitepaper | 2026-11-23 | 3A991.p | Note 2: TPP 2272, not for data centers
            RTX 4080 | 389.9 | 8 | 378.6 | | false | NVIDIA Ada GPU Architecture whitepaper | 2026-11-23 | 3A991.p | Note 2: TPP 3119, not for data centers
            RTX 5080 | 900.5 | 4 | 378 | | false | NVIDIA GeForce RTX 5080 specifications (1801 AI TOPS, FP4 with sparsity) | 2026-11-23 | 3A991.p | Note 2: TPP 3602, not for data centers
            RTX 5090 | 838 | 8 | 750 | | false | NVIDIA RTX Blackwell GPU Architecture whitepaper | 2026-11-23 | 3A090.a.1 | TPP 6704: Note 2 needs a TPP below 4800
            RTX 5090 D | 1187.5 | 4 | 750 | | false | NVIDIA GeForce RTX 5090 D specifications (2375 AI TOPS, FP4 with sparsity) | 2026-11-23 | 3A991.p | Note 2: TPP 4750, not for data centers
            Jetson AGX Orin 64GB | 137.5 | 8 | | | false | NVIDIA Jetson AGX Orin Technical Brief (85 TOPS GPU and 52.5 TOPS accelerators, dense) | 2026-11-23 | 3A991.p | TPP 1100 is below 1600
            Jetson Xavier NX | 21 | 8 | | | false | NVIDIA Jetson Xavier NX Data Sheet | 2026-11-23 | 3A991.p | 3A991.p.1: 21 TOPS
            Jetson T5000 | 1035 | 4 | | | false | NVIDIA Jetson Thor Data Sheet (2070 TFLOPS FP4 with sparsity) | 2026-11-23 | 3A991.p | Note 2: TPP 4140, not for data centers, whatever its area
            MI50 | 53 | 8 | 331 | | true | AMD Radeon Instinct MI50 Data Sheet | 2026-11-23 | 3A991.p | TPP 424 is below 1600
            MI100 | 184.6 | 16 | 750 | | true | AMD Instinct MI100 Data Sheet; area: CDNA whitepaper | 2026-11-23 | 3A090.b.1 | TPP 2954, density 3.94
            MI210 | 181 | 16 | 724 | | true | AMD Instinct MI210 Data Sheet; area: CDNA 2 die of the MI200 series | 2026-11-23 | 3A090.b.1 | TPP 2896, density 4.0
            MI250 | 362.1 | 16 | 1448 | | true | AMD Instinct MI250 Data Sheet | 2026-11-23 | 3A090.a.1 | TPP 5794
            MI325X | 2614.9 | 8 | | | true | AMD Instinct MI325X Data Sheet | 2026-11-23 | 3A090.a.1 | TPP 20,919
            RX 7900 XTX | 122.8 | 16 | | | false | AMD Radeon RX 7900 XTX specifications | 2026-11-23 | 3A991.p | Note 2: TPP 1965, not for data centers
            Gaudi 3 | 1835 | 16 | | | true | Intel Gaudi 3 AI Accelerator white paper (1835 TFLOPS BF16) | 2026-11-23 | 3A090.a.1 | TPP 29,360
            Data Center GPU Max 1550 | 832 | 16 | | | true | Intel Data Center GPU Max Series Technical Overview (BF16) | 2026-11-23 | 3A090.a.1 | TPP 13,312
            TPU v2 | 46 | 16 | | | true | Jouppi et al., Ten Lessons From Three Generations, ISCA 2021 | 2026-11-23 | 3A991.p | TPP 736 is below 1600
            TPU v3 | 123 | 16 | | | true | Jouppi et al., Ten Lessons From Three Generations, ISCA 2021 (area only as below a limit) | 2026-11-23 | asks /dies | TPP 1968: 3A090.a.2 or .b.2 by its density
            TPU v4 | 275 | 16 | | | true | Jouppi et al., TPU v4, ISCA 2023 (area only as below a limit) | 2026-11-23 | asks /dies | TPP 4400: 3A090.a.2 or .b.1 by its density
            TPU v5e | 197 | 16 | | | true | Google Cloud TPU v5e documentation | 2026-11-23 | asks /dies | TPP 3152: 3A090.a.2 or .b.1 by its density
            TPU v5p | 459 | 16 | | | true | Google Cloud TPU v5p documentation | 2026-11-23 | 3A090.a.1 | TPP 7344
            TPU v6e | 918 | 16 | | | true | Google Cloud TPU v6e documentation | 2026-11-23 | 3A090.a.1 | TPP 14,688
            Trainium | 190 | 16 | | | true | AWS Neuron documentation, Trainium architecture | 2026-11-23 | asks /dies | TPP 3040: 3A090.a.2 or .b.1 by its density
            Inferentia2 | 190 | 16 | | | true | AWS Neuron documentation, Inferentia2 architecture | 2026-11-23 | asks /dies | TPP 3040: 3A090.a.2 or .b.1 by its density
            Trainium2 | 667 | 16 | | | true | AWS Neuron documentation, Trainium2 architecture (BF16, dense) | 2026-11-23 | 3A090.a.1 | TPP 10,672
            MTIA v1 | 102.4 | 8 | 373 | | true | Firoozshahian et al., MTIA, ISCA 2023 | 2026-11-23 | 3A991.p | TPP 819 is below 1600
            MTIA v2 | 354 | 8 | 421 | | true | Meta, Our next-generation Meta Training and Inference Accelerator, April 2024 (dense) | 2026-11-23 | 3A090.a.2 | TPP 2832, density 6.73
            Maia 100 | 800 | 16 | 820 | | true | Microsoft, Inside Maia 100, Hot Chips 2024 | 2026-11-23 | 3A090.a.1 | TPP 12,800
            Cloud AI 100 Pro | 400 | 8 | | | true | Qualcomm Cloud AI 100 product brief | 2026-11-23 | asks /dies | TPP 3200: 3A090.a.2 or .b.1 by its density
            Ascend 910 | 256 | 16 | 624 | | true | Huawei, Hot Chips 2019 (compute die 456 and I/O die 168 mm2) | 2026-11-23 | 3A090.a.2 | TPP 4096, density 6.56 (8.98 on the compute die alone)
            Ascend 910B | 320 | 16 | | | true | Figures as the press reports them (the maker publishes none) | 2026-11-23 | 3A090.a.1 | TPP 5120
            Hanguang 800 | 825 | 8 | 709 | | true | Alibaba, Hot Chips 2020 | 2026-11-23 | 3A090.a.1 | TPP 6600
            BR100 | 1024 | 16 | 1074 | | true | Biren, Hot Chips 2022 (BF16) | 2026-11-23 | 3A090.a.1 | TPP 16,384
            WSE-2 | 7500 | 16 | 46225 | | true | Cerebras, Hot Chips 2022 (FP16, dense) | 2026-11-23 | 3A090.a.1 | TPP 120,000
            GroqChip 1 | 750 | 8 | 725 | | true | GroqChip Processor product brief | 2026-11-23 | 3A090.a.1 | TPP 6000
            Colossus MK2 GC200 | 250 | 16 | 823 | | true | Graphcore IPU-M2000 Datasheet (1 PFLOPS over four IPUs); Hot Chips 2021 | 2026-11-23 | 3A090.b.1 | TPP 4000, density 4.86
            Bow IPU | 350 | 16 | | | true | Graphcore Bow-2000 Datasheet (1.4 PFLOPS over four IPUs) | 2026-11-23 | 3A090.a.1 | TPP 5600
            Dojo D1 | 362 | 16 | 645 | | true | Tesla, Hot Chips 2022 (BF16) | 2026-11-23 | 3A090.a.1 | TPP 5792
            FSD Computer chip | 73.7 | 8 | 260 | | false | Tesla, Hot Chips 2019 (two accelerators of 36.86 TOPS) | 2026-11-23 | 3A991.p | TPP 590 is below 1600
            SN40L | 638 | 16 | | | true | SambaNova, Hot Chips 2024 (BF16) | 2026-11-23 | 3A090.a.1 | TPP 10,208
            M1 | 11+2.6 | 16+32 | | | false | Apple press release of 2020-11-10 (11 trillion operations, 2.6 teraflops; 16 and 32 bits taken) | 2026-11-23 | 3A991.p | 3A991.p.1: 13.6 TOPS; TPP 259 is below 1600
            M2 Ultra | 31.6+27.2 | 16+32 | | | false | Apple press release of 2023-06-05 (31.6 trillion operations, 27.2 teraflops; 16 and 32 bits taken) | 2026-11-23 | 3A991.p | TPP 1376 is below 1600
            Snapdragon X Elite | 45+4.6 | 8+32 | | | false | Qualcomm Snapdragon X Elite product brief | 2026-11-23 | 3A991.p | TPP 507 is below 1600
            Edge TPU | 4 | 8 | | | false | Coral Edge TPU datasheet | 2026-11-23 | asks /otherEntriesExcluded | 4 TOPS is below 3A991.p.1: EAR99 only at the end of the walk
            """)
    void a_published_part_falls_under_the_paragraph_that_the_regulation_gives(
            String part,
            String tops,
            String bits,
            String area,
            String io,
            Boolean dataCenter,
            String source,
            LocalDate asOf,
            String expected,
            String why) {
        IntegratedCircuit circuit = part(tops.split("[+]"), bits.split("[+]"), area, io, dataCenter);

        Classification answer = classifier.classify(circuit, asOf);

        if (expected.startsWith("asks ")) {
            assertThat(answer.status()).as(part + ": " + why).isEqualTo(Status.INSUFFICIENT_DATA);
            assertThat(answer.missing())
                    .extracting(Classification.MissingFact::field)
                    .contains(expected.substring("asks ".length()));
            return;
        }
        assertThat(answer.status()).as(part).isEqualTo(Status.CLASSIFIED);
        assertThat(answer.eccn() + "." + answer.paragraph())
                .as(part + ": " + why + " (" + source + ")")
                .isEqualTo(expected);
        assertThat(answer.walk()).allSatisfy(candidate -> {
            assertThat(candidate.citation()).isNotBlank();
            assertThat(candidate.effectiveFrom()).isBeforeOrEqualTo(asOf);
        });
    }

    /** A part of several units, of which each has its own rate and bit length. */
    private static IntegratedCircuit part(String[] tops, String[] bits, String area, String io, Boolean dataCenter) {
        List<ProcessingUnit> units = new ArrayList<>();
        for (int i = 0; i < tops.length; i++) {
            Rate rate = new Rate(new BigDecimal(tops[i]), Integer.valueOf(bits[i]), false);
            units.add(new ProcessingUnit("unit " + i, 1, List.of(rate)));
        }
        return Parts.circuit(units, area, io, dataCenter);
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
