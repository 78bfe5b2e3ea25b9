package dev.portcullis.screening.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.screening.list.Alias;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.ListedParty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The whole lists, counted; skipped where they are not at hand. */
class WholeListsTest {
    private static byte[] whole(String name) throws IOException {
        Path file = Files.whole(name).orElse(null);
        assumeTrue(file != null, "shared/data/screening/" + name + " is not at hand");
        return java.nio.file.Files.readAllBytes(file);
    }

    private static byte[] legacy(String folder) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("SDN.CSV", whole(folder + "/sdn.csv"));
        files.put("ALT.CSV", whole(folder + "/alt.csv"));
        files.put("ADD.CSV", whole(folder + "/add.csv"));
        Path comments = Files.whole(folder + "/sdn_comments.csv").orElse(null);
        if (comments != null) {
            files.put("SDN_COMMENTS.CSV", java.nio.file.Files.readAllBytes(comments));
        }
        return Files.zip(files);
    }

    private static long aliases(ListFile file, Alias.Kind kind) {
        return file.entries().stream()
                .flatMap(entry -> entry.aliases().stream())
                .filter(alias -> alias.kind() == kind)
                .count();
    }

    private static long identifiers(ListFile file, String type) {
        return file.entries().stream()
                .flatMap(entry -> entry.particulars().identifiers().stream())
                .filter(identifier -> identifier.type().equals(type))
                .count();
    }

    @Test
    void ofacs_legacy_files_of_2021_hold_8976_parties_and_2441_weak_aliases() throws IOException {
        ListFile file = Files.read(ListFormat.OFAC_SDN_LEGACY, legacy("ofac-legacy-2021-07"));
        assertThat(file.entries()).hasSize(8_976);
        assertThat(file.quarantined()).isZero();
        Map<ListedParty.Type, Integer> types = new HashMap<>();
        file.entries().forEach(entry -> types.merge(entry.type(), 1, Integer::sum));
        assertThat(types)
                .containsOnly(
                        Map.entry(ListedParty.Type.INDIVIDUAL, 4_620),
                        Map.entry(ListedParty.Type.ENTITY, 3_673),
                        Map.entry(ListedParty.Type.VESSEL, 406),
                        Map.entry(ListedParty.Type.AIRCRAFT, 277));
        // Every a.k.a. and f.k.a. in quotation marks of remarks and comments.
        assertThat(aliases(file, Alias.Kind.WEAK)).isEqualTo(2_441);
        assertThat(identifiers(file, Identifier.IMO)).isEqualTo(409);
        assertThat(identifiers(file, Identifier.CALL_SIGN)).isPositive();
        long people = file.entries().stream()
                .filter(entry -> entry.type() == ListedParty.Type.INDIVIDUAL)
                .filter(entry -> !entry.particulars().births().isEmpty())
                .count();
        assertThat(people).isGreaterThan(4_200);
    }

    @Test
    void ofacs_legacy_files_of_2019_hold_7379_parties() throws IOException {
        ListFile file = Files.read(ListFormat.OFAC_SDN_LEGACY, legacy("ofac-legacy-2019-01"));
        assertThat(file.entries()).hasSize(7_379);
        assertThat(file.quarantined()).isZero();
    }

    @Test
    void ofacs_names_of_2025_hold_17944_parties_and_19860_aliases() throws IOException {
        ListFile file = Files.read(ListFormat.OFAC_SDN_LEGACY, legacy("ofac-names-2025-11"));
        assertThat(file.entries()).hasSize(17_944);
        assertThat(file.quarantined()).isZero();
        assertThat(aliases(file, Alias.Kind.STRONG) + aliases(file, Alias.Kind.FORMER))
                .isBetween(19_700L, 19_860L);
    }

    @Test
    void every_country_of_ofacs_addresses_is_known() throws IOException {
        ListFile file = Files.read(ListFormat.OFAC_SDN_LEGACY, legacy("ofac-names-2025-11"));
        assertThat(file.entries())
                .filteredOn(entry -> entry.countries().isEmpty())
                .flatExtracting(ListedParty::addresses)
                // No country stands in these; some end with a street or a firm.
                .allMatch(address -> address.matches("(.*, )?undetermined|c/o .*|House 21, .*"));
    }

    @Test
    void ofacs_consolidated_xml_of_2025_holds_443_parties_and_70_weak_aliases() throws IOException {
        ListFile file = Files.read(ListFormat.OFAC_CONSOLIDATED_XML, whole("ofac_cons_2025-03-28.xml"));
        assertThat(file.entries()).hasSize(443);
        assertThat(file.quarantined()).isZero();
        assertThat(file.published()).isEqualTo(LocalDate.of(2025, 3, 28));
        assertThat(aliases(file, Alias.Kind.WEAK)).isEqualTo(70);
        assertThat(file.counts())
                .containsEntry("SSI", 286)
                .containsEntry("PLC", 78)
                .containsEntry("CMIC", 68)
                .containsEntry("FSE", 1)
                .containsEntry("CAP", 1);
    }

    @Test
    void the_uns_lists_hold_877_and_1003_parties_with_their_scripts() throws IOException {
        ListFile earlier = Files.read(ListFormat.UN_XML, whole("un-2025-06.xml"));
        assertThat(earlier.entries()).hasSize(684 + 193);
        assertThat(earlier.quarantined()).isZero();
        assertThat(earlier.published()).isEqualTo(LocalDate.of(2025, 4, 19));
        ListFile later = Files.read(ListFormat.UN_XML, whole("un-2026-02.xml"));
        assertThat(later.entries()).hasSize(730 + 273);
        assertThat(later.quarantined()).isZero();
        assertThat(later.published()).isEqualTo(LocalDate.of(2026, 2, 27));
        assertThat(later.entries())
                .filteredOn(entry -> entry.aliases().stream()
                        .anyMatch(alias -> alias.name().codePoints().anyMatch(WholeListsTest::isOfAnotherScript)))
                .hasSizeGreaterThanOrEqualTo(378);
        assertThat(later.entries())
                .filteredOn(
                        entry -> entry.reference() == null || !entry.reference().contains("."))
                .isEmpty();
        assertThat(aliases(later, Alias.Kind.FORMER)).isGreaterThanOrEqualTo(18);
        assertThat(aliases(later, Alias.Kind.WEAK)).isGreaterThanOrEqualTo(560);
    }

    private static boolean isOfAnotherScript(int letter) {
        return Character.isLetter(letter) && Character.UnicodeScript.of(letter) != Character.UnicodeScript.LATIN;
    }

    @Test
    void a_un_list_that_declares_utf_8_and_holds_latin_1_is_read_with_its_letters() throws IOException {
        String text = new String(whole("un-2025-06.xml"), StandardCharsets.UTF_8);
        ListFile sound = Files.read(ListFormat.UN_XML, text.getBytes(StandardCharsets.UTF_8));
        // What Latin-1 cannot write is left out, as the publisher's program must have done.
        String latin = text.replaceAll("[^\\x00-\\xFF]", "");
        ListFile broken = Files.read(ListFormat.UN_XML, latin.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(broken.repaired()).isPositive();
        assertThat(broken.entries()).hasSize(sound.entries().size());
        assertThat(broken.entries())
                .extracting(ListedParty::name)
                .contains(sound.entries().stream()
                        .map(ListedParty::name)
                        .filter(name -> name.matches("[\\x20-\\xFF]*"))
                        .toArray(String[]::new));
        assertThat(broken.entries().stream().flatMap(entry -> entry.aliases().stream()))
                .anyMatch(alias -> alias.name().contains("Qaïda"));
    }

    @Test
    void the_denied_persons_list_of_2021_holds_581_orders() throws IOException {
        ListFile file = Files.read(ListFormat.BIS_DENIED_PERSONS, whole("bis-denied-persons-2021.txt"));
        assertThat(file.entries().size() + file.quarantined()).isEqualTo(581);
        assertThat(file.quarantined()).isZero();
        assertThat(file.entries())
                .filteredOn(entry -> entry.countries().isEmpty())
                .hasSizeLessThan(60);
    }

    @Test
    void the_consolidated_screening_list_of_2026_holds_25921_parties() throws IOException {
        ListFile file = Files.read(ListFormat.CSL_CSV, whole("consolidated-2026-07-31.csv"));
        assertThat(file.entries()).hasSize(25_921);
        assertThat(file.quarantined()).isZero();
        assertThat(identifiers(file, Identifier.ENTRY)).isEqualTo(19_665);
    }

    /** The Entity List is at hand as facts, not as XML; it is written as the eCFR writes it and read back. */
    @Test
    void the_entity_list_of_2026_comes_back_from_the_layout_of_the_ecfr() throws IOException {
        JsonNode list = new ObjectMapper().readTree(whole("bis-entity-list-2026-07.json"));
        StringBuilder xml =
                new StringBuilder("<DIV5 N=\"744\"><DIV9 N=\"Supplement No. 4 to Part 744\" TYPE=\"APPENDIX\"><TABLE>");
        for (JsonNode entity : list.get("entities")) {
            xml.append("<TR><TD>").append(escape(entity.get("country"))).append("</TD><TD>");
            xml.append(escape(entity.get("name")));
            int aliases = entity.get("aliases").size();
            if (aliases > 0) {
                xml.append(", a.k.a., the following ").append(aliases).append(aliases == 1 ? " alias:" : " aliases:");
                entity.get("aliases")
                        .forEach(alias ->
                                xml.append("<br/>—").append(escape(alias)).append("; "));
                xml.append("<br/><br/>");
            } else {
                xml.append(", ");
            }
            xml.append(escape(entity.get("address")));
            xml.append("</TD><TD>")
                    .append(escape(entity.get("notes")))
                    .append("</TD><TD>Presumption of denial</TD><TD>");
            xml.append(escape(entity.get("federal_register"))).append("</TD></TR>");
        }
        xml.append("</TABLE></DIV9></DIV5>");
        ListFile file = Files.read(ListFormat.BIS_PART_744, xml.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(file.entries().size() + file.quarantined())
                .isEqualTo(list.get("entities").size());
        assertThat(file.quarantined()).isLessThanOrEqualTo(3);
        Map<String, Integer> names = new HashMap<>();
        file.entries().forEach(entry -> names.merge(bare(entry.name()), 1, Integer::sum));
        int missing = 0;
        int missingAliases = 0;
        int aliases = 0;
        Set<String> read = new HashSet<>();
        file.entries().forEach(entry -> entry.aliases().forEach(alias -> read.add(bare(alias.name()))));
        for (JsonNode entity : list.get("entities")) {
            missing += names.containsKey(bare(entity.get("name").asText())) ? 0 : 1;
            for (JsonNode alias : entity.get("aliases")) {
                aliases++;
                missingAliases +=
                        read.contains(bare(alias.asText())) || names.containsKey(bare(alias.asText())) ? 0 : 1;
            }
        }
        assertThat(missing)
                .as("names of %d that differ", list.get("entities").size())
                .isLessThanOrEqualTo(34);
        assertThat(missingAliases).as("aliases of %d that differ", aliases).isLessThanOrEqualTo(52);
        assertThat(file.entries()).allMatch(entry -> !entry.countries().isEmpty());
    }

    private static String bare(String name) {
        return name.replaceAll("[.,;\\s]+$", "");
    }

    private static String escape(JsonNode text) {
        return text == null || text.isNull()
                ? ""
                : text.asText().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
