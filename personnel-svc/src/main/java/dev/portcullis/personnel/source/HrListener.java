package dev.portcullis.personnel.source;

import dev.portcullis.platform.identity.Roles;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;

/** Hears HR wherever it reads or writes persons: whatever was answered well to an account of HR counts as its word. */
@Provider
public class HrListener implements ContainerResponseFilter {
    private static final String SCIM = "/scim/";

    @Inject
    HrSources sources;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var security = request.getSecurityContext();
        if (response.getStatus() / 100 == 2
                && request.getUriInfo().getPath().startsWith(SCIM)
                && security.getUserPrincipal() != null
                && security.isUserInRole(Roles.HR_SYNC)) {
            sources.overhear(security.getUserPrincipal().getName(), Instant.now());
        }
    }
}
