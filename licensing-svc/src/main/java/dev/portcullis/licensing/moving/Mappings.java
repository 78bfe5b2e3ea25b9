package dev.portcullis.licensing.moving;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.platform.problem.Problems;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mappings by name: two examples that ship, and the files {@code NAME.json} of a folder of the company's own. */
@ApplicationScoped
class Mappings {
    private static final List<String> SHIPPED = List.of("oracle-gtm", "sap-gts");
    private static final int LARGEST = 1 << 18;

    @Inject
    @ConfigProperty(name = "portcullis.licenses.mappings")
    Optional<Path> own;

    private final Map<String, Mapping> byName = new TreeMap<>();

    /** A mapping that cannot be used stops the start, so that nobody finds out with a file in hand. */
    void start(@Observes StartupEvent event) {
        for (String name : SHIPPED) {
            byName.put(
                    name, read(name, () -> Mappings.class.getResourceAsStream("/licenses/mappings/" + name + ".json")));
        }
        if (own.isPresent()) {
            try (Stream<Path> files = Files.list(own.get())) {
                files.filter(file -> file.getFileName().toString().matches("[a-z0-9-]{1,40}\\.json"))
                        .forEach(file -> {
                            String name = file.getFileName().toString().replace(".json", "");
                            byName.put(name, read(name, () -> Files.newInputStream(file)));
                        });
            } catch (IOException e) {
                throw new IllegalStateException("the folder of mappings cannot be read", e);
            }
        }
    }

    /** @throws dev.portcullis.platform.problem.ProblemException 400 where there is no such mapping */
    Mapping get(String name) {
        Mapping mapping = byName.get(name);
        if (mapping == null) {
            throw Problems.badParameter("mapping", "must be one of " + String.join(", ", byName.keySet()));
        }
        return mapping;
    }

    private interface Source {
        InputStream open() throws IOException;
    }

    private static Mapping read(String name, Source source) {
        try (InputStream file = source.open()) {
            if (file == null) {
                throw new IllegalStateException("the mapping " + name + " is missing");
            }
            byte[] bytes = file.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IllegalStateException("the mapping " + name + " is larger than " + LARGEST + " bytes");
            }
            return Mapping.read(new ObjectMapper().readTree(bytes));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("the mapping " + name + " cannot be used: " + e.getMessage(), e);
        }
    }
}
