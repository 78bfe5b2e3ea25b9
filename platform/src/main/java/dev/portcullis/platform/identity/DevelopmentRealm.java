package dev.portcullis.platform.identity;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Refuses tokens of the development realm, whose secrets everybody knows, wherever the production profile is active. That realm
 * marks each of its tokens with {@value #CLAIM}.
 */
@ApplicationScoped
public class DevelopmentRealm implements SecurityIdentityAugmentor {
    static final String CLAIM = "portcullis_development_realm";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!identity.isAnonymous()
                && identity.getPrincipal() instanceof JsonWebToken token
                && token.getClaim(CLAIM) != null
                && isProduction()) {
            return Uni.createFrom()
                    .failure(new AuthenticationFailedException(
                            "a token of the development realm is not accepted in production"));
        }
        return Uni.createFrom().item(identity);
    }

    /** Whether this is a production start: none of the profiles for work on one machine is active. */
    public static boolean isProduction() {
        return LaunchMode.current() == LaunchMode.NORMAL
                && ConfigUtils.getProfiles().stream().noneMatch(profile -> profile.equals("local"));
    }
}
