package dev.portcullis.licensing.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LawDigestTest {
    @Test
    void every_law_file_is_in_the_digest() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/law"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();

            assertThat(LawDigest.FILES)
                    .as("a law file is missing here: name it in LawDigest.FILES")
                    .isEqualTo(names);
        }
        assertThat(LawDigest.shipped()).matches("[0-9a-f]{64}").isEqualTo(LawDigest.shipped());
    }
}
