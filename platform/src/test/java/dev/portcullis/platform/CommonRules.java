package dev.portcullis.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.portcullis.platform.HousePredicates.A_CLIENT_PROXY;
import static dev.portcullis.platform.HousePredicates.HAVE_A_NULL_MARKED_PACKAGE;
import static dev.portcullis.platform.HousePredicates.JAX_RS_OPERATIONS;
import static dev.portcullis.platform.HousePredicates.ONLY_BE_READ_BY_THEIR_OWN_CLASS;
import static dev.portcullis.platform.HousePredicates.ONLY_BE_USED_BY_THEMSELVES;
import static dev.portcullis.platform.HousePredicates.REFLECT;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The rules that hold in every module, the machinery of the platform included. The services take them with {@link HouseRules}.
 */
public final class CommonRules {
    @ArchTest
    static final ArchRule packages_are_free_of_cycles = slices().matching("dev.portcullis.(**)")
            .should()
            .beFreeOfCycles()
            .as("packages are free of cycles")
            .because(
                    "a package must be readable alone: move the type that both sides need into the package it speaks of,"
                            + " or a new one that both depend on")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule resources_are_the_outermost_ring = classes()
            .that()
            .areAnnotatedWith("jakarta.ws.rs.Path")
            .should(ONLY_BE_USED_BY_THEMSELVES)
            .as("nothing depends on a resource")
            .because("dependencies point inwards: move what others need from the resource into the domain")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_reflects = noCodeUnits()
            .should(REFLECT)
            .as("no class reflects")
            .because(
                    "a native executable keeps only what the build can see: switch over a sealed type, pass a function or a"
                            + " constructor reference, or use a Quarkus extension that generates the code")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule fields_are_not_read_through_client_proxies = fields().that()
            .areDeclaredInClassesThat(A_CLIENT_PROXY)
            .and()
            .areNotStatic()
            .and()
            .areNotPrivate()
            .should(ONLY_BE_READ_BY_THEIR_OWN_CLASS)
            .as("fields of application and request scoped beans are read by their own class only")
            .because("what is injected is a proxy whose fields are empty: call a method of the bean instead")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule every_operation_declares_its_roles = methods()
            .that(JAX_RS_OPERATIONS)
            .should()
            .beAnnotatedWith("jakarta.annotation.security.RolesAllowed")
            .orShould()
            .beAnnotatedWith("dev.portcullis.platform.identity.SignedBySender")
            .as("every operation declares its roles")
            .because(
                    "there is no anonymous operation but health: put @RolesAllowed({Roles...}) on the method itself, not on"
                            + " the class")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_is_open_to_all = noCodeUnits()
            .should()
            .beAnnotatedWith("jakarta.annotation.security.PermitAll")
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith("jakarta.annotation.security.PermitAll")
            .as("no operation is open to all")
            .because("there is no anonymous operation but health: name the roles with @RolesAllowed")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothing_prints = noClasses()
            .should(ACCESS_STANDARD_STREAMS)
            .as("no class prints to the standard streams")
            .because("logs are JSON with a trace id: use io.quarkus.logging.Log or org.jboss.logging.Logger")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule every_package_is_null_marked = classes()
            .should(HAVE_A_NULL_MARKED_PACKAGE)
            .as("every package is null-marked")
            .because(
                    "null safety is checked only where it is asked for: add a package-info.java with @NullMarked of"
                            + " org.jspecify.annotations, and two or three sentences that say what the package owns and may touch")
            .allowEmptyShould(true);

    private CommonRules() {}
}
