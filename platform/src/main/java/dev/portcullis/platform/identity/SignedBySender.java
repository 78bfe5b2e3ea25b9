package dev.portcullis.platform.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation for a sender that has no token and signs what it sends instead, as webhooks do. It must verify the signature over the
 * bytes of the body before anything else, refuse what is stale or came before, and treat what it says as a hint at the most.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface SignedBySender {
    /** How it is signed, and what verifies it. */
    String value();
}
