package dev.portcullis.personnel.intake;

import dev.portcullis.personnel.intake.FileView.LineView;
import dev.portcullis.personnel.person.RefusedMessages.Channel;
import dev.portcullis.personnel.privacy.KeyUnavailableException;
import dev.portcullis.platform.identity.Caller;
import dev.portcullis.platform.identity.Roles;
import dev.portcullis.platform.paging.Page;
import dev.portcullis.platform.paging.PageRequest;
import dev.portcullis.platform.problem.Problems;
import dev.portcullis.platform.rows.UnreadableFileException;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Delta files over HTTP. */
@Path("/v1/intake-files")
@Tag(name = "Intake", description = "Facts of persons from systems that do not speak SCIM")
@Produces(MediaType.APPLICATION_JSON)
public class FileResource {
    private static final int LARGEST = 64 << 20;
    private static final String CSV = """
            Employee ID,User Name,Legal First Name,Legal Last Name,Worker Status,Business Title,Cost Center,Citizenship Country,\
            Citizenship Date,Additional Citizenship Country,Additional Citizenship Date,US Person Basis,Visa Type,\
            Visa Expiration Date,Worker Type,Hire Date
            4021,a.rao@example.com,Asha,Rao,Active,Engineer,R&D,IND,01/31/1990,GBR,06/07/2019,None,H-1B,09/30/2028,Regular,03/01/2024
            """;
    private static final String FILE = """
            {"id":"itf-01k9zq0v5m8y3h2t7n4c6w1xrd","feed":"workday","state":"DONE","dryRun":false,"lines":100,"doneLines":100,
             "created":2,"changed":10,"unchanged":87,"refused":1,"startedBy":"b7f2c1d0-1f6f-4c62-9f0b-7d3f5a0a8b11",
             "startedAt":"2026-11-29T09:00:00Z","touchedAt":"2026-11-29T09:00:04Z"}""";
    private static final String LINE =
            "{\"line\":17,\"outcome\":\"REFUSED\",\"personId\":\"per-01k9zq0v5m8y3h2t7n4c6w1xrd\",\"reason\":\"NOT_A_USER\"}";

    /** One file at a time: each is held in memory. */
    private final Semaphore turn = new Semaphore(1);

    @Inject
    Feeds feeds;

    @Inject
    DeltaFiles files;

    @Inject
    Caller caller;

    @POST
    @Consumes("text/csv")
    @Blocking
    @RolesAllowed(Roles.HR_SYNC)
    @Operation(summary = "Apply a delta file", description = """
            Comma-separated values in UTF-8 with a header, up to 200,000 lines and 64 MB, read by the feed's mapping. Each column must be mapped
            or ignored by it. The form of the whole file is checked first; then each line is applied exactly, or refused with the gate closed
            for the person. The same file acts once: where it broke off it goes on, and where it is done the answer is the same. Nothing of
            the file is kept. With dryRun nothing is written but the report.
            """)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "text/csv",
                            schema = @Schema(implementation = String.class),
                            examples = @ExampleObject(name = "by the mapping workday-delta", value = CSV)))
    @APIResponse(
            responseCode = "200",
            description = "It is done",
            content = @Content(examples = @ExampleObject(value = FILE)))
    @APIResponse(responseCode = "404", description = "There is no such feed")
    @APIResponse(responseCode = "422", description = "The file as a whole cannot be read; nothing of it was applied")
    public FileView apply(
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "Taken and not needed: the file's own digest makes it act once")
                    @Nullable
                    String key,
            @QueryParam("feed") @DefaultValue("") @Parameter(example = "workday") String feed,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            InputStream body) {
        Intake.Feed from = feeds.feed(feed, Channel.FILE, dryRun);
        if (!turn.tryAcquire()) {
            throw Problems.busy();
        }
        try {
            byte[] file = body.readNBytes(LARGEST + 1);
            if (file.length > LARGEST) {
                throw new UnreadableFileException("it has more than 64 MB");
            }
            return files.apply(from, file, caller.subject());
        } catch (UnreadableFileException e) {
            throw Problems.unprocessable("", "was refused and nothing of it was applied: " + e.getMessage());
        } catch (KeyUnavailableException e) {
            throw Problems.unavailable("The key of personal data");
        } catch (IOException e) {
            throw Problems.malformed(
                    "The upload broke off before its end, and nothing of it was applied: send it again.");
        } finally {
            turn.release();
        }
    }

    @GET
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "Files in the order in which they came")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(value = "{\"items\":[" + FILE + "]}")))
    public Uni<Page<FileView>> list(@BeanParam PageRequest page) {
        return files.page(page.after(), page.limit() + 1).map(found -> Page.of(found, page, FileView::id));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "How far a file was applied")
    @APIResponse(responseCode = "200", content = @Content(examples = @ExampleObject(value = FILE)))
    public Uni<FileView> get(@PathParam("id") String id) {
        return files.get(id);
    }

    @GET
    @Path("/{id}/lines")
    @RolesAllowed({Roles.HR_SYNC, Roles.COMPLIANCE_OFFICER, Roles.AUDITOR})
    @WithSession
    @Operation(summary = "What became of each line that changed something or was refused")
    @APIResponse(
            responseCode = "200",
            content = @Content(examples = @ExampleObject(value = "{\"items\":[" + LINE + "]}")))
    public Uni<Page<LineView>> lines(@PathParam("id") String id, @BeanParam PageRequest page) {
        String after = page.after();
        int line = after == null || !after.matches("[0-9]{1,9}") ? 0 : Integer.parseInt(after);
        return files.lines(id, line, page.limit() + 1)
                .map(found -> Page.of(found, page, one -> Integer.toString(one.line())));
    }
}
