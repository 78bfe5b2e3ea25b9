package dev.portcullis.screening.ownlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.screening.format.Limits;
import dev.portcullis.screening.format.ListSource;
import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.ownlist.OwnEntry.OwnList;
import dev.portcullis.screening.ownlist.OwnEntry.State;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OwnEntryTest {
    private static final Instant NOW = Instant.parse("2026-11-29T09:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private static OwnEntry proposed(OwnList list, String name, String reason, @Nullable String reference) {
        OwnEntry.Content content = new OwnEntry.Content(
                list,
                name,
                List.of("Zephyr; Quarz"),
                List.of(CountryCode.of("SG")),
                List.of("1 \"Raffles\" Place, SG"),
                FIRST,
                LAST,
                reason,
                reference,
                reference == null ? null : LocalDate.of(2026, 11, 27));
        return new OwnEntry("own-1", 1, content, State.PROPOSED, "one", NOW, NOW);
    }

    private static OwnEntry approved() {
        return proposed(OwnList.OWN, "Zephyr Quartz", "Paid by another", null).agreed("two", NOW);
    }

    @Test
    void two_people_put_an_entry_on_and_two_take_it_off() {
        OwnEntry first = proposed(OwnList.OWN, "Zephyr Quartz", "Paid by another", null);
        assertThat(first.isInForceOn(FIRST)).isFalse();
        assertThatThrownBy(() -> first.agreed("one", NOW))
                .isInstanceOfSatisfying(
                        OwnEntry.RefusedException.class,
                        refused -> assertThat(refused.isSamePerson()).isTrue());
        OwnEntry on = approved();
        OwnEntry off = on.withdrawalProposed("two", NOW);
        assertThat(off.isInForceOn(FIRST)).isTrue();
        assertThatThrownBy(() -> off.agreed("two", NOW)).isInstanceOf(OwnEntry.RefusedException.class);
        assertThat(off.refused(NOW).state()).isEqualTo(State.APPROVED);
        assertThat(off.agreed("one", NOW).isInForceOn(FIRST)).isFalse();
        assertThatThrownBy(() -> on.agreed("three", NOW)).isInstanceOf(OwnEntry.RefusedException.class);
    }

    @Test
    void an_entry_holds_from_its_first_day_to_its_last() {
        OwnEntry on = approved();
        assertThat(on.isInForceOn(FIRST.minusDays(1))).isFalse();
        assertThat(on.isInForceOn(FIRST)).isTrue();
        assertThat(on.isInForceOn(LAST)).isTrue();
        assertThat(on.isInForceOn(LAST.plusDays(1))).isFalse();
    }

    @Test
    void what_is_written_is_read_as_it_was_whatever_people_type() throws IOException {
        String reason = "He said: \"never\", and left\n=cmd|' /C calc'!A0";
        String file = OwnFile.of(List.of(
                proposed(OwnList.INFORMED, "Zephyr, \"Quartz\" & Söhne", reason, "BIS-117"),
                new OwnEntry("own-2", 1, approved().content(), State.APPROVED, null, NOW, NOW)));
        ListFile read = ListSource.COMPANY_ENTRIES
                .read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), Limits.DEFAULT)
                .file();
        assertThat(read.quarantined()).isZero();
        ListedParty informed = read.entries().get(0);
        assertThat(informed.list()).isEqualTo("INFORMED");
        assertThat(informed.name()).isEqualTo("Zephyr, \"Quartz\" & Söhne");
        assertThat(informed.remarks()).isEqualTo(reason);
        assertThat(informed.reference()).isEqualTo("BIS-117 of 2026-11-27");
        assertThat(informed.countries()).containsExactly("SG");
        assertThat(informed.addresses()).containsExactly("1 \"Raffles\" Place, SG");
        assertThat(read.entries().get(1).list()).isEqualTo("OWN");
    }
}
