package dev.portcullis.licensing.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.platform.digest.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** The archive as another program reads it. */
class ArchiveTest {
    private static final Instant TIME = Instant.parse("2026-11-29T09:30:00Z");

    @Test
    void parts_come_out_as_they_went_in_with_their_digests() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Archive archive = new Archive(TIME);
        whole.write(archive.add("release.json", bytes("{}")));
        whole.write(archive.add("applications/app-1.json", bytes("x".repeat(100_000))));
        whole.write(archive.finish());

        Map<String, byte[]> read = read(whole.toByteArray());

        assertThat(read.keySet()).containsExactly("release.json", "applications/app-1.json");
        assertThat(archive.entries()).allSatisfy(entry -> {
            assertThat(entry.sha256()).isEqualTo(Sha256.of(read.get(entry.name())));
            assertThat(entry.size()).isEqualTo(read.get(entry.name()).length);
        });
    }

    @Test
    void what_is_handed_out_is_not_held_back() {
        Archive archive = new Archive(TIME);
        java.util.Random random = new java.util.Random(1);
        byte[] noise = new byte[1 << 20];
        random.nextBytes(noise);
        assertThat(archive.add("a.json", noise).length).isGreaterThan(noise.length);
        assertThat(archive.finish().length).isLessThan(1000);
    }

    @Test
    void no_name_leaves_the_folder_nor_stands_for_two() {
        Archive archive = new Archive(TIME);
        archive.add("a.json", bytes("1"));
        for (String wrong : List.of(
                "a.json", "../a.json", "/etc/passwd", "a\\b.json", "a/b/c.json", "", "a/../b.json", "x .json")) {
            assertThatThrownBy(() -> archive.add(wrong, bytes("1")))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void an_archive_is_bounded() {
        Archive archive = new Archive(TIME);
        for (int i = 0; i < Archive.MOST_PARTS; i++) {
            archive.add("p" + i + ".json", bytes("1"));
        }
        assertThatThrownBy(() -> archive.add("one-more.json", bytes("1"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_same_parts_give_the_same_bytes() {
        assertThat(made()).isEqualTo(made());
    }

    private static byte[] made() {
        Archive archive = new Archive(TIME);
        byte[] part = archive.add("a.json", bytes("{}"));
        byte[] end = archive.finish();
        byte[] all = java.util.Arrays.copyOf(part, part.length + end.length);
        System.arraycopy(end, 0, all, part.length, end.length);
        return all;
    }

    static Map<String, byte[]> read(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
