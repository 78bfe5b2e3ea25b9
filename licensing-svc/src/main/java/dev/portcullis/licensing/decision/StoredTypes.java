package dev.portcullis.licensing.decision;

import dev.portcullis.contracts.CountryCode;
import dev.portcullis.contracts.DeterminationState;
import dev.portcullis.contracts.Eccn;
import dev.portcullis.contracts.FeedHeartbeat;
import dev.portcullis.contracts.ItemState;
import dev.portcullis.contracts.LicenseState;
import dev.portcullis.contracts.Money;
import dev.portcullis.contracts.PartyState;
import dev.portcullis.contracts.PersonState;
import dev.portcullis.contracts.ReleaseState;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** Keeps for the native executable the records that are read from and written as JSON and that know no framework themselves. */
@RegisterForReflection(
        registerFullHierarchy = true,
        targets = {
            CountryCode.class,
            Eccn.class,
            Money.class,
            FeedHeartbeat.class,
            ItemState.class,
            ItemState.Classification.class,
            PartyState.class,
            PartyState.Screening.class,
            PartyState.Hit.class,
            PartyState.ListEdition.class,
            PersonState.class,
            DeterminationState.class,
            LicenseState.class,
            LicenseState.Line.class,
            ReleaseState.class
        })
final class StoredTypes {
    private StoredTypes() {}
}
