package dev.portcullis.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The platform is machinery, and so has no pure middle to protect: it keeps the rules that hold everywhere, and knows no word of
 * export law.
 */
@AnalyzeClasses(packages = "dev.portcullis.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests common = ArchTests.in(CommonRules.class);

    @ArchTest
    static final ArchRule the_platform_knows_no_word_of_export_law = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("dev\\.portcullis\\.contracts\\.(Eccn|Money|CountryCode|.*State)")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.portcullis.classification..",
                    "dev.portcullis.screening..",
                    "dev.portcullis.personnel..",
                    "dev.portcullis.licensing..")
            .as("the platform knows no word of export law")
            .because("it carries any fact: pass a type or a function in from the service that knows");
}
