package dev.portcullis.licensing.redflag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GuidanceTest {
    @Test
    void the_list_has_the_numbers_1_to_29_in_their_order_and_room_for_others() {
        assertThat(Guidance.shipped().flags())
                .extracting(Guidance.Entry::number)
                .containsExactlyElementsOf(
                        Stream.concat(IntStream.rangeClosed(1, 29).mapToObj(Integer::toString), Stream.of("OTHER"))
                                .toList());
        assertThat(Guidance.shipped().flags()).allSatisfy(flag -> {
            assertThat(flag.title()).isNotBlank();
            assertThat(flag.activities()).isNotEmpty();
        });
        assertThat(Guidance.shipped().entry("28").orElseThrow().items()).contains("4E091");
        assertThat(Guidance.shipped().entry("30")).isEmpty();
        assertThat(Guidance.shipped().comment()).contains("not the text of the law");
    }
}
