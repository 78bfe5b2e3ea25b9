package dev.portcullis.platform;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** The words in which {@link HouseRules} speaks. */
final class HousePredicates {
    /** Frameworks that do I/O, inject or store. Validation, OpenAPI, Jackson and Mutiny types describe and are welcome. */
    private static final Set<String> FRAMEWORKS = Set.of(
            "jakarta.ws.rs.",
            "jakarta.persistence.",
            "jakarta.enterprise.",
            "jakarta.inject.",
            "jakarta.transaction.",
            "io.quarkus.",
            "io.vertx.",
            "io.smallrye.config.",
            "io.smallrye.reactive.messaging.",
            "org.eclipse.microprofile.config.",
            "org.eclipse.microprofile.health.",
            "org.eclipse.microprofile.jwt.",
            "org.eclipse.microprofile.reactive.",
            "org.apache.kafka.",
            "org.flywaydb.",
            "org.hibernate.",
            "java.sql.");

    /** Tells the native build what to keep; it makes no class depend on the framework's ways. */
    private static final String NATIVE_HINT = "io.quarkus.runtime.annotations.RegisterForReflection";

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalTime",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private static final Set<String> REFLECTIVE_CALLS = Set.of(
            "forName",
            "newInstance",
            "getMethod",
            "getMethods",
            "getDeclaredMethod",
            "getDeclaredMethods",
            "getField",
            "getFields",
            "getDeclaredField",
            "getDeclaredFields",
            "getConstructor",
            "getConstructors",
            "getDeclaredConstructor",
            "getDeclaredConstructors",
            "getRecordComponents");

    static final DescribedPredicate<JavaClass> A_PACKAGE_OF_A_FRAMEWORK =
            DescribedPredicate.describe("are of a framework", HousePredicates::ofFramework);

    static final DescribedPredicate<JavaClass> AN_ADAPTER =
            DescribedPredicate.describe("are adapters", HousePredicates::isAdapterOrNestedInOne);

    static final DescribedPredicate<JavaClass> ARE_PURE = DescribedPredicate.not(AN_ADAPTER);

    static final DescribedPredicate<JavaClass> A_CLIENT_PROXY = DescribedPredicate.describe(
            "are injected as client proxies",
            type -> type.isAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
                    || type.isAnnotatedWith("jakarta.enterprise.context.RequestScoped")
                    || type.isAnnotatedWith("jakarta.enterprise.context.SessionScoped"));

    static final DescribedPredicate<JavaMethod> JAX_RS_OPERATIONS = DescribedPredicate.describe(
            "are JAX-RS operations",
            method -> method.getAnnotations().stream()
                    .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith("jakarta.ws.rs.HttpMethod")));

    static final ArchCondition<JavaClass> ONLY_BE_USED_BY_THEMSELVES =
            new ArchCondition<>("be used by themselves only") {
                @Override
                public void check(JavaClass resource, ConditionEvents events) {
                    for (Dependency use : resource.getDirectDependenciesToSelf()) {
                        if (!outermost(use.getOriginClass()).equals(outermost(resource))) {
                            events.add(SimpleConditionEvent.violated(use, use.getDescription()));
                        }
                    }
                }
            };

    static final ArchCondition<JavaField> ONLY_BE_READ_BY_THEIR_OWN_CLASS =
            new ArchCondition<>("be read by their own class only") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                    for (JavaFieldAccess access : field.getAccessesToSelf()) {
                        if (!outermost(access.getOriginOwner()).equals(outermost(field.getOwner()))) {
                            events.add(SimpleConditionEvent.violated(access, access.getDescription()));
                        }
                    }
                }
            };

    static final ArchCondition<JavaCodeUnit> READ_THE_CLOCK = accessing(
            "read the clock", access -> readsTheClock(access.getTargetOwner().getName(), access.getName()));

    static final ArchCondition<JavaCodeUnit> REFLECT = accessing("reflect", access -> {
        String owner = access.getTargetOwner().getName();
        return owner.startsWith("java.lang.reflect.")
                || owner.equals("java.lang.Class") && REFLECTIVE_CALLS.contains(access.getName());
    });

    static final ArchCondition<JavaClass> HAVE_A_NULL_MARKED_PACKAGE =
            new ArchCondition<>("have a null-marked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage()
                            .tryGetPackageInfo()
                            .filter(info -> info.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                            .isPresent();
                    if (!marked) {
                        events.add(SimpleConditionEvent.violated(
                                type,
                                type.getPackageName() + " has no package-info.java with @NullMarked (" + type.getName()
                                        + ")"));
                    }
                }
            };

    private HousePredicates() {}

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HousePredicates::outermost).orElse(type);
    }

    private static boolean isAdapterOrNestedInOne(JavaClass type) {
        return isAdapter(type)
                || type.getEnclosingClass()
                        .map(HousePredicates::isAdapterOrNestedInOne)
                        .orElse(false);
    }

    /** A class takes part in a framework where its head, its supertypes or its members' annotations say so. */
    private static boolean isAdapter(JavaClass type) {
        return isAnnotatedByFramework(type)
                || Stream.concat(type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                        .anyMatch(HousePredicates::ofFramework)
                || type.getMembers().stream().anyMatch(HousePredicates::isAnnotatedByFramework);
    }

    private static boolean isAnnotatedByFramework(HasAnnotations<?> element) {
        return element.getAnnotations().stream().map(JavaAnnotation::getRawType).anyMatch(HousePredicates::ofFramework);
    }

    private static boolean isAnnotatedByFramework(JavaMember member) {
        return isAnnotatedByFramework((HasAnnotations<?>) member);
    }

    private static boolean ofFramework(JavaClass type) {
        return !type.getName().equals(NATIVE_HINT) && FRAMEWORKS.stream().anyMatch(type.getName()::startsWith);
    }

    private static boolean readsTheClock(String owner, String called) {
        return CLOCKS.contains(owner) && called.equals("now")
                || owner.equals("java.lang.System") && (called.equals("currentTimeMillis") || called.equals("nanoTime"))
                || owner.equals("java.time.Clock") && called.startsWith("system");
    }

    private static ArchCondition<JavaCodeUnit> accessing(
            String description, java.util.function.Predicate<JavaAccess<?>> forbidden) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaCodeUnit unit, ConditionEvents events) {
                Stream.<JavaAccess<?>>concat(
                                unit.getAccessesFromSelf().stream(),
                                Stream.concat(
                                        unit.getMethodReferencesFromSelf().stream(),
                                        unit.getConstructorReferencesFromSelf().stream()))
                        .filter(forbidden)
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
    }
}
