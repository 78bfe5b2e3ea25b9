package dev.portcullis.platform;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static dev.portcullis.platform.HousePredicates.AN_ADAPTER;
import static dev.portcullis.platform.HousePredicates.ARE_PURE;
import static dev.portcullis.platform.HousePredicates.A_PACKAGE_OF_A_FRAMEWORK;
import static dev.portcullis.platform.HousePredicates.READ_THE_CLOCK;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The house rules of a service, each with the cure in its message. A service applies them all:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "dev.portcullis.licensing", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests house = ArchTests.in(HouseRules.class);
 * }
 * }</pre>
 *
 * <p>They turn on one distinction. An <em>adapter</em> takes part in a framework and says so, by an annotation or a supertype: a
 * resource, a repository, an entity, a bean, and what is nested in one. Everything else is the pure middle: functions and values
 * that a reader can hold in the head and a test can call with {@code new}.
 */
public final class HouseRules {
    @ArchTest
    static final ArchTests common = ArchTests.in(CommonRules.class);

    @ArchTest
    static final ArchRule the_pure_middle_knows_no_framework = noClasses()
            .that(ARE_PURE)
            .should()
            .dependOnClassesThat(A_PACKAGE_OF_A_FRAMEWORK)
            .as("the pure middle knows no framework")
            .because(
                    "rules of law are plain functions over values: move what speaks to HTTP, the database or Kafka into the"
                            + " resource, repository or consumer (a class that says so by an annotation at its head)")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_pure_middle_has_no_clock = noCodeUnits()
            .that()
            .areDeclaredInClassesThat(ARE_PURE)
            .should(READ_THE_CLOCK)
            .as("the pure middle has no clock")
            .because(
                    "a determination must come out the same when it is replayed: take the instant or the date as a parameter"
                            + " and read the clock in the resource, consumer or job")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_pure_middle_does_not_know_its_adapters = noClasses()
            .that(ARE_PURE)
            .should()
            .dependOnClassesThat(AN_ADAPTER
                    .and(resideInAPackage("dev.portcullis.."))
                    .and(not(resideInAPackage("dev.portcullis.platform.."))))
            .as("the pure middle does not know its adapters")
            .because(
                    "dependencies point inwards: pass the value that the rule needs instead of the repository or resource that"
                            + " has it")
            .allowEmptyShould(true);

    private HouseRules() {}
}
