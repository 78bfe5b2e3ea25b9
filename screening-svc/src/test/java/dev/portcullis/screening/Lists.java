package dev.portcullis.screening;

import dev.portcullis.screening.format.CslCsvReader;
import dev.portcullis.screening.format.Limits;
import dev.portcullis.screening.list.ListFile;
import dev.portcullis.screening.list.ListedParty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The lists that tests read: an excerpt of real entries in the official layout, and the whole list where it is at hand. */
public final class Lists {
    private Lists() {}

    /** The excerpt's bytes. */
    public static byte[] excerpt() {
        try (InputStream in = Lists.class.getResourceAsStream("/consolidated-excerpt.csv")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String excerptText() {
        return new String(excerpt(), StandardCharsets.UTF_8);
    }

    public static List<ListedParty> excerptEntries() {
        return read(new java.io.ByteArrayInputStream(excerpt())).entries();
    }

    /** The whole list, in a folder of reference data beside the project or above it. */
    public static Optional<Path> wholeList() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null) {
            Path file = folder.resolve("shared/data/screening/consolidated-2026-07-31.csv");
            if (Files.isReadable(file)) {
                return Optional.of(file);
            }
            folder = folder.getParent();
        }
        return Optional.empty();
    }

    public static ListFile read(InputStream in) {
        try {
            return new CslCsvReader(Limits.DEFAULT).read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name and the aliases of an entry. */
    public static List<String> names(ListedParty entry) {
        List<String> names = new ArrayList<>(List.of(entry.name()));
        entry.aliases().forEach(alias -> names.add(alias.name()));
        return names;
    }
}
