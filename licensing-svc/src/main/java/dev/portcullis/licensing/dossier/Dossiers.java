package dev.portcullis.licensing.dossier;

import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.licensing.criteria.Known;
import dev.portcullis.licensing.decision.Determination;
import dev.portcullis.licensing.decision.ExportAdministrationRegulations;
import dev.portcullis.licensing.facts.Facts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Gathers what is known of a transaction now. */
@ApplicationScoped
public class Dossiers {
    @Inject
    Facts facts;

    @Inject
    ExportAdministrationRegulations law;

    @Inject
    Applicant applicant;

    /** What is known here now, whatever the age of its feed: a form is looked at by people, and permits nothing. */
    public Known.Gathering of(Determination determination, Instant now) {
        ItemState item = facts.item(determination.transaction().itemId(), now).value();
        Map<String, PartyState> parties = new HashMap<>();
        for (String id : determination.transaction().partyIds()) {
            PartyState party = facts.party(id, now).value();
            if (party != null) {
                parties.put(id, party);
            }
        }
        return Dossier.of(determination, item, parties, law.on(determination.asOf()))
                .text("applicant.name", applicant.name().orElse(null))
                .text("applicant.address", applicant.address().orElse(null))
                .text("applicant.ein", applicant.ein().orElse(null))
                .text("applicant.contact", applicant.contact().orElse(null))
                .text("applicant.telephone", applicant.telephone().orElse(null));
    }
}
