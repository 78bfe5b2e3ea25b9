package dev.portcullis.screening.stake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portcullis.screening.ownership.Owner;
import dev.portcullis.screening.ownership.Stake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StakeFilesTest {
    private static final String HEADER =
            "owner,owner_name,owner_country,owned,owned_name,owned_country,kind,share,from,to\n";

    private static StakeFile csv(String text) {
        return read(StakeFormat.CSV, text.getBytes(StandardCharsets.UTF_8));
    }

    private static StakeFile ftm(String... lines) {
        return read(StakeFormat.FTM, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static StakeFile read(StakeFormat format, byte[] bytes) {
        try {
            return format.read(new ByteArrayInputStream(bytes), "reg");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void refused(String reason, Runnable reading) {
        assertThatExceptionOfType(UnreadableStakesException.class)
                .isThrownBy(reading::run)
                .withMessageContaining(reason);
    }

    @Test
    void a_row_tells_a_stake_of_a_party_an_entry_an_id_or_a_name() {
        StakeFile file = csv(HEADER
                + "entry:SDN/123,,,party:pty-1,,,,25.5,2020-05,2021\n"
                + "HRB 7,Holding GmbH,de,party:pty-1,,,ownership,25-50,,\n"
                + ",\"Müller, Jörg\",AT,HRB 7,,,CONTROL,,,\n"
                + "HRB 7,,,LEI-9,Holding SE,,same,,,\n");
        assertThat(file.stakes())
                .extracting(stake -> stake.owner() + " " + stake.kind() + " " + stake.share() + " " + stake.owned())
                .containsExactly(
                        "entry:SDN/123 OWNERSHIP 25.5 party:pty-1",
                        "other:reg/HRB 7 OWNERSHIP 25-50 party:pty-1",
                        "other:reg/~müller, jörg CONTROL 0-100 other:reg/HRB 7",
                        "other:reg/HRB 7 SAME 0-100 other:reg/LEI-9");
        assertThat(file.stakes().get(0).from()).isEqualTo(LocalDate.of(2020, 5, 1));
        assertThat(file.stakes().get(0).to()).isEqualTo(LocalDate.of(2021, 12, 31));
        assertThat(file.names().get(Owner.other("reg/HRB 7"))).isEqualTo(new OwnerName(List.of("Holding GmbH"), "DE"));
    }

    @Test
    void columns_may_be_left_out_and_come_in_any_order_and_a_share_that_is_left_out_is_unknown() {
        StakeFile file = csv("\uFEFFowned,owner\nparty:pty-1,entry:EL/9\n");
        assertThat(file.stakes()).singleElement().extracting(Stake::share).hasToString("0-100");
    }

    @Test
    void a_row_that_comes_twice_is_one_stake() {
        assertThat(csv("owner,owned,share\nentry:EL/9,party:pty-1,30\nentry:EL/9,party:pty-1,30.0\n")
                        .stakes())
                .hasSize(1);
    }

    @Test
    void every_fault_is_told_with_its_line_and_without_its_content_and_nothing_is_taken() {
        refused(
                "3 lines have faults: line 3 is wrong: a share is a percentage",
                () -> csv(HEADER
                        + "entry:EL/9,,,party:pty-1,,,,30,,\n"
                        + "entry:EL/9,,,party:pty-2,,,,lots,,\n"
                        + "entry:EL/9,,,party:pty-3,,,,30,yesterday,\n"
                        + "SECRET-ID,,,party:pty-4,,,,30,,\n"));
        try {
            csv(HEADER + "SECRET-ID,,,party:pty-4,,,,30,,\n");
        } catch (UnreadableStakesException e) {
            assertThat(e).hasMessageContaining("line 2 speaks of an owner whom the file gives no name");
            assertThat(e.getMessage()).doesNotContain("SECRET");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "owner,owned\n",
                "owner,owned,colour\nentry:EL/9,party:pty-1,red\n",
                "owner,owned,owner\na,b,c\n",
                "owner,owned\nentry:EL/9\n",
                "owner,owned\nentry:EL/9,\n",
                "owner,owned\nentry:EL/9,entry:EL/9\n",
                "owner,owned\nentry:EL,party:pty-1\n",
                "owner,owned\nparty:,party:pty-1\n",
                "owner,owned,kind\nentry:EL/9,party:pty-1,theft\n",
                "owner,owned,share\nentry:EL/9,party:pty-1,101\n",
                "owner,owned,from,to\nentry:EL/9,party:pty-1,2021-01-01,2020-01-01\n",
                "owner,owned,from\nentry:EL/9,party:pty-1,2021-02-30\n",
                "owner,owned\n\"entry:EL/9,party:pty-1\n",
                "owner,owned\nentry:\"EL\"/9,party:pty-1\n\"x\"y,z\n",
                "owner_name,owned\n123,party:pty-1\n",
                "<html>no such file</html>"
            })
    void what_is_no_file_of_stakes_is_refused(String text) {
        refused("", () -> csv(text));
    }

    @Test
    void an_entity_tells_a_stake_in_whatever_order_the_file_has() {
        StakeFile file = ftm(
                """
                {"id":"own-1","schema":"Ownership","properties":{"owner":["Q1","Q2"],"asset":["pty-1"],"percentage":["50","51.5 %"],
                "startDate":["2020-03","2019"],"endDate":["2024"]}}""".replace("\n", ""),
                "{\"id\":\"dir-1\",\"schema\":\"Directorship\",\"properties\":{\"director\":[\"Q1\"],\"organization\":\"pty-1\"}}",
                "",
                "{\"id\":\"Q1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Ivan Petrov\"],\"alias\":[\"Иван Петров\"],\"nationality\":[\"suhh\",\"ru\"]}}",
                "{\"id\":\"Q2\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Holding\"]}}",
                "{\"id\":\"Q3\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Nobody asks for it\"]}}",
                "{\"id\":\"s-1\",\"schema\":\"Sanction\",\"properties\":{\"entity\":[\"Q1\"]}}");
        assertThat(file.stakes())
                .extracting(stake -> stake.owner() + " " + stake.kind() + " " + stake.share() + " " + stake.owned()
                        + " " + stake.from() + " " + stake.to())
                .containsExactly(
                        "other:reg/Q1 OWNERSHIP 50-51.5 party:pty-1 2019-01-01 2024-12-31",
                        "other:reg/Q2 OWNERSHIP 50-51.5 party:pty-1 2019-01-01 2024-12-31",
                        "other:reg/Q1 CONTROL 0-100 party:pty-1 null null");
        assertThat(file.names().keySet()).containsExactlyInAnyOrder(Owner.other("reg/Q1"), Owner.other("reg/Q2"));
        assertThat(file.names().get(Owner.other("reg/Q1")))
                .isEqualTo(new OwnerName(List.of("Ivan Petrov", "Иван Петров"), "RU"));
        assertThat(file.skipped()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "42",
                "{\"id\":\"a\",\"schema\":\"Ownership\"}",
                "{\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"pty-2\"],\"asset\":[\"pty-1\"]}}",
                "{\"id\":\"a\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"pty-2\"]}}",
                "{\"id\":\"a\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"pty-1\"],\"asset\":[\"pty-1\"]}}",
                "{\"id\":\"a\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"Q1\"],\"asset\":[\"pty-1\"]}}",
                "{\"id\":\"a\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"pty-2\"],\"asset\":[\"pty-1\"],\"percentage\":[\"all\"]}}",
                "{\"id\":\"a\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[\"pty-2\"],\"asset\":[\"pty-1\"]}} {}",
                "{\"id\":\"Q2\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Holding\"]}}"
            })
    void what_is_no_entity_or_tells_no_stake_is_refused(String line) {
        refused("", () -> ftm(line));
    }

    @Test
    void an_entity_of_many_owners_and_assets_does_not_multiply_without_end() {
        StringBuilder owners = new StringBuilder("\"pty-0\"");
        for (int i = 1; i < 101; i++) {
            owners.append(",\"pty-").append(i).append('"');
        }
        refused(
                "more than 100 pairs",
                () -> ftm("{\"id\":\"a\",\"schema\":\"Ownership\",\"properties\":{\"owner\":[" + owners
                        + "],\"asset\":[\"pty-x\"]}}"));
    }

    @Test
    void nesting_without_end_is_a_fault_of_its_line() {
        refused("line 1 is no JSON", () -> ftm("{\"id\":\"a\",\"schema\":" + "[".repeat(100_000)));
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        for (StakeFormat format : StakeFormat.values()) {
            refused("is not UTF-8", () -> read(format, new byte[] {'o', 'w', (byte) 0xC3, (byte) 0x28, '\n'}));
        }
    }

    /** A stream that never ends; it counts what was taken from it. */
    private static final class Endless extends InputStream {
        private final byte[] line;
        private long taken;

        Endless(String line) {
            this.line = line.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            return line[(int) (taken++ % line.length)];
        }
    }

    @Test
    void a_field_or_a_line_without_an_end_is_refused_before_memory_is_full() throws IOException {
        for (StakeFormat format : StakeFormat.values()) {
            Endless endless = new Endless("xxxxxxxxxx");
            assertThatExceptionOfType(UnreadableStakesException.class).isThrownBy(() -> format.read(endless, "reg"));
            assertThat(endless.taken).isLessThan(2_000_000);
        }
    }

    @Test
    void a_file_of_too_many_stakes_is_refused() {
        StringBuilder rows = new StringBuilder("owner,owned\n");
        for (int i = 0; i <= StakeFile.MOST_STAKES; i++) {
            rows.append("entry:EL/").append(i).append(",party:pty-1\n");
        }
        refused("more than 200000 stakes", () -> csv(rows.toString()));
    }
}
