package dev.portcullis.classification.determination;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.datasheet.Characteristic;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.datasheet.Provenance;
import dev.portcullis.classification.datasheet.Relation;
import dev.portcullis.classification.datasheet.Relation.Purpose;
import dev.portcullis.classification.datasheet.Software;
import dev.portcullis.classification.datasheet.Technology;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.ItemState.Status;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Software and technology of Categories 3 and 4: 15 CFR 774 Supp. 1, 3D001 to 3D003, 3D992, 3E001 to 3E003, 3E905, 3E992, 4D001.b, 4E001.b. */
class ElectronicsSoftwareAndTechnologyTest {
    private static final LocalDate NOW = LocalDate.of(2026, 11, 23);

    private final CheckedClassifier classifier =
            new CheckedClassifier(new Law(ControlListFile.shipped(), RuleBookFile.shipped()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # for     | purpose     | facts                                        | paragraph | citation
            3A001.b.2 | DEVELOPMENT |                                              | 3D001     | 3D001: 3A001.b to 3A002.h
            3A001.z.4.a | PRODUCTION |                                             | 3D001     | 3D001: 3A001.b to 3A002.h
            3A002.g   | PRODUCTION  |                                              | 3D001     | 3D001: 3A001.b to 3A002.h
            3A001.a.7 | DEVELOPMENT |                                              | EAR99     | 3D001 begins with 3A001.b
            3B001.f.2 | DEVELOPMENT |                                              | 3D001     | 3D001: 3B with exceptions
            3B001.q   | DEVELOPMENT |                                              | 3D001     | 3D001, NS row of 3B001.q
            3B001.c   | DEVELOPMENT |                                              | 3D992.a   | 3D001 excepts 3B001.c; 3D992.a
            3B001.f.1 | PRODUCTION  |                                              | 3D992.a   | 3D001 excepts 3B001.f.1; 3D992.a
            3B002.c   | DEVELOPMENT |                                              | 3D992.a   | 3D001 excepts 3B002.c; 3D992.a
            3B001.c   | USE         |                                              | 3D002     | 3D002: 3B001.a to .f
            3B002.a   | USE         |                                              | 3D002     | 3D002: 3B002
            3B001.g   | USE         |                                              | 3D991     | 3D002: 3B001.a to .f; 3D991: use of 3B001.g and .h
            3B001.h   | USE         |                                              | 3D991     | 3D991: use of 3B001.g and .h
            3B001.h   | PRODUCTION  |                                              | 3D001     | 3D001: 3B with exceptions; 3D991 speaks of use
            3B001.i   | USE         |                                              | EAR99     | neither 3D002 nor 3D991
            3A992     | USE         |                                              | 3D991     | 3D991: 3A992
            3B991     | DEVELOPMENT |                                              | 3D991     | 3D991: 3B991 and 3B992
            3B992     | USE         |                                              | 3D991     | 3D991: 3B991 and 3B992
            4A101     | USE         |                                              | 4D994     | 4D994: 4A101 or 4A994
            EAR99     | USE         | euvMaskLithography=true                      | 3D003     | 3D003
            EAR99     | USE         | integratesMultipleDies=true floorPlanning=true designsDieWithPackage=true  | 3D992.b | 3D992.b
            EAR99     | USE         | integratesMultipleDies=true floorPlanning=true designsDieWithPackage=false | EAR99   | 3D992.b: all of the following
            4A994.b   | DEVELOPMENT | targetPeakPerformance=24                     | 4D994     | 4D001.b.1: exceeding 24 WT
            4A994.b   | DEVELOPMENT | targetPeakPerformance=24.000001              | 4D001.b.1 | 4D001.b.1: exceeding 24 WT
            4A994.b   | PRODUCTION  | targetPeakPerformance=24.000001 targetIsAssembly=true | 4D001.b.2 | 4D001.b.2
            4A994.b   | PRODUCTION  | targetPeakPerformance=23.999999 targetIsAssembly=true | 4D994     | 4D001.b.2
            4A994.b   | USE         | targetPeakPerformance=30                     | 4D994     | 4D001.b: development or production
            4A090.b   | DEVELOPMENT | targetPeakPerformance=24                     | 4D090     | 4D090
            5A992.c   | DEVELOPMENT | targetPeakPerformance=24                     | EAR99     | 4D001.b.1: exceeding 24 WT
            5A992.c   | DEVELOPMENT | targetPeakPerformance=24.000001              | 4D001.b.1 | 4D001.b.1: any digital computer
            """)
    void software(String of, Purpose purpose, String facts, String paragraph, String citation) {
        Software software = new Software(
                Provenance.DECLARED,
                null,
                Software.CodeForm.SOURCE_CODE,
                false,
                List.of(new Relation(of, null, Set.of(purpose))),
                ClassifierTest.NO_CRYPTOGRAPHY,
                true,
                said(facts));
        assertThat(paragraph(software)).as(citation).isEqualTo(paragraph);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # for     | purpose     | facts                                        | paragraph | citation
            3A001.b.2 | DEVELOPMENT |                                              | 3E001     | 3E001
            3A002.a   | PRODUCTION  |                                              | 3E001     | 3E001
            3A003     | DEVELOPMENT |                                              | EAR99     | 3E001, Note 1
            3C004     | PRODUCTION  |                                              | 3E001     | 3E001: 3C
            3B001.d   | PRODUCTION  |                                              | 3E992.a   | 3E001 excepts 3B001.d; 3E992.a
            3B001.i   | PRODUCTION  |                                              | 3E001     | 3E001: 3B with exceptions
            3A001.a.7 | DEVELOPMENT | technologyNodeMicrometers=0.13 metalLayers=3 | EAR99     | 3E001, Note 2: at or above 0.130 and three or fewer
            3A001.a.7 | DEVELOPMENT | technologyNodeMicrometers=0.131 metalLayers=3 | EAR99    | 3E001, Note 2
            3A001.a.7 | DEVELOPMENT | technologyNodeMicrometers=0.129 metalLayers=3 | 3E001    | 3E001, Note 2.a
            3A001.a.7 | DEVELOPMENT | technologyNodeMicrometers=0.13 metalLayers=4 | 3E001     | 3E001, Note 2.b
            3A001.a.7 | DEVELOPMENT | technologyNodeMicrometers=0.13 metalLayers=2 | EAR99     | 3E001, Note 2.b
            3A001.a.2 | DEVELOPMENT | technologyNodeMicrometers=0.13 metalLayers=3 | 3E001     | 3E001, Note 2 speaks of a.3 to a.14 and z
            EAR99     | DEVELOPMENT | microprocessorCore=true aluWidthBits=32 vectorCalculations=3 float64ResultsPerCycle=0 fixed16ResultsPerCycle=0 | 3E002 | 3E002.a: more than two
            EAR99     | DEVELOPMENT | microprocessorCore=true aluWidthBits=32 vectorCalculations=2 float64ResultsPerCycle=4 fixed16ResultsPerCycle=8 | EAR99 | 3E002.a to .c: more than
            EAR99     | DEVELOPMENT | microprocessorCore=true aluWidthBits=32 vectorCalculations=0 float64ResultsPerCycle=5 fixed16ResultsPerCycle=0 | 3E002 | 3E002.b: more than four
            EAR99     | DEVELOPMENT | microprocessorCore=true aluWidthBits=33 vectorCalculations=0 float64ResultsPerCycle=0 fixed16ResultsPerCycle=9 | 3E002 | 3E002.c: more than eight
            EAR99     | DEVELOPMENT | microprocessorCore=true aluWidthBits=31 vectorCalculations=9 float64ResultsPerCycle=9 fixed16ResultsPerCycle=9 | EAR99 | 3E002: 32 bits or more
            EAR99     | DEVELOPMENT | microprocessorCore=true aluWidthBits=32 vectorCalculations=9 float64ResultsPerCycle=9 fixed16ResultsPerCycle=9 technologyNodeMicrometers=0.13 metalLayers=5 | EAR99 | 3E002, note: at or above 0.130 and five or fewer
            EAR99     | DEVELOPMENT | microprocessorCore=true aluWidthBits=32 vectorCalculations=9 float64ResultsPerCycle=9 fixed16ResultsPerCycle=9 technologyNodeMicrometers=0.13 metalLayers=6 | 3E002 | 3E002, note: five or fewer
            EAR99     | DEVELOPMENT | microprocessorCore=true aluWidthBits=32 vectorCalculations=9 float64ResultsPerCycle=9 fixed16ResultsPerCycle=9 multimediaExtensions=true | EAR99 | 3E002, note
            EAR99     | DEVELOPMENT | otherElectronicTechnology=VACUUM_MICROELECTRONIC | 3E003.a | 3E003.a
            EAR99     | DEVELOPMENT | otherElectronicTechnology=HETEROSTRUCTURE    | 3E003.b   | 3E003.b
            EAR99     | DEVELOPMENT | otherElectronicTechnology=HETEROSTRUCTURE_TRANSISTOR operatingFrequencyGHz=31.799 | EAR99   | 3E003.b, note: lower than 31.8 GHz
            EAR99     | DEVELOPMENT | otherElectronicTechnology=HETEROSTRUCTURE_TRANSISTOR operatingFrequencyGHz=31.8   | 3E003.b | 3E003.b, note
            EAR99     | DEVELOPMENT | otherElectronicTechnology=SUPERCONDUCTIVE    | 3E003.c   | 3E003.c
            EAR99     | DEVELOPMENT | otherElectronicTechnology=DIAMOND            | 3E003.d   | 3E003.d
            EAR99     | DEVELOPMENT | otherElectronicTechnology=SILICON_ON_INSULATOR | 3E003.e | 3E003.e
            EAR99     | DEVELOPMENT | otherElectronicTechnology=SILICON_CARBIDE    | 3E003.f   | 3E003.f
            EAR99     | DEVELOPMENT | otherElectronicTechnology=VACUUM_DEVICE operatingFrequencyGHz=31.799 | EAR99   | 3E003.g: 31.8 GHz or higher
            EAR99     | DEVELOPMENT | otherElectronicTechnology=VACUUM_DEVICE operatingFrequencyGHz=31.8   | 3E003.g | 3E003.g: 31.8 GHz or higher
            EAR99     | DEVELOPMENT | otherElectronicTechnology=GALLIUM_OXIDE      | 3E003.h   | 3E003.h
            EAR99     | PRODUCTION  | gaafetProcess=true gaafetOutsideControl=false | 3E905    | 3E905
            EAR99     | PRODUCTION  | gaafetProcess=true gaafetOutsideControl=true | EAR99     | 3E905, Note 2
            3A992     | USE         |                                              | 3E991     | 3E991: 3A992
            3B991     | PRODUCTION  |                                              | 3E991     | 3E991: 3B991 or 3B992
            3B992     | DEVELOPMENT |                                              | 3E991     | 3E991: 3B991 or 3B992
            3C992     | PRODUCTION  |                                              | 3E991     | 3E991: 3C992
            4D993     | USE         |                                              | 4E992     | 4E992: 4D993 or 4D994
            4A101     | USE         |                                              | 4E001.a   | 4E001.a: 4A with exceptions; MT row of 4A101
            5A992.c   | PRODUCTION  | targetPeakPerformance=24                     | EAR99     | 4E001.b.1: exceeding 24 WT
            5A992.c   | PRODUCTION  | targetPeakPerformance=24.000001 targetIsAssembly=true | 4E001.b.2 | 4E001.b.2: any digital computer
            4A994.b   | DEVELOPMENT | targetPeakPerformance=24                     | 4E992     | 4E001.b.1: exceeding 24 WT
            4A994.b   | DEVELOPMENT | targetPeakPerformance=24.000001              | 4E001.b.1 | 4E001.b.1: exceeding 24 WT
            4A994.b   | PRODUCTION  | targetPeakPerformance=24.000001 targetIsAssembly=true | 4E001.b.2 | 4E001.b.2
            """)
    void technology(String of, Purpose purpose, String facts, String paragraph, String citation) {
        assertThat(paragraph(technology(of, purpose, said(facts)))).as(citation).isEqualTo(paragraph);
    }

    @ParameterizedTest
    @CsvSource({"3B001,USE,REVIEW", "3B001.f,USE,CLASSIFIED", "3B001.r,USE,CLASSIFIED", "3B002,USE,CLASSIFIED"})
    void the_use_of_equipment_named_without_its_paragraph_is_for_a_person(String of, Purpose purpose, Status status) {
        Software software = new Software(
                Provenance.DECLARED,
                null,
                Software.CodeForm.OBJECT_CODE,
                false,
                List.of(new Relation(of, null, Set.of(purpose))),
                ClassifierTest.NO_CRYPTOGRAPHY,
                true,
                Map.of());
        assertThat(classifier.classify(software, NOW).status())
                .as("15 CFR 774 Supp. 1, 3D002: 3B001.a to .f; 3D991: 3B001.g and .h")
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"3B001,DEVELOPMENT", "3B002,PRODUCTION", "3B001.f,DEVELOPMENT"})
    void equipment_named_without_its_paragraph_is_for_a_person(String of, Purpose purpose) {
        assertThat(classifier.classify(technology(of, purpose, Map.of()), NOW).status())
                .as("15 CFR 774 Supp. 1, 3E001 reaches some paragraphs and not others")
                .isEqualTo(Status.REVIEW);
    }

    @Test
    void gate_all_around_technology_of_an_advanced_circuit_is_remarked_upon() {
        Map<String, Characteristic> said = said("gaafetProcess=true gaafetOutsideControl=false");
        Classification answer = classifier.classify(technology("3A090.a", Purpose.PRODUCTION, said), NOW);
        assertThat(String.valueOf(answer.eccn())).isEqualTo("3E001");
        assertThat(answer.remarks())
                .anySatisfy(remark -> assertThat(remark.text()).contains("3E905"));
    }

    private String paragraph(Datasheet datasheet) {
        Classification answer = classifier.classify(datasheet, NOW);
        assertThat(answer.status()).as(answer.summary()).isEqualTo(Status.CLASSIFIED);
        return answer.paragraph() == null ? String.valueOf(answer.eccn()) : answer.eccn() + "." + answer.paragraph();
    }

    private static Technology technology(String of, Purpose purpose, Map<String, Characteristic> said) {
        return new Technology(
                Provenance.DECLARED, null, false, List.of(new Relation(of, null, Set.of(purpose))), true, said);
    }

    private static Map<String, Characteristic> said(String facts) {
        Map<String, Characteristic> said = new HashMap<>();
        if (facts != null) {
            for (String fact : facts.split(" +")) {
                said.put(fact.substring(0, fact.indexOf('=')), Parts.said(fact.substring(fact.indexOf('=') + 1)));
            }
        }
        // The notes are asked of what they could take out.
        said.putIfAbsent("multimediaExtensions", Characteristic.of(false));
        said.putIfAbsent("technologyNodeMicrometers", Parts.said("0.007"));
        return said;
    }
}
