package dev.portcullis.licensing.record;

import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** All about one transaction, as one file. */
@Path("/v1/releases/{id}/archive")
@Tag(name = "records")
public class ArchiveResource {
    private static final String ZIP = "application/zip";

    @Inject
    Archives archives;

    @Inject
    Packing packing;

    @Inject
    Caller caller;

    @Inject
    Clock clock;

    @GET
    @RolesAllowed(Roles.AUDITOR)
    @Produces(ZIP)
    @Operation(summary = "All about one release as one archive, for an audit", description = """
            Release and determination byte for byte as stored and as HTML and PDF/A, the record with what a filing takes, the destination
            control statement, statements to be signed, applications with their packages, the ledger's proof of each, and at the end
            `manifest.json` with the SHA-256 of every part. It is sent as it is made: a file that ends early has no directory and does not
            open.
            """)
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "404", description = "There is no permitted release with this id")
    public RestMulti<byte[]> archive(@PathParam("id") String id) {
        Instant now = clock.instant();
        String by = caller.subject();
        return RestMulti.fromUniResponse(
                archives.of(id, now),
                bundle -> packed(bundle, by, now),
                bundle -> Map.of(
                        "Content-Disposition",
                        List.of("attachment; filename=\""
                                + bundle.whole().view().releaseId() + ".zip\"")));
    }

    /** The archive as it grows: a part is made when the one before it is on its way. */
    private Multi<byte[]> packed(Bundle bundle, String by, Instant now) {
        Archive archive = new Archive(bundle.whole().release().decidedAt());
        Multi<byte[]> parts = Multi.createFrom()
                .iterable(packing.parts(bundle, now))
                .emitOn(Infrastructure.getDefaultWorkerPool(), 1)
                .map(part -> archive.add(part.name(), part.content().get()));
        Multi<byte[]> end = Multi.createFrom().item(() -> {
            byte[] manifest = archive.add("manifest.json", packing.manifest(bundle, archive.entries(), by, now));
            byte[] directory = archive.finish();
            byte[] last = Arrays.copyOf(manifest, manifest.length + directory.length);
            System.arraycopy(directory, 0, last, manifest.length, directory.length);
            return last;
        });
        return Multi.createBy().concatenating().streams(parts, end);
    }
}
