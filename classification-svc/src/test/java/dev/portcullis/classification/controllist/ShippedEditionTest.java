package dev.portcullis.classification.controllist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.portcullis.classification.controllist.ControlListEntry.Control;
import dev.portcullis.classification.controllist.ControlListEntry.ListException;
import dev.portcullis.classification.controllist.ControlListEntry.Requirement;
import dev.portcullis.classification.rules.Rule;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.contracts.Eccn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped edition against the text of the regulation. */
class ShippedEditionTest {
    private static final ControlList LIST = ControlListFile.shipped();

    @Test
    void the_edition_holds_all_entries_of_the_table_and_the_three_that_its_rows_had_swallowed() {
        // The table has 633 rows; three of them ran on through the entry that follows.
        assertThat(LIST.entries()).hasSize(633 + 3);
        assertThat(List.of("0D606", "0D614", "2B351", "2B352", "3E001", "3E002"))
                .allSatisfy(number -> assertThat(LIST.entry(Eccn.of(number))).isPresent());
        assertThat(LIST.entry(Eccn.of("1A999"))).isPresent();
        assertThat(LIST.entry(Eccn.of("3A004"))).isEmpty();
    }

    @Test
    void an_entry_is_found_by_each_number() {
        for (ControlListEntry entry : LIST.entries()) {
            assertThat(LIST.entry(entry.eccn())).containsSame(entry);
        }
    }

    @Test
    void every_entry_says_how_its_requirements_are_stated_and_no_reason_is_lost() {
        for (ControlListEntry entry : LIST.entries()) {
            assertThat(entry.title()).as(entry.eccn().value()).isNotBlank().doesNotContain("License Requirements");
            assertThat(entry.heading()).as(entry.eccn().value()).doesNotContain("Reason for Control");
            assertThat(entry.controls().isEmpty()).isEqualTo(entry.requirement() != Requirement.TABLE);
            Set<String> said = entry.controls().stream()
                    .map(control -> String.valueOf(control.reason()))
                    .collect(Collectors.toSet());
            said.addAll(entry.reasonsInProse());
            assertThat(said).as(entry.eccn().value()).containsAll(entry.reasonsForControl());
            for (Control control : entry.controls()) {
                assertThat(control.columns().isEmpty() && control.prose() == null)
                        .as(entry.eccn() + " " + control)
                        .isFalse();
            }
        }
    }

    @Test
    void value_limits_that_the_table_held_among_the_items_stand_with_the_exception() {
        ListException lvs = exception("3A001", "LVS");
        assertThat(lvs.limitsUsd()).containsExactly(1500, 3000, 5000);
        assertThat(lvs.terms()).contains("$1500: 3A001.c.", "N/A for MT, NP");
        assertThat(exception("5A002", "LVS").terms()).endsWith("N/A for 5A002.z.");
        for (ControlListEntry entry : LIST.entries()) {
            assertThat(entry.paragraphs())
                    .noneMatch(paragraph -> paragraph.text().matches("^(LVS|GBS|TSR|STA): .*|^\\$\\d.*"));
        }
    }

    @Test
    void a_product_group_points_to_its_holding_entry() {
        assertThat(LIST.holdingEntry(Eccn.of("3A090"))).contains(Eccn.of("0A521"));
        assertThat(LIST.holdingEntry(Eccn.of("5D002"))).contains(Eccn.of("0D521"));
        assertThat(LIST.holdingEntry(Eccn.of("4E091"))).contains(Eccn.of("0E521"));
        assertThat(LIST.holdingEntry(Eccn.EAR99)).isEmpty();
    }

    @Test
    void titles_in_our_own_words_belong_to_entries_of_the_list() {
        assertThat(ControlListFile.titles())
                .allSatisfy((number, title) ->
                        assertThat(LIST.entry(number).orElseThrow().title()).isEqualTo(title));
    }

    @Test
    void an_entry_without_rules_is_shown_as_unread_and_never_as_answered() {
        Law law = new Law(LIST, RuleBookFile.shipped());
        java.time.LocalDate day = java.time.LocalDate.of(2026, 11, 23);
        Set<Eccn> ruled = law.rules().rules().stream()
                .map(Rule::paragraph)
                .filter(java.util.Objects::nonNull)
                .map(paragraph -> paragraph.eccn())
                .collect(Collectors.toSet());
        ControlListEntry unread = LIST.entries().stream()
                .filter(entry -> !ruled.contains(entry.eccn()))
                .findFirst()
                .orElseThrow();
        assertThat(EntryView.of(unread, law, day).readByRules()).isFalse();
        assertThat(EntryView.of(LIST.entry(Eccn.of("3A090")).orElseThrow(), law, day)
                        .readByRules())
                .isTrue();
    }

    /** Each row: the License Requirements of the entry in 15 CFR 774 Supp. 1, eCFR 2026-07-23. A column, or the words of a rule. */
    @ParameterizedTest(name = "{0}: {1} by {2}")
    @CsvSource(delimiter = '|', textBlock = """
            0A501 | NS;RS;FC;UN;AT   | NS | NS Column 1 | entire entry except 0A501.y
            0A502 | RS;FC;CC;UN;AT;NS | FC | FC Column 1 | entire entry
            0D606 | NS;RS;AT;UN      | RS | § 742.6(a)(7) | 0D606.y
            0D614 | NS;RS;AT;UN      | NS | NS Column 1 | entire entry
            0E982 | CC               | CC | ALL destinations, except Canada | items controlled by 0A982 or 0A503
            1A002 | NS;NP;AT         | NP | NP Column 1 | 1A002.b.1 in the form of tubes
            1A231 | NP;AT            | AT | AT Column 1 | entire entry
            1C010 | NS;NP;AT         | NS | NS Column 2 | entire entry
            1C350 | CB;CW;AT         | CB | CB Column 2 | entire entry
            1C351 | CB;CW;AT         | CB | CB Column 1 | 1C351.d.15 and .16
            1E355 | CW;AT            | CW | § 742.18 | entire entry
            2A001 | NS;MT;AT         | MT | MT Column 1 | radial ball bearings
            2B001 | NS;NP;AT         | NP | NP Column 1 | 2B001.a, .b, .c, and .d
            2B351 | CB;AT            | CB | CB Column 2 | entire entry
            2B352 | CB;AT            | CB | CB Column 2 | entire entry
            2B910 | NS;RS;AT         | RS | § 742.6(a)(10) | entire entry
            3A001 | NS;RS;MT;NP;AT   | RS | § 742.6(a)(6)(iii)(B) | 3A001.z.1.b
            3A002 | NS;MT;AT         | MT | MT Column 1 | 3A002.h
            3A090 | RS;AT            | RS | § 742.6(a)(6)(iii)(A) | 3A090.a
            3A090 | RS;AT            | RS | § 742.6(a)(6)(i)(B) | 3A090.c
            3A229 | NP;AT            | NP | NP Column 1 | entire entry
            3C005 | NS;AT            | NS | NS Column 2 | entire entry
            3E001 | NS;MT;NP;RS;AT   | RS | RS Column 2 | 3A001.a.15 or b.13
            3E001 | NS;MT;NP;RS;AT   | RS | § 742.6(a)(6)(ii) | commodities controlled in 3A090
            3E002 | NS;AT            | NS | NS Column 1 | entire entry
            4A003 | NS;RS;CC;AT      | NS | NS Column 1 | 4A003.b, .c, and .z.1
            4A994 | AT               | AT | AT Column 1 | entire entry
            4E091 | RS;AT            | RS | worldwide | entire entry
            5A002 | NS;RS;AT;EI      | EI | § 742.15 | entire entry
            5E002 | NS;RS;AT;EI      | NS | NS Column 1 | entire entry
            6A003 | NS;NP;RS;AT;UN   | UN | § 746.1(b) | 6A003.b.3 and b.4
            7A103 | MT;AT            | MT | MT Column 1 | entire entry
            9E003 | NS;SI;AT         | SI | § 742.14 | 9E003.a.1 through a.8
            """)
    void reasons_and_columns_are_those_of_the_regulation(
            String number, String reasons, String reason, String rule, String scope) {
        ControlListEntry entry = LIST.entry(Eccn.of(number)).orElseThrow();
        assertThat(entry.reasonsForControl()).containsExactlyInAnyOrder(reasons.split(";"));
        assertThat(entry.controls())
                .anyMatch(control -> reason.equals(control.reason())
                        && control.appliesTo().contains(scope)
                        && (control.columns().contains(rule)
                                || String.valueOf(control.prose()).contains(rule)));
    }

    /** Each row: the List Based License Exceptions of the entry, same edition. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            0A501 | LVS | PARTLY     | 500
            1A002 | LVS | PARTLY     | 1500
            1A002 | STA | RESTRICTED | -
            2A001 | LVS | PARTLY     | 3000
            3A090 | LVS | NO         | -
            3A090 | HBM | PARTLY     | -
            3A090 | ACM | YES        | -
            3B994 | STA | RESTRICTED | -
            3C005 | LVS | YES        | 3000
            3C005 | GBS | YES        | -
            3E001 | TSR | PARTLY     | -
            3E001 | IEC | PARTLY     | -
            3E002 | TSR | YES        | -
            4D001 | TSR | PARTLY     | -
            5A002 | LVS | PARTLY     | 500
            5A002 | ENC | PARTLY     | -
            5D002 | TSR | NO         | -
            9A610 | LVS | YES        | 1500
            """)
    void exceptions_are_those_of_the_regulation(String number, String code, String eligibility, Integer limit) {
        ListException exception = exception(number, code);
        assertThat(exception.eligibility()).hasToString(eligibility);
        assertThat(exception.limitsUsd()).isEqualTo(limit == null ? List.of() : List.of(limit));
    }

    @Test
    void the_shipped_file_is_what_the_program_compiles(@TempDir Path folder) throws Exception {
        Path table = Path.of("../../shared/data/regulations/ccl.json");
        Path program = Path.of("src/compile/CompileControlList.java");
        assumeTrue(Files.exists(table) && Files.exists(program), "the table is not here");
        Path out = folder.resolve("list.json");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        program.toString(),
                        table.toString(),
                        out.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isZero();
        assertThat(out).hasSameTextualContentAs(Path.of("src/main/resources/law/control-list/shipped.json"));
    }

    private static ListException exception(String number, String code) {
        return LIST.entry(Eccn.of(number)).orElseThrow().exceptions().stream()
                .filter(exception -> exception.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
