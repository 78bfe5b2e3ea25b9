package dev.portcullis.classification.item;

import dev.portcullis.classification.controllist.ControlLists;
import dev.portcullis.classification.rules.CompanyPolicy;
import dev.portcullis.classification.rules.RuleBookFile;
import dev.portcullis.platform.digest.Sha256;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The company's policy in use: the shipped example, or the company's own file. A policy that cannot be read stops the start. */
@Startup
@ApplicationScoped
public class CompanyPolicies {
    private static final String SHIPPED = "/policy/company.json";

    @Inject
    ControlLists lists;

    @ConfigProperty(name = "portcullis.classification.company-policy")
    Optional<Path> file;

    private CompanyPolicy current = CompanyPolicy.NONE;
    private String digest = "";

    @PostConstruct
    void read() {
        try (InputStream in = open()) {
            byte[] text = in.readAllBytes();
            current = RuleBookFile.readPolicy(new ByteArrayInputStream(text)).checkedAgainst(lists.rules());
            digest = Sha256.of(new String(text, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            String name = file.map(Path::toString).orElse("the shipped company policy");
            throw new UncheckedIOException(name + " is no company policy: " + e.getMessage(), new IOException(e));
        }
    }

    private InputStream open() throws IOException {
        if (file.isPresent()) {
            return Files.newInputStream(file.get());
        }
        InputStream shipped = CompanyPolicies.class.getResourceAsStream(SHIPPED);
        if (shipped == null) {
            throw new FileNotFoundException(SHIPPED);
        }
        return shipped;
    }

    /** The policy in use. */
    public CompanyPolicy current() {
        return current;
    }

    /** SHA-256 of its file. */
    public String digest() {
        return digest;
    }
}
