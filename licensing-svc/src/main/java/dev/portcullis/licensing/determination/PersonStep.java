package dev.portcullis.licensing.determination;

import dev.portcullis.contracts.PersonState;
import dev.portcullis.licensing.determination.Step.Used;
import dev.portcullis.licensing.facts.KnownFact;
import java.util.ArrayList;
import java.util.List;

/** To whom is it released? 15 CFR 734.13(a)(2) and (b), 734.14(a)(2), 772.1. */
final class PersonStep {
    enum Standing {
        /** No person is part of the transaction. */
        NONE,
        US_PERSON,
        FOREIGN,
        UNKNOWN
    }

    private PersonStep() {}

    static Standing judge(Walk walk) {
        KnownFact<PersonState> fact = walk.facts.person();
        String question = "Who receives the technology or source code?";
        if (fact == null) {
            walk.asks(question, List.of(), "Name the person who receives it.", "15 CFR 734.13(a)(2)");
            return Standing.UNKNOWN;
        }
        PersonState person = FactSteps.usable(walk, fact, "person", question);
        if (person == null) {
            return Standing.UNKNOWN;
        }
        List<Used> source = FactSteps.source(fact, "person");
        if (person.status() != PersonState.Status.ACTIVE) {
            walk.prohibits(
                    question, source, "The person does not work here now: nothing is released.", "company record");
            return Standing.UNKNOWN;
        }
        if (person.authorizedUntil() != null && walk.law.day().isAfter(person.authorizedUntil())) {
            walk.prohibits(
                    question,
                    source,
                    "The work authorization on which the record rests ended on " + person.authorizedUntil() + ".",
                    "company record");
            return Standing.UNKNOWN;
        }
        return switch (person.standing()) {
            case US_PERSON -> {
                walk.permits(
                        question,
                        source,
                        "The person is no foreign person: a release is no deemed export.",
                        "15 CFR 734.13(a)(2), 772.1");
                yield Standing.US_PERSON;
            }
            case UNDETERMINED -> {
                walk.asks(
                        question,
                        source,
                        "The person's most recent citizenship or permanent residency is not settled: HR must complete the record.",
                        "15 CFR 734.13(b)");
                yield Standing.UNKNOWN;
            }
            case FOREIGN_PERSON -> {
                walk.destination = person.deemedExportCountry();
                List<Used> used = new ArrayList<>(source);
                used.add(new Used(
                        "deemedExportCountry",
                        String.valueOf(person.deemedExportCountry()),
                        "person " + fact.id() + " version " + fact.version()));
                walk.passes(
                        question,
                        used,
                        "A release counts as an export to the person's most recent country of citizenship or permanent residency.",
                        "15 CFR 734.13(b)");
                yield Standing.FOREIGN;
            }
        };
    }
}
