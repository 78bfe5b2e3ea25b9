package dev.portcullis.licensing.regulation;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.Eccn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The law as it stood on one day. Immutable; safe for use by several threads. */
public final class Regulations {
    private final LawData data;
    private final LocalDate day;
    private final CountryGroups groups;
    private final Map<Eccn, Candidates> exceptions = new ConcurrentHashMap<>();
    private final Map<Eccn, Controls> controls = new ConcurrentHashMap<>();
    private final Map<CountryCode, List<Embargo>> embargoes = new ConcurrentHashMap<>();
    private final List<ReviewPolicyRule> reviewPolicies;

    private final String ownershipInWords;
    private final String ownershipCitations;

    private record Candidates(List<OpenException> exceptions, List<GeneralRestriction> restrictions) {}

    private record Controls(List<ControlRow> inForce, boolean otherReasons) {}

    Regulations(LawData data, LocalDate day) {
        this.data = data;
        this.day = day;
        this.groups = CountryGroups.asOf(day, data.countryGroups(), data.countryGroupChanges());
        this.ownershipInWords =
                data.ownershipRules().stream().map(this::standing).collect(Collectors.joining("; "));
        this.ownershipCitations =
                data.ownershipRules().stream().map(OwnershipRule::citation).collect(Collectors.joining("; "));
        this.reviewPolicies = data.reviewPolicies().stream()
                .filter(rule -> rule.effectiveFrom() == null || !day.isBefore(rule.effectiveFrom()))
                .toList();
    }

    public LocalDate day() {
        return day;
    }

    /** Whether the shipped data speaks of the day at all; an earlier day is answered by nobody. */
    public boolean isCovered() {
        return !day.isBefore(data.coverageFrom());
    }

    /** Whether an entry and paragraph are known to have no reason for control but AT, although the entry has others. */
    public boolean isAntiTerrorismOnly(String entryAndParagraph) {
        return data.antiTerrorismOnly().stream().anyMatch(scope -> scope.holds(entryAndParagraph, List.of()));
    }

    /** Whether the entry has, on any day, a reason for control beside AT. */
    public boolean hasOtherReasons(Eccn eccn) {
        return controls.computeIfAbsent(eccn, this::controls).otherReasons();
    }

    /** The lists without which a party is not screened. */
    public Set<String> requiredLists() {
        return data.requiredLists();
    }

    /** The rules on ownership by listed parties, in force or not. */
    public List<OwnershipRule> ownershipRules() {
        return data.ownershipRules();
    }

    /** How each rule on ownership stands on the day, in words. */
    public String ownershipInWords() {
        return ownershipInWords;
    }

    /** Where the rules on ownership stand. */
    public String ownershipCitations() {
        return ownershipCitations;
    }

    private String standing(OwnershipRule rule) {
        OwnershipRule.Period period = rule.on(day);
        return rule.what() + " is " + (period == null ? "not made yet" : period.standing());
    }

    /** The edition of the regulations from which the data was compiled. */
    public String edition() {
        return data.edition();
    }

    /** The last day up to which the compiled text holds every change; a later change is here only where it was published before. */
    public LocalDate editionDay() {
        return data.editionDay();
    }

    /** The first day that the data speaks of. */
    public LocalDate coverageFrom() {
        return data.coverageFrom();
    }

    public CountryGroups groups() {
        return groups;
    }

    public CountryChart chart() {
        return data.chart();
    }

    /** What is subject to the EAR, and what is an export. */
    public Jurisdiction jurisdiction() {
        return data.jurisdiction();
    }

    /** What the footnotes of a country's row ask for. */
    public List<ChartFootnote> footnotes(CountryChart.Row row) {
        if (row.footnotes().isEmpty()) {
            return List.of();
        }
        return data.chartFootnotes().stream()
                .filter(footnote -> row.footnotes().contains(footnote.footnote()))
                .toList();
    }

    /**
     * The reasons for control of an entry that are in force; empty where the shipped data does not know the entry, which permits
     * nothing.
     */
    public List<ControlRow> controlRows(Eccn eccn) {
        return controls.computeIfAbsent(eccn, this::controls).inForce();
    }

    private Controls controls(Eccn eccn) {
        List<ControlRow> rows = data.controls().rows(eccn, day);
        return new Controls(
                rows.stream()
                        .filter(row -> row.ruleId() == null || rule(row.ruleId()) != null)
                        .toList(),
                rows.stream().anyMatch(row -> !row.isAntiTerrorism()));
    }

    /** Whether the rows of an entry are all that its table has, so that a paragraph that only AT speaks of has no other reason. */
    public boolean isWhole(Eccn eccn) {
        return data.controls().isWhole(eccn);
    }

    /** Whether an entry's items are under another agency's jurisdiction (15 CFR 734.3(b)(1)). */
    public boolean isOtherAgency(Eccn eccn) {
        return data.controls().otherAgency().contains(eccn);
    }

    /** The entries of the control list of the edition. */
    public Set<Eccn> entries() {
        return data.controls().listed();
    }

    /** What an entry says of license exceptions. */
    public List<ListBasedException> listBasedExceptions(Eccn eccn) {
        return data.controls().exceptions().getOrDefault(eccn, List.of());
    }

    /** A prose rule; null where it is not in force on the day. */
    public @Nullable LicenseRule rule(String id) {
        LicenseRule rule = data.rules().get(id);
        return rule != null && rule.isInForce(day) ? rule : null;
    }

    /** The controls of Part 746 on a destination. */
    public List<Embargo> embargoes(CountryCode country) {
        return embargoes.computeIfAbsent(
                country,
                key -> data.embargoes().stream()
                        .filter(embargo -> embargo.countries().contains(key))
                        .toList());
    }

    /** What a list means for its parties. */
    public ListEffect listEffect(String list) {
        ListEffect effect = data.listEffects().get(list);
        return effect != null ? effect : data.otherLists();
    }

    /** The rules of an end use in the order in which they are tried; empty where the code is not known. */
    public List<EndUse> endUses(String code) {
        return data.endUses().getOrDefault(code, List.of());
    }

    /** The restrictions on all license exceptions that may speak of an entry's items. */
    public List<GeneralRestriction> generalRestrictions(Eccn eccn) {
        return exceptions.computeIfAbsent(eccn, this::candidates).restrictions();
    }

    /** The license exceptions that are in force and may be open to an entry's items, in the order in which they are tried. */
    public List<OpenException> exceptions(Eccn eccn) {
        return exceptions.computeIfAbsent(eccn, this::candidates).exceptions();
    }

    private Candidates candidates(Eccn eccn) {
        return new Candidates(
                data.exceptions().stream()
                        .filter(exception -> exception.isInForce(day) && isOpen(exception, eccn))
                        .map(exception -> OpenException.of(exception, eccn, listBasedExceptions(eccn)))
                        .toList(),
                data.generalRestrictions().stream()
                        .filter(restriction -> speaksOf(restriction, eccn))
                        .toList());
    }

    private boolean isOpen(LicenseException exception, Eccn eccn) {
        boolean named =
                exception.items().isEmpty() || exception.items().stream().anyMatch(item -> item.mayHold(eccn));
        boolean listed = !exception.listBased()
                || listBasedExceptions(eccn).stream()
                        .anyMatch(one -> one.symbol().equals(exception.symbol())
                                && one.eligibility() != ListBasedException.Eligibility.RESTRICTED);
        return named && listed;
    }

    private static boolean speaksOf(GeneralRestriction restriction, Eccn eccn) {
        return (restriction.entries() == null
                        || restriction.entries().matcher(eccn.value()).matches())
                && (restriction.items().isEmpty()
                        || restriction.items().stream().anyMatch(item -> item.mayHold(eccn)));
    }

    /** Review policies that are in force, in the order in which they are tried. */
    public List<ReviewPolicyRule> reviewPolicies() {
        return reviewPolicies;
    }
}
