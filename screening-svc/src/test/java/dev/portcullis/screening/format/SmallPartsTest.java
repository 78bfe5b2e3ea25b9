package dev.portcullis.screening.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.screening.list.Alias;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallPartsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "1960 | 1960",
                "1960-05 | 1960-05",
                "1960-05-12 | 1960-05-12",
                "1960-05-12T00:00:00 | 1960-05-12",
                "10 Dec 1948 | 1948-12-10",
                "Dec 1948 | 1948-12",
                "December 1948 | 1948-12",
                "circa 1951 | 1949/1953",
                "circa Nov 1951 | 1949/1953",
                "circa 1979-1982 | 1979/1982",
                "1958 to 1962 | 1958/1962",
                "01 Jan 1961 to 31 Dec 1961 | 1961",
                "between 1958 and 1962 | 1958/1962",
                "dd/mm/1945 | 1945",
                "dd/05/1945 | 1945-05",
                "01/03/1958 | 1958-03-01",
                "00/00/1958 | 1958",
                "31 Feb 1960 | -",
                "0000 | -",
                "unknown | -",
                "1962 to 1958 | -"
            })
    void births_are_read_as_they_are_written(String written, String read) {
        assertThat(Births.read(written)).isEqualTo(read);
    }

    @Property(tries = 500)
    void no_text_breaks_the_readers_of_births_and_countries(@ForAll String text) {
        Births.read(text);
        Countries.code(text);
        NamesInText.read(text);
        OfacRemarks.read(new PartyDraft("SDN", "1"), text);
        BisName.read(List.of("Name", text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "CN | CN",
                "cn | CN",
                "Korea, North | KP",
                "Democratic People's Republic of Korea | KP",
                "Republic of Korea | KR",
                "Iran (Islamic Republic of) | IR",
                "Türkiye | TR",
                "Cote d Ivoire | CI",
                "Congo, Democratic Republic of the | CD",
                "Congo | CG",
                "CHINA, PEOPLE'S REPUBLIC OF | CN",
                "CRIMEA REGION OF UKRAINE | UA",
                "Region: Gaza | PS",
                "undetermined | -",
                "00 | -"
            })
    void countries_are_known_by_the_names_that_publishers_use(String name, String code) {
        assertThat(Countries.code(name)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fazel Rahim; Fazil Rahim | Fazel Rahim;Fazil Rahim",
                "Mohammad Sabet b) M. Javad Kareemi Sabet; M. Jawad Sabet | Mohammad Sabet;M. Javad Kareemi Sabet;M. Jawad Sabet",
                "حسن غول (Hassan Ghul; Hassan Gul) | حسن غول;Hassan Ghul;Hassan Gul",
                "Abu Muhammad Al-Kadari (original script: Абу Мухаммад) | Abu Muhammad Al-Kadari;Абу Мухаммад",
                "Abdel Ilah Sabri (false identity related to passport 434021161) | Abdel Ilah Sabri",
                "Khirullah Khairkhwa, born in Kandahar on 01 Jan.1967 | Khirullah Khairkhwa",
                "Groupe Salafiste (GSPC) | Groupe Salafiste (GSPC)"
            })
    void several_names_in_one_field_are_told_apart(String field, String names) {
        assertThat(NamesInText.read(field)).containsExactly(names.split(";"));
    }

    @Test
    void a_name_of_bis_ends_where_no_legal_form_follows_the_comma() {
        assertThat(BisName.read(List.of("Acme (Beijing, Ltd.) Co., Ltd., No. 1 Road, Beijing."))
                        .name())
                .isEqualTo("Acme (Beijing, Ltd.) Co., Ltd.");
        BisName semicolon = BisName.read(List.of("A. Leib Ltd.; HA'Assif 19, Karmiel, Israel"));
        assertThat(semicolon.name()).isEqualTo("A. Leib Ltd.");
        assertThat(semicolon.address()).isEqualTo("HA'Assif 19, Karmiel, Israel");
        BisName one = BisName.read(List.of("Jetpower Industrial Ltd, a.k.a., Jet Power, Room 311, Hong Kong."));
        assertThat(one.name()).isEqualTo("Jetpower Industrial Ltd");
        assertThat(one.aliases()).containsOnlyKeys("Jet Power");
        BisName former = BisName.read(List.of(
                "Gazprom X, a.k.a., the following three aliases:",
                "—GX;",
                "—f.k.a., Old X; and",
                "—Third",
                "",
                "Moscow"));
        assertThat(former.aliases())
                .containsEntry("GX", Alias.Kind.STRONG)
                .containsEntry("Old X", Alias.Kind.FORMER)
                .containsEntry("Third", Alias.Kind.STRONG);
        assertThat(former.address()).isEqualTo("Moscow");
        BisName group =
                BisName.read(List.of("The following Department of Atomic Energy entities:", "—Bhabha Centre; and"));
        assertThat(group.name()).isEqualTo("Department of Atomic Energy");
        assertThat(group.aliases()).containsOnlyKeys("Bhabha Centre");
    }

    @Test
    void names_that_stand_only_in_remarks_are_found_as_such() {
        PartyDraft draft = new PartyDraft("EL", "1").name("X");
        OfacRemarks.readNames(draft, "Director of Y; a.k.a. Jon Smyth; also uses a.k.a. 'JS'");
        assertThat(draft.build(Limits.DEFAULT).aliases())
                .containsExactly(new Alias("Jon Smyth", Alias.Kind.REMARKS), new Alias("JS", Alias.Kind.REMARKS));
    }

    private static String decoded(byte[] octets, boolean repair) throws IOException {
        StringWriter text = new StringWriter();
        new Utf8Reader(new ByteArrayInputStream(octets), repair).transferTo(text);
        return text.toString();
    }

    @Property(tries = 500)
    void utf_8_is_never_changed(@ForAll String text) throws IOException {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        String sound = new String(octets, StandardCharsets.UTF_8);
        String expected = sound.startsWith("\uFEFF") ? sound.substring(1) : sound;
        assertThat(decoded(octets, true)).isEqualTo(expected);
        assertThat(decoded(octets, false)).isEqualTo(expected);
    }

    @Test
    void bytes_that_are_no_utf_8_are_read_as_windows_1252() throws IOException {
        byte[] mixed = "Müller – Жуков".getBytes(StandardCharsets.UTF_8);
        byte[] latin = {
            'M',
            (byte) 0xFC,
            'l',
            'l',
            'e',
            'r',
            (byte) 0x96,
            (byte) 0xC3,
            (byte) 0xA9,
            (byte) 0xED,
            (byte) 0xA0,
            (byte) 0x80
        };
        assertThat(decoded(mixed, true)).isEqualTo("Müller – Жуков");
        assertThat(decoded(latin, true)).isEqualTo("Müller–éí\u00A0€");
    }
}
