package dev.portcullis.classification.determination;

import dev.portcullis.classification.controllist.ControlList;
import dev.portcullis.classification.controllist.ControlListEntry;
import dev.portcullis.classification.controllist.ControlListFile;
import dev.portcullis.classification.controllist.Law;
import dev.portcullis.classification.controllist.OtherLists;
import dev.portcullis.classification.controllist.OtherLists.Numbers;
import dev.portcullis.classification.datasheet.Datasheet;
import dev.portcullis.classification.determination.Classification.AsEnforced;
import dev.portcullis.classification.determination.Classification.CompanyTrigger;
import dev.portcullis.classification.determination.Classification.Figures;
import dev.portcullis.classification.determination.Classification.Remark;
import dev.portcullis.classification.facts.CircuitFacts;
import dev.portcullis.classification.facts.FactValue;
import dev.portcullis.classification.facts.Outcome;
import dev.portcullis.classification.facts.Subject;
import dev.portcullis.classification.facts.Subjects;
import dev.portcullis.classification.program.Decision;
import dev.portcullis.classification.program.DecisionProgram;
import dev.portcullis.classification.rules.CompanyPolicy;
import dev.portcullis.classification.rules.JurisdictionRule;
import dev.portcullis.classification.rules.ParagraphRef;
import dev.portcullis.classification.rules.Posture;
import dev.portcullis.classification.rules.Rule;
import dev.portcullis.classification.rules.RuleBook;
import dev.portcullis.classification.rules.Trigger;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.ItemState.Publication;
import dev.portcullis.contracts.ItemState.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks the control list in the order of review and gives the first paragraph that a datasheet meets, with every criterion shown. A
 * paragraph that stands open for want of a fact stops the answer; an item that no paragraph describes is EAR99 only after all of
 * them were answered no. Knows no threshold, no date and no entry of its own: those are the rules'.
 */
public final class Classifier {
    private static final OtherLists OTHERS = ControlListFile.otherLists();

    private final ControlList list;
    private final RuleBook rules;
    private final CompanyPolicy policy;
    private final Subjects subjects;

    /** The program of the day that was last asked for; null before. Whoever races compiles the same again. */
    private volatile @Nullable DecisionProgram program;

    /** Asks the law alone. */
    public Classifier(Law law) {
        this(law, CompanyPolicy.NONE);
    }

    /** Asks the law, and beside it the company. */
    public Classifier(Law law, CompanyPolicy policy) {
        this.list = law.list();
        this.rules = law.rules();
        this.policy = policy;
        this.subjects = new Subjects(law.rules());
    }

    /**
     * Classifies.
     *
     * @param datasheet the facts, components and relations looked up
     * @param asOf the day whose law applies
     * @throws IllegalArgumentException where the rules know nothing of that day
     */
    public Classification classify(Datasheet datasheet, LocalDate asOf) {
        if (asOf.isBefore(rules.historyFrom())) {
            throw new IllegalArgumentException("the rules' history begins on " + rules.historyFrom());
        }
        return classify(subjects.of(datasheet), asOf);
    }

    /** Compares two datasheets of one form by the law of a day; see {@link #classify} for what it throws. */
    public Comparison compare(Datasheet from, Datasheet to, LocalDate asOf) {
        Classification before = classify(from, asOf);
        Classification after = classify(to, asOf);
        return new Comparer(rules, subject -> classify(subject, asOf))
                .compare(subjects.of(from), before, subjects.of(to), after);
    }

    private Classification classify(Subject subject, LocalDate asOf) {
        Evaluation evaluation = new Evaluation(rules, asOf);
        List<Candidate> jurisdiction = rules.jurisdiction(subject.kind(), asOf).stream()
                .map(rule -> jurisdiction(rule, evaluation, subject))
                .toList();
        Outcome notSubject =
                Outcome.any(jurisdiction.stream().map(Candidate::outcome).toList());
        Walk walk = Walk.of(rules.rules(subject.kind(), asOf), evaluation, subject);
        return answer(subject, asOf, evaluation, jurisdiction, notSubject, walk);
    }

    /**
     * What the law says of a datasheet, without the reasons and without the company's triggers: what {@link #classify} says, faster.
     *
     * @param datasheet the facts, components and relations looked up
     * @param asOf the day whose law applies
     * @throws IllegalArgumentException where the rules know nothing of that day
     */
    public Decision decide(Datasheet datasheet, LocalDate asOf) {
        DecisionProgram latest = program;
        if (latest == null || !latest.asOf().equals(asOf)) {
            latest = DecisionProgram.compile(rules, asOf);
            program = latest;
        }
        return latest.decide(datasheet);
    }

    private Classification answer(
            Subject subject,
            LocalDate asOf,
            Evaluation evaluation,
            List<Candidate> jurisdiction,
            Outcome notSubject,
            Walk walk) {
        Status status = walk.status();
        ParagraphRef decided = walk.paragraph();
        if (notSubject == Outcome.MET && status != Status.CLASSIFIED) {
            // No entry matters to an item that the EAR does not reach.
            status = Status.CLASSIFIED;
            decided = null;
        }
        Eccn eccn = decided == null ? null : decided.eccn();
        if (eccn != null && eccn.isEar99() && notSubject == Outcome.MET) {
            eccn = null;
        }
        List<CompanyTrigger> company = company(subject, asOf, evaluation);
        List<String> reviews = new ArrayList<>(status == Status.REVIEW ? walk.reviews() : List.of());
        company.stream().filter(CompanyTrigger::callsForReview).forEach(trigger -> {
            reviews.add("Company policy, not law: " + trigger.title() + ". " + trigger.review());
            reviews.addAll(MissingFacts.questions(trigger.criteria(), rules));
        });
        String summary = Summary.of(status, notSubject, decided, walk, rules);
        if (status == Status.CLASSIFIED && !reviews.isEmpty()) {
            status = Status.REVIEW;
            summary += " " + String.join(" ", reviews);
        }
        Posture posture = decided == null || walk.decider() == null
                ? null
                : walk.decider().posture();
        ControlListEntry entry = eccn == null ? null : list.entry(eccn).orElse(null);
        @Nullable Numbers otherLists = entry == null ? null : OTHERS.of(entry).orElse(null);
        String residual = eccn == null ? null : rules.residual().title();
        return new Classification(
                status,
                notSubject.not(),
                eccn,
                decided == null ? null : decided.paragraph(),
                entry == null ? residual : entry.title(),
                otherLists,
                Relations.matched(subject, walk.decider(), rules),
                posture,
                asEnforced(subject, asOf, evaluation, walk),
                summary,
                asOf,
                list.edition(),
                figures(subject, notSubject),
                status == Status.INSUFFICIENT_DATA ? MissingFacts.of(walk, rules) : List.of(),
                reviews,
                remarks(subject, evaluation),
                jurisdiction,
                walk.candidates(),
                company);
    }

    private List<CompanyTrigger> company(Subject subject, LocalDate asOf, Evaluation evaluation) {
        List<CompanyTrigger> company = new ArrayList<>();
        for (Trigger trigger : policy.triggers()) {
            if (trigger.appliesTo().contains(subject.kind()) && trigger.isEffective(asOf)) {
                Finding finding = evaluation.find(trigger.when(), subject);
                company.add(new CompanyTrigger(
                        trigger.id(),
                        trigger.title(),
                        trigger.basis(),
                        finding.outcome() != Outcome.NOT_MET,
                        trigger.review(),
                        finding));
            }
        }
        return company;
    }

    private @Nullable AsEnforced asEnforced(Subject subject, LocalDate asOf, Evaluation evaluation, Walk walk) {
        if (walk.candidates().stream()
                .noneMatch(candidate ->
                        candidate.posture() != Posture.IN_FORCE && candidate.outcome() != Outcome.NOT_MET)) {
            return null;
        }
        List<Rule> enforced = rules.rules(subject.kind(), asOf).stream()
                .filter(rule -> rule.posture(asOf) == Posture.IN_FORCE)
                .toList();
        Walk other = Walk.of(enforced, evaluation, subject);
        ParagraphRef paragraph = other.paragraph();
        return new AsEnforced(
                other.status(),
                paragraph == null ? null : paragraph.eccn(),
                paragraph == null ? null : paragraph.paragraph());
    }

    private static Candidate jurisdiction(JurisdictionRule rule, Evaluation evaluation, Subject subject) {
        Finding finding = evaluation.find(rule.when(), subject);
        return new Candidate(
                rule.id(),
                null,
                rule.title(),
                finding.outcome(),
                Posture.IN_FORCE,
                rule.effectiveFrom(),
                rule.effectiveTo(),
                rule.citation(),
                finding,
                List.of(),
                null);
    }

    private static Figures figures(Subject subject, Outcome notSubject) {
        Publication publication = switch (notSubject) {
            case MET -> Publication.PUBLISHED;
            case NOT_MET -> Publication.NOT_PUBLISHED;
            case UNKNOWN -> Publication.UNKNOWN;
        };
        return new Figures(
                figure(subject, CircuitFacts.TPP),
                figure(subject, CircuitFacts.DENSITY),
                figure(subject, CircuitFacts.DRAM),
                subject.value(CircuitFacts.DATA_CENTER) instanceof FactValue.Flag flag ? flag.value() : null,
                figure(subject, "trainingOperations"),
                publication);
    }

    private static @Nullable BigDecimal figure(Subject subject, String fact) {
        return subject.value(fact) instanceof FactValue.Figure figure ? figure.value() : null;
    }

    private List<Remark> remarks(Subject subject, Evaluation evaluation) {
        List<Remark> remarks = new ArrayList<>();
        for (RuleBook.Remark remark : rules.remarks()) {
            boolean concerns = remark.appliesTo().contains(subject.kind());
            boolean said = Optional.ofNullable(remark.when())
                    .map(when -> evaluation.find(when, subject).outcome() == Outcome.MET)
                    .orElse(true);
            if (concerns && said) {
                remarks.add(new Remark(remark.text(), remark.citation()));
            }
        }
        return remarks;
    }
}
