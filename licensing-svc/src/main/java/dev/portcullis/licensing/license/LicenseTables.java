package dev.portcullis.licensing.license;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.portcullis.licensing.measure.UnitFile;
import dev.portcullis.licensing.measure.Units;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The tables that say how licenses are kept: those that ship, or the company's own. A file that cannot be used stops the start. */
@Singleton
public class LicenseTables {
    private static final int LARGEST = 1 << 20;
    private static final String KINDS = "/licenses/kinds.json";
    private static final String UNITS = "/licenses/units.csv";

    @Produces
    @Singleton
    LicenseKinds kinds(@ConfigProperty(name = "portcullis.licenses.kinds") Optional<Path> own) {
        return kinds(text(KINDS, own.orElse(null)));
    }

    @Produces
    @Singleton
    Units units(@ConfigProperty(name = "portcullis.licenses.units") Optional<Path> own) {
        return UnitFile.read(text(UNITS, own.orElse(null)));
    }

    @Produces
    @Singleton
    LicenseCoverage coverage(LicenseKinds kinds, Units units) {
        return new LicenseCoverage(kinds, units);
    }

    /** The kinds that ship. */
    static LicenseKinds shippedKinds() {
        return kinds(text(KINDS, null));
    }

    /** The units that ship. */
    static Units shippedUnits() {
        return UnitFile.read(text(UNITS, null));
    }

    private static LicenseKinds kinds(String text) {
        try {
            return LicenseKinds.read(new ObjectMapper().readTree(text));
        } catch (IOException e) {
            throw new IllegalStateException("the kinds of licenses are no JSON", e);
        }
    }

    private static String text(String shipped, @Nullable Path own) {
        try (InputStream file =
                own == null ? LicenseTables.class.getResourceAsStream(shipped) : Files.newInputStream(own)) {
            if (file == null) {
                throw new IllegalStateException(shipped + " is missing");
            }
            byte[] bytes = file.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IllegalStateException(own + " is larger than " + LARGEST + " bytes");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException((own == null ? shipped : own) + " cannot be read", e);
        }
    }
}
