package dev.portcullis.classification.controllist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.Eccn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What entries are called elsewhere. */
class OtherListsTest {
    private static final OtherLists LISTS = ControlListFile.otherLists();
    private static final ControlList LIST = ControlListFile.shipped();

    /** The Wassenaar numbers stand in the List of Dual-Use Goods and Technologies, the others in Annex I of Regulation (EU) 2021/821. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            3A001, 3.A.1,  3A001, List of Dual-Use Goods 3.A.1
            4A003, 4.A.3,  4A003, List of Dual-Use Goods 4.A.3
            4D004, 4.D.4,  4D004, List of Dual-Use Goods 4.D.4
            5A002, 5.A.2,  5A002, List of Dual-Use Goods 5.A.2 (Part 2)
            5A004, 5.A.4,  5A004, List of Dual-Use Goods 5.A.4 (Part 2)
            5E002, 5.E.2,  5E002, List of Dual-Use Goods 5.E.2 (Part 2)
            9A012, 9.A.12, 9A012, List of Dual-Use Goods 9.A.12
            9A101, ,       9A101, MTCR Annex 3.A.1
            1C230, ,       1C230, NSG Part 2: 2.C.2 (beryllium)
            1C350, ,       1C350, Australia Group: chemical weapons precursors
            2B352, ,       2B352, Australia Group: biological equipment
            """)
    void an_entry_of_a_regime_has_its_number_there(String eccn, String wassenaar, String eu, String where) {
        OtherLists.Numbers numbers =
                LISTS.of(LIST.entry(Eccn.of(eccn)).orElseThrow()).orElseThrow();
        assertThat(numbers.wassenaar()).as(where).isEqualTo(wassenaar);
        assertThat(numbers.eu()).isEqualTo(eu);
        assertThat(numbers.uk()).isEqualTo(eu);
    }

    /** Controlled by the United States alone (15 CFR 742.6, 742.8(a)(2) for the 290s, 15 CFR 738.2(d)(1) for the 900s), or to be compared. */
    @ParameterizedTest
    @CsvSource({
        "3A090", "4A090", "4D090", "4E091", "3A991", "4A994", "5A992", "5D992", "2A290", "3A611", "0A521", "1C395"
    })
    void an_entry_of_one_country_has_none(String eccn) {
        assertThat(LISTS.of(LIST.entry(Eccn.of(eccn)).orElseThrow())).isEmpty();
    }

    @Test
    void every_exception_is_an_entry_of_the_list() {
        LISTS.series()
                .forEach(run -> assertThat(run.except())
                        .allSatisfy(eccn -> assertThat(LIST.entry(eccn)).isPresent()));
    }
}
