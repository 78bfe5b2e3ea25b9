package dev.portcullis.screening.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameNormalizerTest {
    private final NameNormalizer normalizer = new NameNormalizer(Lexicon.shipped());

    private List<String> core(String name) {
        return normalizer.normalize(name).core().stream().map(Word::text).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Huawei Technologies Co., Ltd. | huawei technologies",
                "HUAWEI   TECHNOLOGIES | huawei technologies",
                "Société Générale S.A. | societe generale",
                "Łódź Ørsted Straße | lodz orsted strasse",
                "Xiong’an Cambricon | xiongan cambricon",
                "Hua'antai Intelligent | huaantai intelligent",
                "AL-JABURI, Mish'an Rakin Thamin | al jaburi mishan rakin thamin",
                "Procter & Gamble | procter gamble",
                "The Academy of Sciences | academy sciences",
                "C.I.C. ELECTRONICS (HK) LIMITED | cic electronics hk",
                "Ｍｅｇｖｉｉ | megvii",
                "Huawei\u200b\u202e Technologies | huawei technologies",
                "Нuаwеi | huawei"
            })
    void a_name_is_read_in_latin_letters_without_case_marks_and_punctuation(String name, String words) {
        assertThat(String.join(" ", core(name))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Калашников | kalashnikov",
                "Касперский | kasperskiy",
                "Хуавей | khuavey",
                "华为技术有限公司 | huawei technology",
                "Αθήνα | athena",
                "محمد | mohammed",
                "رشيد | rshyd",
                "عتیق الله | tyqlh",
                "شمس الدين | shmsdyn",
                "Atiq Ullah | atiqullah",
                "Abdelkader | abdul kader",
                "Abdullayev | abdullayev"
            })
    void other_scripts_are_romanized(String name, String words) {
        assertThat(String.join(" ", core(name))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "OOO Kaspersky Group | limited",
                "Общество с ограниченной ответственностью Касперский | limited",
                "Kaspersky Group Limited Liability Company | limited",
                "Robert Bosch GmbH | limited",
                "JOINT STOCK COMPANY MIKRON | share",
                "PUBLICHNOE AKTSIONERNOE OBSHCHESTVO MIKRON | share",
                "JOMADI LOGISTICS & CARGO, S.A. DE C.V. | share",
                "Mikron Company | company",
                "PULBIC JOINT STOCK COMPANY MIKRON | share",
                "Publiic Joint Stock Company Mikron | share",
                "CLOED JOINT STOCK COMPANY MIKRON | share",
                "CLOSAD JOINT STOCK COMPANY MIKRON | share"
            })
    void legal_forms_are_told_apart_and_equated_by_class(String name, String form) {
        assertThat(normalizer.normalize(name).legalForm()).isEqualTo(form);
    }

    /** Alone, or before another word, a short word with a slip is a word like any other; two slips are one too many. */
    @ParameterizedTest
    @CsvSource({"Pulbic Works,pulbic works", "Pblic Joint Works,pblic joint works", "Pbulci Joint Stock Company,pbulci"
    })
    void a_short_word_is_of_a_form_only_where_the_rest_of_it_follows(String name, String words) {
        assertThat(String.join(" ", core(name))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"Limited,limited", "The,the", "AO,ao", "Joint Stock Company,joint stock"})
    void a_name_that_is_nothing_but_a_form_or_a_stop_word_keeps_a_word(String name, String words) {
        assertThat(String.join(" ", core(name))).isEqualTo(words);
    }

    @Test
    void a_text_without_letters_and_digits_has_no_words() {
        assertThat(normalizer.normalize(" .,-'\u200b\u202e ").words()).isEmpty();
    }

    @Property(tries = 500)
    void any_text_is_read_into_lower_case_ascii_words(@ForAll @StringLength(max = 60) String text) {
        assertThat(normalizer.normalize(text).words())
                .allSatisfy(word -> assertThat(word.text()).matches("[a-z0-9]+"));
    }

    @Property(tries = 300)
    void reading_the_words_again_changes_nothing(@ForAll @StringLength(max = 40) String text) {
        NormalizedName once = normalizer.normalize(text).asPlainName();
        String words = String.join(" ", once.words().stream().map(Word::text).toList());
        assertThat(new java.util.HashSet<>(
                        normalizer.normalize(words).asPlainName().words()))
                .isSubsetOf(new java.util.HashSet<>(once.words()));
    }
}
