package dev.portcullis.personnel.person;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.portcullis.personnel.nationality.UsPersonBasis;

/** What a fact counts for that no second person has verified. The deployment decides it; nothing but its word lets one count. */
public enum UnverifiedFacts {
    /** It counts as HR tells it, and is asked for evidence. */
    COUNT,
    /** It counts for nothing: the person is undetermined until each fact that matters is verified. */
    WITHHOLD;

    /** Whether a fact that matters is not verified. Of US persons only the basis matters: of what else they are nobody asks. */
    static boolean any(ObjectNode attributes) {
        String basis =
                attributes.path(ExportControlFacts.SCHEMA).path("usPersonBasis").asText("");
        boolean usPerson = !basis.isEmpty() && !basis.equals(UsPersonBasis.NONE.name());
        return Verifications.facts(attributes).stream()
                .filter(fact -> !usPerson || fact.kind() == Verifications.Kind.US_PERSON_BASIS)
                .anyMatch(fact -> !fact.verified());
    }
}
