package dev.portcullis.platform.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who sent the request. Two callers are the same person exactly where their subjects are equal. */
@RequestScoped
public class Caller {
    @Inject
    JsonWebToken token;

    /** The token's subject, stable for the account's life. */
    public String subject() {
        String subject = token.getSubject();
        return subject == null ? name() : subject;
    }

    /** The account's name, for people to read; never to decide by. */
    public String name() {
        String name = token.getName();
        if (name == null) {
            throw new IllegalStateException("no caller: the operation declares no role");
        }
        return name;
    }
}
