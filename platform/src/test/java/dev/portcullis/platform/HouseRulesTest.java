package dev.portcullis.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each rule finds what it is for. The bad examples are compiled here, so that no application ever picks them up. */
class HouseRulesTest {
    @TempDir
    Path folder;

    @Test
    void an_operation_without_roles_is_found_even_where_its_class_has_them() throws IOException {
        assertBroken(CommonRules.every_operation_declares_its_roles, "Doors.open", """
                package dev.portcullis.example;
                @jakarta.ws.rs.Path("/doors") @jakarta.annotation.security.RolesAllowed("engineer")
                public class Doors {
                    @jakarta.ws.rs.GET public String open() { return ""; }
                }""");
    }

    @Test
    void an_operation_that_is_open_to_all_is_found() throws IOException {
        assertBroken(CommonRules.nothing_is_open_to_all, "Doors.open", """
                package dev.portcullis.example;
                public class Doors {
                    @jakarta.annotation.security.PermitAll public String open() { return ""; }
                }""");
    }

    @Test
    void what_depends_on_a_resource_is_found() throws IOException {
        assertBroken(CommonRules.resources_are_the_outermost_ring, "Rule", """
                package dev.portcullis.example;
                @jakarta.ws.rs.Path("/doors") public class Doors { public static final int LIMIT = limit();
                    static int limit() { return 1; } }""", """
                package dev.portcullis.example;
                public class Rule { int limit() { return Doors.LIMIT; } }""");
    }

    @Test
    void a_rule_of_law_that_reads_the_clock_is_found() throws IOException {
        assertBroken(HouseRules.the_pure_middle_has_no_clock, "LocalDate.now", """
                package dev.portcullis.example;
                public record Rule(java.time.LocalDate from) {
                    boolean applies() { return !java.time.LocalDate.now().isBefore(from); }
                }""");
    }

    @Test
    void a_clock_that_is_passed_on_as_a_method_reference_is_found() throws IOException {
        assertBroken(HouseRules.the_pure_middle_has_no_clock, "Instant.now", """
                package dev.portcullis.example;
                public class Rule {
                    java.util.function.Supplier<java.time.Instant> clock() { return java.time.Instant::now; }
                }""");
    }

    @Test
    void a_bean_may_read_the_clock() throws IOException {
        assertThat(violations(HouseRules.the_pure_middle_has_no_clock, """
                package dev.portcullis.example;
                @jakarta.enterprise.context.ApplicationScoped public class Job {
                    java.time.Instant now() { return java.time.Instant.now(); }
                }""")).isEmpty();
    }

    @Test
    void a_value_that_knows_the_database_is_found() throws IOException {
        assertBroken(HouseRules.the_pure_middle_knows_no_framework, "io.vertx", """
                package dev.portcullis.example;
                public record Item(String id) {
                    static Item of(io.vertx.mutiny.sqlclient.Row row) { return new Item(row.getString("id")); }
                }""");
    }

    @Test
    void a_function_that_knows_a_repository_is_found() throws IOException {
        assertBroken(HouseRules.the_pure_middle_does_not_know_its_adapters, "Items", """
                package dev.portcullis.example;
                @jakarta.enterprise.context.ApplicationScoped public class Items { int size() { return 1; } }""", """
                package dev.portcullis.example;
                public final class Rule { int count(Items items) { return items.size(); } }""");
    }

    @Test
    void a_field_that_is_read_through_a_client_proxy_is_found() throws IOException {
        assertBroken(CommonRules.fields_are_not_read_through_client_proxies, "Items.size", """
                package dev.portcullis.example;
                @jakarta.enterprise.context.ApplicationScoped public class Items { int size = 1; }""", """
                package dev.portcullis.example;
                public final class Rule { int count(Items items) { return items.size; } }""");
    }

    @Test
    void reflection_is_found() throws IOException {
        assertBroken(CommonRules.nothing_reflects, "forName", """
                package dev.portcullis.example;
                public class Rule { Class<?> named(String name) throws Exception { return Class.forName(name); } }""");
    }

    @Test
    void printing_is_found() throws IOException {
        assertBroken(CommonRules.nothing_prints, "java.lang.System.out", """
                package dev.portcullis.example;
                public class Rule { void say() { System.out.println("no"); } }""");
    }

    @Test
    void a_package_that_is_not_null_marked_is_found() throws IOException {
        assertBroken(CommonRules.every_package_is_null_marked, "dev.portcullis.example has no package-info.java", """
                package dev.portcullis.example;
                public record Rule(String id) {}""");
    }

    @Test
    void a_cycle_of_packages_is_found() throws IOException {
        assertBroken(CommonRules.packages_are_free_of_cycles, "Cycle detected", """
                package dev.portcullis.example.a;
                public record A(dev.portcullis.example.b.B b) {}""", """
                package dev.portcullis.example.b;
                public record B(dev.portcullis.example.a.A a) {}""");
    }

    private void assertBroken(ArchRule rule, String named, String... sources) throws IOException {
        assertThat(violations(rule, sources)).isNotEmpty().anyMatch(violation -> violation.contains(named));
    }

    private List<String> violations(ArchRule rule, String... sources) throws IOException {
        return rule.evaluate(compile(sources)).getFailureReport().getDetails();
    }

    private JavaClasses compile(String... sources) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("-proc:none", "-d", folder.toString(), "-classpath", System.getProperty("java.class.path")));
        for (int i = 0; i < sources.length; i++) {
            String type = sources[i].replaceFirst("(?s).*?public (final )?(class|record) (\\w+).*", "$3");
            Path source = Files.createDirectories(folder.resolve("source-" + i)).resolve(type + ".java");
            Files.writeString(source, sources[i]);
            arguments.add(source.toString());
        }
        StringWriter complaints = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            boolean compiled = compiler.getTask(
                            complaints,
                            files,
                            null,
                            arguments.subList(0, 5),
                            null,
                            files.getJavaFileObjectsFromStrings(arguments.subList(5, arguments.size())))
                    .call();
            assertThat(compiled).as(complaints.toString()).isTrue();
        }
        return new ClassFileImporter().importPath(folder);
    }
}
