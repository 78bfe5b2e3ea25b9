package dev.portcullis.screening.casefile;

import dev.portcullis.screening.cases.Case;

/**
 * A decision that stands last in its case.
 *
 * @param caseId the case
 * @param party the party's id
 * @param list the code of the list
 * @param entryId the entry's id
 * @param outcome what two people found
 * @param profile the version of the matching profile that found the hit
 * @param score the hit's score
 */
public record DecidedCase(
        String caseId, String party, String list, String entryId, Case.Outcome outcome, String profile, double score) {}
