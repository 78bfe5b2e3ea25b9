package dev.portcullis.screening.stake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file holds, it is read or it is refused; nothing else happens. */
class StakeFilesFuzzTest {
    private static final String CSV = """
            owner,owner_name,owner_country,owned,owned_name,owned_country,kind,share,from,to
            entry:SDN/123,,,party:pty-1,,,,25.5,2020-05,2021
            HRB 7,"Holding, GmbH",de,party:pty-1,,,ownership,25-50,,
            ,Jörg Müller,AT,HRB 7,,,CONTROL,,,
            """;
    private static final String FTM = """
            {"id":"own-1","schema":"Ownership","properties":{"owner":["Q1"],"asset":["pty-1"],"percentage":["50"]}}
            {"id":"Q1","schema":"Person","properties":{"name":["Ivan Petrov"],"alias":["Иван"],"nationality":["ru"]}}
            """;

    @Provide
    Arbitrary<byte[]> mutated() {
        Arbitrary<byte[]> seeds = Arbitraries.of(CSV, FTM).map(text -> text.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> splice = Arbitraries.of(
                        "\"",
                        ",",
                        "\n",
                        "\r",
                        "\u0000",
                        "{",
                        "[[[[",
                        "]",
                        ":",
                        "\\u0000",
                        "\u202E",
                        "%",
                        "-",
                        "9".repeat(200),
                        "=cmd|' /C calc'!A0",
                        "<!DOCTYPE x>",
                        "\uFEFF",
                        "entry:",
                        "party:",
                        "other:/")
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        return Combinators.combine(
                        seeds,
                        splice,
                        Arbitraries.integers().between(0, 260),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.bytes(),
                        Arbitraries.integers().between(0, 260))
                .as((seed, more, at, cut, bit, flip) -> {
                    int from = Math.min(at, seed.length);
                    int to = Math.min(from + cut, seed.length);
                    byte[] made = new byte[from + more.length + seed.length - to];
                    System.arraycopy(seed, 0, made, 0, from);
                    System.arraycopy(more, 0, made, from, more.length);
                    System.arraycopy(seed, to, made, from + more.length, seed.length - to);
                    made[flip % made.length] ^= bit;
                    return made;
                });
    }

    @Property(tries = 5000)
    void a_file_is_read_or_refused(@ForAll("mutated") byte[] file) throws IOException {
        for (StakeFormat format : StakeFormat.values()) {
            try {
                StakeFile read = format.read(new ByteArrayInputStream(file), "reg");
                assertThat(read.stakes()).isNotEmpty();
            } catch (UnreadableStakesException refused) {
                assertThat(refused.getMessage()).isNotBlank().hasSizeLessThan(4_000);
            }
        }
    }

    @Property(tries = 1000)
    void noise_is_refused(@ForAll byte[] noise) throws IOException {
        for (StakeFormat format : StakeFormat.values()) {
            try {
                format.read(new ByteArrayInputStream(noise), "reg");
            } catch (UnreadableStakesException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }
}
