package dev.portcullis.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the wire know no framework that would keep them for JSON in a native executable: a file does. */
class NativeReflectionTest {
    private static final String FILE = "/META-INF/native-image/dev.portcullis/contracts/reflect-config.json";

    @Test
    void each_record_and_enumeration_is_kept_and_nothing_that_is_gone() throws Exception {
        Set<String> kept = new TreeSet<>();
        for (JsonNode entry : new ObjectMapper().readTree(Topics.class.getResource(FILE))) {
            kept.add(entry.required("name").asText());
        }
        assertEquals(recordsAndEnumerations(), kept, "make " + FILE + " name the same types");
    }

    private static Set<String> recordsAndEnumerations() throws Exception {
        URI classes = Topics.class.getResource("Topics.class").toURI();
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of(classes).getParent())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".class") && !name.equals("package-info.class")) {
                    Class<?> type = Class.forName("dev.portcullis.contracts." + name.substring(0, name.length() - 6));
                    if (type.isRecord() || type.isEnum()) {
                        found.add(type.getName());
                    }
                }
            }
        }
        found.removeIf(name -> name.endsWith("Test") || name.contains("Test$"));
        return found;
    }
}
