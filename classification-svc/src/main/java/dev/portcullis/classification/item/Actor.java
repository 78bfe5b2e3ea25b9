package dev.portcullis.classification.item;

import dev.portcullis.platform.identity.Caller;

/**
 * Who did something.
 *
 * @param subject the account's subject, by which two actors are the same or not
 * @param name the account's name, for people to read
 */
public record Actor(String subject, String name) {
    /** The service itself, where it works a classification out again. */
    public static final Actor SERVICE = new Actor("portcullis", "classification-svc");

    /** The caller of a request. */
    public static Actor of(Caller caller) {
        return new Actor(caller.subject(), caller.name());
    }
}
