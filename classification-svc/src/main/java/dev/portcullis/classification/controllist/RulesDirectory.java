package dev.portcullis.classification.controllist;

import dev.portcullis.classification.rules.RuleBookFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Rules that a company keeps itself, in the place of those that are shipped: an entry that the law gets tomorrow needs no new build. Each
 * file is read once, so that what is used is what its digest says, whatever happens to the directory meanwhile.
 */
final class RulesDirectory implements RuleBookFile.Folder {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}\\.json");

    /** A hundred times the largest of the shipped files. */
    private static final int MOST_BYTES = 6_000_000;

    private final Path directory;
    private final Map<String, byte[]> read = new HashMap<>();

    RulesDirectory(Path directory) {
        this.directory = directory;
    }

    @Override
    public InputStream open(String name) throws IOException {
        byte[] known = read.get(name);
        if (known == null) {
            known = content(name);
            read.put(name, known);
        }
        return new ByteArrayInputStream(known);
    }

    private byte[] content(String name) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new IOException("a part of the rules is a file of the same directory, such as computers.json");
        }
        try (InputStream in = Files.newInputStream(directory.resolve(name))) {
            byte[] content = in.readNBytes(MOST_BYTES + 1);
            if (content.length > MOST_BYTES) {
                throw new IOException(name + " has more than " + MOST_BYTES + " bytes");
            }
            return content;
        }
    }
}
