package dev.portcullis.personnel.attestation;

import dev.portcullis.personnel.attestation.Attested.Alternative;
import dev.portcullis.personnel.attestation.Attested.Behind;
import dev.portcullis.platform.document.FactList;
import dev.portcullis.platform.document.Paper;
import dev.portcullis.platform.document.Paper.Tone;
import dev.portcullis.platform.document.Part;
import dev.portcullis.platform.document.Words;
import java.util.stream.Collectors;

/** An attestation as a document, to be held beside the form: which box, why, and the determinations behind it. */
final class AttestationPaper {
    private AttestationPaper() {}

    static Paper of(Attestation attestation, Attested attested, FormText form) {
        boolean approved = attestation.state() == Attestation.State.APPROVED;
        Alternative alternative = attested.alternative();
        Paper.Draft draft = new Paper.Draft();
        draft.heading(form.form());
        draft.text(form.title() + ".");
        draft.add(new FactList()
                .add("Beneficiary", attested.personId())
                .add("Petition", attested.petition().onForm())
                .add("State of this attestation", Words.capital(Words.small(attestation.state())))
                .add("Drafted", Words.time(attested.draftedAt()))
                .add("Drafted by", attestation.draftedBy())
                .add("Decided by", attestation.decidedBy())
                .part());
        draft.text(form.reviewed());
        switch (alternative) {
            case LICENSE_NOT_REQUIRED -> box(draft, form.notRequired());
            case LICENSE_REQUIRED -> box(draft, form.required());
            case UNDETERMINED ->
                draft.text("Neither box may be checked: a question is open, and a compliance officer must settle it.");
        }
        draft.heading("Why");
        draft.add(new FactList()
                .add("Department of Commerce (EAR)", Words.capital(Words.small(attested.commerce())))
                .add("Department of State (ITAR), as a person answered", Words.capital(Words.small(attested.state())))
                .part());
        draft.add(new Part.Table(
                "Determinations behind the attestation",
                java.util.List.of("Item", "Answer", "License", "Determination", "Law"),
                java.util.List.of(1.6, 1.2, 1.0, 1.8, 2.2),
                attested.determinations().stream().map(AttestationPaper::row).toList()));
        draft.text(form.source() + ".");
        draft.heading("Signatures");
        draft.add(Part.Signature.of("For the petitioner", "Date"));
        return new Paper(
                "Export control attestation",
                form.form() + "; 15 CFR 734.13(a)(2), (b)",
                alternative == Alternative.UNDETERMINED
                        ? "Not to be filed: a question is open."
                        : (approved ? "" : "Draft. ") + "Box: "
                                + (alternative == Alternative.LICENSE_REQUIRED ? form.required() : form.notRequired())
                                        .box(),
                approved ? "Approved" : Words.capital(Words.small(attestation.state())),
                approved ? Tone.OPEN : Tone.WAITS,
                draft.parts(),
                attestation.changedAt(),
                attestation.id());
    }

    private static void box(Paper.Draft draft, FormText.Box box) {
        draft.add(new Part.Quote(box.box() + ": " + box.text()));
    }

    private static java.util.List<String> row(Behind behind) {
        return java.util.List.of(
                behind.itemId(),
                Words.capital(Words.small(behind.access())),
                behind.license() == null ? "" : behind.license(),
                behind.determination() == null ? "none" : behind.determination() + " version " + behind.version(),
                behind.reasons().stream().map(reason -> reason.citation()).collect(Collectors.joining("; ")));
    }
}
