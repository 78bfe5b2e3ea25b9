package dev.portcullis.classification.registry;

import dev.portcullis.platform.identity.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Datasheets of models, derived from their files. */
@Path("/v1/registry")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Model files")
public class DerivationResource {
    @Inject
    Derivations derivations;

    /** Waits for hosts, so it runs on a worker thread. */
    @POST
    @Path("/derivations")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Derive a datasheet from the files of a model",
            description =
                    "Reads the headers of safetensors, GGUF, ONNX or PyTorch files, never their weights: at most one hundredth of"
                            + " a file, or a few megabytes of a small one. Nothing is executed and nothing stored. Files lie at hosts that are"
                            + " configured, or their leading bytes are sent: of a safetensors file 8 bytes more than its first 8 bytes say.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = DerivationRequest.class),
                            examples = {
                                @ExampleObject(name = "by address", value = Examples.BY_ADDRESS),
                                @ExampleObject(name = "by leading bytes", value = Examples.BY_HEAD)
                            }))
    @APIResponse(
            responseCode = "200",
            description = "What the files say, and the datasheet that they suggest",
            content =
                    @Content(
                            schema = @Schema(implementation = Derivation.class),
                            examples = @ExampleObject(name = "derivation", value = Examples.DERIVATION)))
    @APIResponse(responseCode = "422", description = "A file is refused, or may not be fetched; the detail says why")
    @APIResponse(responseCode = "503", description = "A host does not answer, or too many derivations run at once")
    public Derivation derive(@NotNull @Valid DerivationRequest body) {
        return derivations.derive(body);
    }

    /** Reads from the connection, so it runs on a worker thread. */
    @POST
    @Path("/heads")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    @Blocking
    @RolesAllowed({Roles.ENGINEER, Roles.CLASSIFIER, Roles.COMPLIANCE_OFFICER})
    @Operation(
            summary = "Derive a datasheet from the leading bytes of a file",
            description =
                    "For one safetensors or GGUF file whose header is too large for a JSON body, such as a GGUF file with its"
                            + " tokenizer, or for any file below 64 KiB. The bytes are read as they come and kept nowhere; sending more than the"
                            + " header does no harm, as with `head -c 16M model.gguf`.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM,
                            schema = @Schema(type = SchemaType.STRING, format = "binary"),
                            examples = @ExampleObject(name = "head", value = "the leading bytes of the file")))
    @APIResponse(
            responseCode = "200",
            description = "What the file says, and the datasheet that it suggests",
            content =
                    @Content(
                            schema = @Schema(implementation = Derivation.class),
                            examples = @ExampleObject(name = "derivation", value = Examples.DERIVATION)))
    @APIResponse(responseCode = "422", description = "The file is refused; the detail says why")
    public Derivation deriveFromHead(
            @QueryParam("name")
                    @Parameter(
                            required = true,
                            description = "Name of the file, without folders",
                            example = "model.gguf")
                    @NotNull
                    @Pattern(
                            regexp = "[^/\\\\\\p{Cntrl}]{1,255}",
                            message = "must be the name of a file, without folders")
                    String name,
            @QueryParam("size")
                    @Parameter(required = true, description = "Bytes of the whole file", example = "4920739232")
                    @NotNull
                    @PositiveOrZero
                    Long size,
            @QueryParam("trainingTokens")
                    @Parameter(description = "Elements of data that the model was trained on, over all its training")
                    @Nullable
                    @Positive
                    @Digits(integer = 18, fraction = 0)
                    BigDecimal trainingTokens,
            InputStream body) {
        return derivations.derive(name, size, trainingTokens, body);
    }
}
