package dev.portcullis.screening.screening;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portcullis.contracts.CountryCode;
import dev.portcullis.platform.problem.Problem.FieldError;
import dev.portcullis.screening.list.Identifier;
import dev.portcullis.screening.list.ListedParty;
import dev.portcullis.screening.match.Asked;
import dev.portcullis.screening.match.Asked.PersonName;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be screened, as callers say it: a name, and whatever else is known, all of which is held against the lists.
 *
 * @param reference the caller's own key for it, given back with the result
 * @param name the name as it is written, in any script and order; may be left out where nameParts tell it
 * @param aliases other names, screened like the name
 * @param type what it is; an entry that is told to be something else is left out, unless an identifier is the same
 * @param nameParts a person's name told apart
 * @param country where it is
 * @param countries further countries: of addresses, nationalities or flags
 * @param birthDate the day of birth as far as it is known: 1960, 1960-05, 1960-05-12, or the years that it lies between, 1958/1962
 * @param addresses addresses as they are written
 * @param identifiers documents and numbers
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubjectRequest(
        @Nullable String reference,
        @Nullable String name,
        @Nullable List<@Nullable String> aliases,
        ListedParty.@Nullable Type type,
        @Nullable NameParts nameParts,
        @Nullable CountryCode country,
        @Nullable List<@Nullable CountryCode> countries,
        @Nullable String birthDate,
        @Nullable List<@Nullable String> addresses,
        @Nullable List<@Nullable Document> identifiers) {

    /** How many aliases, countries, addresses and identifiers a subject may have, each. */
    public static final int MOST = 50;

    private static final int LONGEST_REFERENCE = 200;
    private static final int LONGEST_ADDRESS = 500;
    private static final int LONGEST_NUMBER = 100;
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

    /**
     * A person's name told apart.
     *
     * @param family one family name or more
     * @param given one given name or more
     * @param patronymic the father's name, as Russians and Arabs bear it, where it is told by itself
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NameParts(
            @Nullable String family,
            @Nullable String given,
            @Nullable String patronymic) {
        private String following() {
            return joined(given, patronymic);
        }

        private String written() {
            return joined(family, following());
        }
    }

    /**
     * A document or number.
     *
     * @param type what it is, such as Passport, Tax ID, IMO or LEI
     * @param number as it is written
     * @param country the country that gave it
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Document(
            @Nullable String type,
            @Nullable String number,
            @Nullable CountryCode country) {}

    private static String joined(@Nullable String first, @Nullable String second) {
        return ((first == null ? "" : first.strip()) + " " + (second == null ? "" : second.strip())).strip();
    }

    /** The name as it is shown: as it is written, or made of its parts. */
    @JsonIgnore
    public String shownName() {
        return name == null ? nameParts == null ? "" : nameParts.written() : name.strip();
    }

    /** How many names are looked for. */
    int names() {
        return (name == null ? 0 : 1) + (nameParts == null ? 0 : 1) + (aliases == null ? 0 : aliases.size());
    }

    /** What is wrong, each with its place in this subject as a JSON pointer; nothing where all is in order. */
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        if (nameParts == null || name != null) {
            fault("/name", name == null ? "is required where no nameParts are told" : Subject.fault(name), faults);
        }
        if (nameParts != null) {
            fault("/nameParts", Subject.fault(nameParts.written()), faults);
        }
        fault("/reference", text(reference, LONGEST_REFERENCE), faults);
        fault("/birthDate", birthDate == null || isBirth(birthDate) ? null : """
                must be a year, month or day such as 1960, 1960-05 or 1960-05-12, or two years such as 1958/1962""", faults);
        each("/aliases", aliases, Subject::fault, faults);
        each("/countries", countries, ignored -> null, faults);
        each("/addresses", addresses, address -> text(address, LONGEST_ADDRESS), faults);
        each("/identifiers", identifiers, SubjectRequest::fault, faults);
        return faults;
    }

    private static <T> void each(
            String pointer,
            @Nullable List<@Nullable T> items,
            Function<T, @Nullable String> check,
            List<FieldError> to) {
        if (items == null) {
            return;
        }
        if (items.size() > MOST) {
            fault(pointer, "must hold at most " + MOST, to);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            T item = items.get(i);
            fault(pointer + "/" + i, item == null ? "must not be null" : check.apply(item), to);
        }
    }

    private static void fault(String pointer, @Nullable String fault, List<FieldError> faults) {
        if (fault != null) {
            faults.add(new FieldError(pointer, null, fault));
        }
    }

    private static @Nullable String fault(Document document) {
        if (document.type == null || document.type.isBlank() || document.number == null || document.number.isBlank()) {
            return "must have a type and a number";
        }
        String type = text(document.type, LONGEST_NUMBER);
        return type == null ? text(document.number, LONGEST_NUMBER) : type;
    }

    private static @Nullable String text(@Nullable String text, int longest) {
        if (text == null) {
            return null;
        }
        return text.length() > longest
                ? "must be at most " + longest + " characters long"
                : text.indexOf('\0') >= 0 ? "must not hold a NUL character" : null;
    }

    private static boolean isBirth(String text) {
        String[] ends = text.strip().split("/", -1);
        if (ends.length == 2) {
            return ends[0].length() == 4 && ends[1].length() == 4 && isDate(ends[0]) && isDate(ends[1]);
        }
        return ends.length == 1 && isDate(ends[0]);
    }

    private static boolean isDate(String text) {
        Matcher date = DATE.matcher(text);
        if (!date.matches()) {
            return false;
        }
        try {
            LocalDate.of(Integer.parseInt(date.group(1)), number(date.group(2)), number(date.group(3)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 1 : Integer.parseInt(digits);
    }

    /** The subject; only where there are no {@link #faults}. */
    public Subject toSubject() {
        Set<String> all = new TreeSet<>();
        if (country != null) {
            all.add(country.value());
        }
        present(countries).forEach(code -> all.add(code.value()));
        Asked.Clues clues = new Asked.Clues(
                List.copyOf(all),
                birthDate == null ? List.of() : List.of(birthDate.strip()),
                present(addresses),
                present(identifiers).stream().map(SubjectRequest::identifier).toList());
        return new Subject(
                shownName(), present(aliases), country, clues, parts(), type == null ? ListedParty.Type.UNKNOWN : type);
    }

    /** Told apart where there are two parts; one part alone is a name like any other. */
    private @Nullable PersonName parts() {
        if (nameParts == null) {
            return null;
        }
        String family = nameParts.family == null ? "" : nameParts.family.strip();
        String given = nameParts.following();
        return family.isEmpty() || given.isEmpty() ? null : new PersonName(family, given);
    }

    private static Identifier identifier(Document document) {
        return new Identifier(
                Objects.requireNonNull(document.type, "checked").strip(),
                Objects.requireNonNull(document.number, "checked").strip(),
                document.country == null ? null : document.country.value());
    }

    private static <T> List<T> present(@Nullable List<@Nullable T> items) {
        return items == null
                ? List.of()
                : items.stream().filter(Objects::nonNull).toList();
    }
}
