package dev.portcullis.screening.ownlist;

import dev.portcullis.contracts.CountryCode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes entries as a file of the company's own lists: the same entries give the same bytes, so that its digest tells a change. */
final class OwnFile {
    private static final String HEADER = "id,list,name,aliases,countries,addresses,reason,reference,date\n";

    private OwnFile() {}

    static String of(List<OwnEntry> entries) {
        return entries.stream().map(OwnFile::row).collect(Collectors.joining("", HEADER, ""));
    }

    private static String row(OwnEntry entry) {
        OwnEntry.Content content = entry.content();
        return Stream.of(
                        entry.id(),
                        content.list().name(),
                        content.name(),
                        values(content.aliases()),
                        values(content.countries().stream()
                                .map(CountryCode::value)
                                .toList()),
                        values(content.addresses()),
                        content.reason(),
                        content.reference(),
                        content.letterDate())
                .map(OwnFile::quoted)
                .collect(Collectors.joining(",", "", "\n"));
    }

    /** A value's own semicolon would be read as the end of it. */
    private static String values(List<String> texts) {
        return texts.stream().map(text -> text.replace(';', ',')).collect(Collectors.joining("; "));
    }

    private static String quoted(@Nullable Object value) {
        return value == null ? "\"\"" : "\"" + value.toString().replace("\"", "\"\"") + "\"";
    }
}
