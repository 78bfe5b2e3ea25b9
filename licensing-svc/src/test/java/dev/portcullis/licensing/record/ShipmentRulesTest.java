package dev.portcullis.licensing.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.portcullis.contracts.DeterminationState.Outcome;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.Money;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.ReleaseState.Decision;
import dev.portcullis.licensing.Gate;
import dev.portcullis.licensing.criteria.Known;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.dossier.Cases;
import dev.portcullis.licensing.dossier.Dossier;
import dev.portcullis.licensing.dossier.LicenseCodes;
import dev.portcullis.licensing.form.Filled;
import dev.portcullis.licensing.record.DestinationControl.OnInvoice;
import dev.portcullis.licensing.record.Filing.Need;
import dev.portcullis.licensing.release.Release;
import dev.portcullis.platform.document.HtmlPaper;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shipment needs, by cases with their provision. */
class ShipmentRulesTest {
    private static final ExportInformation INFORMATION = ExportInformation.shipped();
    private static final DestinationControl CONTROL = DestinationControl.shipped();
    private static final Map<String, String> TOLD = Map.of("transshipped", "NO", "validatedEndUser", "NO");

    @ParameterizedTest(name = "{0} to {2} under {3} for {4}: {5} by {6}")
    @CsvSource({
        "3A090, a.1, CN, D1234567, 1,      REQUIRED,     15 CFR 758.1(b)(2)",
        "3A090, a.1, DE, NLR,      2500,   NOT_REQUIRED, 15 CFR 758.1(b)(5); 30.37(a)",
        "3A090, a.1, DE, NLR,      2500.01,REQUIRED,     15 CFR 758.1(b)(5)",
        "3A991, p,   CN, NLR,      1,      REQUIRED,     15 CFR 758.1(b)(10)",
        "3A991, p,   HK, NLR,      1,      REQUIRED,     15 CFR 758.1(b)(10)",
        "EAR99, ,    CN, NLR,      1,      NOT_REQUIRED, 15 CFR 758.1(b)(5); 30.37(a)",
        "EAR99, ,    IR, NLR,      1,      REQUIRED,     15 CFR 758.1(b)(1)",
        "EAR99, ,    CU, GFT,      1,      REQUIRED,     15 CFR 758.1(b)(1)",
        "3A001, b.2, DE, STA,      1,      REQUIRED,     15 CFR 758.1(b)(4)",
        "9A515, a,   DE, GOV,      1,      REQUIRED,     15 CFR 758.1(b)(3)",
        "3A611, a,   GB, GOV,      1,      REQUIRED,     15 CFR 758.1(b)(3)",
        "3A090, a.1, CA, NLR,      240000, NOT_REQUIRED, 15 CFR 758.1(b)(5); 30.36",
        "3A090, a.1, CA, D1234567, 1,      REQUIRED,     15 CFR 758.1(b)(2)"
    })
    void a_filing_is_required_by_the_first_rule_that_holds(
            String eccn,
            @Nullable String paragraph,
            String country,
            String authority,
            String value,
            Need need,
            String citation) {
        Filing filing = judge(eccn, paragraph, country, authority, value, TOLD);

        assertThat(filing.need()).isEqualTo(need);
        assertThat(filing.citation()).isEqualTo(citation);
        assertThat(filing.questions()).isEmpty();
    }

    @Test
    void what_is_not_told_is_asked_for_and_spares_nothing() {
        Filing small = judge("3A090", "a.1", "DE", "NLR", "100", Map.of());

        assertThat(small.need()).isEqualTo(Need.UNDECIDED);
        assertThat(small.questions()).anyMatch(question -> question.contains("transshipped"));
        assertThat(small.elements()).isNotEmpty();
        assertThat(small.complete()).isFalse();
        Filing large = judge("3A090", "a.1", "DE", "NLR", "100000", Map.of());
        assertThat(large.need()).as("whatever they are, it is required").isEqualTo(Need.REQUIRED);
        assertThat(judge("3A090", "a.1", "CN", "D1234567", "1", Map.of()).need())
                .as("a license decides whatever else is not told")
                .isEqualTo(Need.REQUIRED);
    }

    @Test
    void software_is_filed_only_in_tangible_form_and_a_release_to_a_person_never() {
        ItemState software = form(item("5D992", "c"), ItemState.Form.OBJECT_CODE);
        Map<String, String> intangible = new HashMap<>(TOLD);
        assertThat(judge(software, export("CN"), "NLR", "9000", TOLD).questions())
                .anyMatch(question -> question.contains("tangible form"));
        intangible.put("tangible", "NO");
        assertThat(judge(software, export("CN"), "NLR", "9000", intangible).need())
                .isEqualTo(Need.NOT_REQUIRED);
        intangible.put("tangible", "YES");
        assertThat(judge(software, export("CN"), "NLR", "9000", intangible).need())
                .isEqualTo(Need.REQUIRED);
        Determination person = Cases.release("CN", Outcome.LICENSE_REQUIRED, null);
        assertThat(judge(Gate.technology("itm-1", 3), person, "D1234567", "9000", Map.of())
                        .need())
                .isEqualTo(Need.NOT_REQUIRED);
    }

    @Test
    void a_party_on_the_unverified_list_makes_every_value_count() {
        PartyState party = Gate.party("pty-1", 1, "DE", PartyState.Status.POSSIBLE_MATCH);
        PartyState unverified = new PartyState(
                party.id(),
                1,
                party.name(),
                party.country(),
                party.headquarters(),
                party.ultimateParentHeadquarters(),
                true,
                new PartyState.Screening(
                        PartyState.Status.POSSIBLE_MATCH,
                        List.of(new PartyState.Hit("UVL", "1", "L", "L", 0.9, null)),
                        List.of(),
                        Cases.NOW),
                null,
                Cases.NOW);
        Release release = release(export("DE"), "NLR", "10");
        Known known = ShipmentFacts.of(
                release,
                Dossier.of(release.determination(), item("EAR99", null), Map.of("pty-1", unverified), Cases.LAW),
                LicenseCodes.shipped(),
                TOLD);

        assertThat(INFORMATION.judge(known, TOLD).citation()).isEqualTo("15 CFR 758.1(b)(8)");
    }

    @ParameterizedTest(name = "{0}.{1} under {2}: {3}")
    @CsvSource({
        "3A090, a.1, D1234567, C30, D1234567",
        "3A090, a.1, NLR,      C32, NLR",
        "3A991, p,   NLR,      C33, NLR",
        "EAR99, ,    NLR,      C33, NLR",
        "5A002, a,   ENC,      C50, ENC",
        "3A001, b.2, STA,      C59, STA",
        "3A090, a.1, ACA,      C68, ACA",
        "3A090, a.1, NAC,      C67, ",
        "4A005, ,    ACE,      , ACE"
    })
    void the_license_code_follows_from_the_authority_and_is_asked_for_where_it_is_not_known(
            String eccn, @Nullable String paragraph, String authority, @Nullable String code, @Nullable String number) {
        Known known = known(item(eccn, paragraph), export("DE"), authority, "100000", TOLD);

        assertThat(known.shown("license.code")).isEqualTo(code);
        assertThat(known.shown("license.number")).isEqualTo(number);
        Filed filed = new Filed(INFORMATION.judge(known, TOLD));
        assertThat(filed.status("licenseCode")).isEqualTo(code == null ? Filled.Status.MISSING : Filled.Status.FILLED);
        assertThat(filed.status("licenseNumber"))
                .isEqualTo(number == null ? Filled.Status.MISSING : Filled.Status.FILLED);
        assertThat(filed.value("usml")).isEqualTo("NONE");
    }

    @ParameterizedTest(name = "{0}.{1} under {2}: {3}, printed {4}")
    @CsvSource({
        "3A090, a.1, D1234567, REQUIRED,     3A090.a",
        "3A090, b.2, ACA,      REQUIRED,     3A090.b",
        "4A090, a,   D1234567, REQUIRED,     4A090",
        "5A992, z.1, NLR,      REQUIRED,     5A992.z",
        "5A992, c,   NLR,      REQUIRED,     ",
        "3A991, p,   NLR,      REQUIRED,     ",
        "9A515, a,   D1234567, REQUIRED,     9A515",
        "EAR99, ,    NLR,      NOT_REQUIRED, ",
        "3A991, p,   GFT,      NOT_REQUIRED, ",
        "5A992, c,   BAG,      NOT_REQUIRED, "
    })
    void the_destination_control_statement_belongs_on_the_invoice_of_what_is_listed(
            String eccn, @Nullable String paragraph, String authority, Need need, @Nullable String printed) {
        OnInvoice invoice = CONTROL.judge(known(item(eccn, paragraph), export("DE"), authority, "1", TOLD));

        assertThat(invoice.need()).isEqualTo(need);
        assertThat(invoice.eccn()).isEqualTo(printed);
        assertThat(invoice.statement() == null).isEqualTo(need == Need.NOT_REQUIRED);
    }

    @Test
    void the_statement_has_the_words_of_the_law_to_the_letter() {
        OnInvoice invoice = CONTROL.judge(known(item("3A090", "a.1"), export("DE"), "NLR", "1", TOLD));

        assertThat(invoice.statement())
                .isEqualTo(
                        "These items are controlled by the U.S. Government and authorized for export only to the country of ultimate"
                                + " destination for use by the ultimate consignee or end-user(s) herein identified. They may not be resold,"
                                + " transferred, or otherwise disposed of, to any other country or to any person other than the authorized"
                                + " ultimate consignee or end-user(s), either in their original form or after being incorporated into other"
                                + " items, without first obtaining approval from the U.S. government or as otherwise authorized by U.S. law and"
                                + " regulations");
    }

    @Test
    void records_are_kept_five_years_from_the_latest_event_and_never_shorter_than_was_owed() {
        LocalDate exported = LocalDate.parse("2024-02-29");
        LocalDate reexported = LocalDate.parse("2026-05-01");
        Shipment plain = new Shipment(Map.of(), List.of());
        Shipment later =
                new Shipment(Map.of(), List.of(new KeptEvent(KeptEvent.Kind.REEXPORT_KNOWN, reexported, null)));

        assertThat(Retention.basis(null, plain)).isNull();
        assertThat(Retention.keepUntil(null, null)).isNull();
        assertThat(Retention.keepUntil(Retention.basis(exported, plain), null)).isEqualTo("2029-02-28");
        LocalDate longer = Retention.keepUntil(Retention.basis(exported, later), null);
        assertThat(longer).isEqualTo("2031-05-01");
        assertThat(Retention.keepUntil(Retention.basis(exported, plain), longer))
                .isEqualTo(longer);
        assertThat(Retention.keepUntil(null, longer)).isEqualTo(longer);
    }

    @Test
    void statements_are_filled_from_what_is_known_and_leave_the_rest_to_the_pen() {
        Statements statements = Statements.shipped();
        Known known = known(item("3A001", "b.2"), export("DE"), "STA", "5000", TOLD);

        String consignee = HtmlPaper.of(statements.ultimateConsigneeAndPurchaser(
                "rel-1", known, Map.of("consignee.address", "1 <Street>"), Cases.NOW));
        String trade = HtmlPaper.of(statements.strategicTradeAuthorization("rel-1", known, Cases.NOW));

        assertThat(consignee)
                .contains("party pty-1", "1 &lt;Street&gt;", "3A001.b.2", "5000", "Signature of an official", "____");
        assertThat(trade)
                .contains("740.16(a) or (b)", "(vi)", "3A001.b.2", "Signature for the consignee")
                .doesNotContain("(vii)");
        assertThat(HtmlPaper.of(statements.strategicTradeAuthorization(
                        "rel-1", known(item("3A611", "a"), export("DE"), "STA", "5000", TOLD), Cases.NOW)))
                .contains("(vii) and (viii)");
    }

    private record Filed(Filing filing) {
        Filled.Status status(String key) {
            return element(key).status();
        }

        @Nullable
        String value(String key) {
            return element(key).value();
        }

        private Filled element(String key) {
            return filing.elements().stream()
                    .filter(one -> one.key().equals(key))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Filing judge(
            String eccn,
            @Nullable String paragraph,
            String country,
            String authority,
            String value,
            Map<String, String> answers) {
        return judge(item(eccn, paragraph), export(country), authority, value, answers);
    }

    private static Filing judge(
            ItemState item, Determination determination, String authority, String value, Map<String, String> answers) {
        return INFORMATION.judge(known(item, determination, authority, value, answers), answers);
    }

    private static Known known(
            ItemState item, Determination determination, String authority, String value, Map<String, String> answers) {
        Release release = release(determination, authority, value);
        return ShipmentFacts.of(release, Cases.known(release.determination(), item), LicenseCodes.shipped(), answers);
    }

    private static Release release(Determination determination, String authority, String value) {
        Outcome outcome = authority.equals("NLR")
                ? Outcome.NO_LICENSE_REQUIRED
                : authority.startsWith("D") ? Outcome.LICENSE_REQUIRED : Outcome.EXCEPTION;
        String country = Objects.requireNonNull(determination.destination()).value();
        Determination decided = determination.transaction().toPerson()
                ? determination
                : Cases.export(country, outcome, outcome == Outcome.LICENSE_REQUIRED ? null : authority);
        return new Release(
                "rel-1",
                Decision.PERMITTED,
                authority,
                List.of("because"),
                BigDecimal.ONE,
                new Money(new BigDecimal(value), "USD"),
                decided,
                null,
                Cases.NOW);
    }

    private static Determination export(String country) {
        return Cases.export(country, Outcome.NO_LICENSE_REQUIRED, "NLR");
    }

    private static ItemState item(String eccn, @Nullable String paragraph) {
        ItemState like = Cases.accelerator();
        ItemState.Classification was = Objects.requireNonNull(like.classification());
        return new ItemState(
                like.id(),
                like.version(),
                like.name(),
                null,
                like.form(),
                new ItemState.Classification(
                        was.status(),
                        dev.portcullis.contracts.Eccn.of(eccn),
                        paragraph,
                        List.of(),
                        was.edition(),
                        1,
                        was.publication(),
                        null,
                        null,
                        null,
                        null,
                        List.of()),
                null,
                like.changedAt());
    }

    private static ItemState form(ItemState item, ItemState.Form form) {
        return new ItemState(
                item.id(), item.version(), item.name(), null, form, item.classification(), null, item.changedAt());
    }
}
