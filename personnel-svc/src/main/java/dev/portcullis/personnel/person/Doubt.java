package dev.portcullis.personnel.person;

import dev.portcullis.personnel.nationality.Assessment.Reason;

/**
 * Why less is told of a person than the facts on record say. A doubt stands from what raised it until that is settled; while any
 * stands, the person's standing is undetermined for other services, whatever the facts read.
 */
public enum Doubt {
    /** A message about the person could not be applied exactly. */
    HR_MESSAGE_REFUSED(
            "A message about the person could not be applied exactly, and what it had to say is not on record.",
            "What does the HR system hold of the person? A whole record from the same source settles this.",
            false),
    /** As above, and the message may have said that the person left: until it is settled the person is told as inactive. */
    EMPLOYMENT_UNCLEAR(
            "A message that may have ended the person's employment could not be applied exactly.",
            "Does the person still work here? A whole record from the same source settles this.",
            true),
    /** Sources say different things of the person's nationality. */
    SOURCES_DISAGREE(
            "Sources say different things of the person's nationality, and it is not known which is wrong.",
            "Which of the sources is right? The case that is open settles this.",
            false),
    /** A fact that matters was not verified by a second person, and the deployment lets no such fact count. */
    FACTS_UNVERIFIED(
            "A fact that matters has not been verified by a second person.",
            "Who has seen evidence of the facts on record, and who has checked it?",
            false);

    private static final String CITATION = "Company rule: what is not known never permits";

    private final String statement;
    private final String question;
    private final boolean inactive;

    Doubt(String statement, String question, boolean inactive) {
        this.statement = statement;
        this.question = question;
        this.inactive = inactive;
    }

    /** What holds, and by which rule. */
    Reason reason() {
        return new Reason(statement, CITATION);
    }

    /** What must be asked to settle it. */
    String question() {
        return question;
    }

    /** Whether the person is told as inactive, too. */
    boolean inactive() {
        return inactive;
    }
}
