package dev.portcullis.screening.ownership;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of two that belong together.
 *
 * @param owner who owns or controls
 * @param owned what is owned or controlled
 * @param kind what the stake is
 * @param share how much is owned; of weight for ownership alone
 * @param from first day; absent where it is not known, and then the stake always was
 * @param to last day; absent where it goes on
 * @param source who says so, such as a register or {@code person}
 */
public record Stake(
        Owner owner,
        Owner owned,
        Kind kind,
        Share share,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String source) {

    /** What a stake is. */
    @RegisterForReflection
    public enum Kind {
        OWNERSHIP,
        /** A say without shares: a director, a golden share, an agreement. Both rules speak of ownership alone (OFAC FAQ 398). */
        CONTROL,
        /** The two are one and the same under two ids. */
        SAME
    }

    public Stake {
        if (owner.equals(owned)) {
            throw new IllegalArgumentException("nobody owns, controls or equals itself");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("a stake has a source");
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("a stake ends on or after the day on which it begins");
        }
    }

    public static Stake ownership(Owner owner, Owner owned, Share share, String source) {
        return new Stake(owner, owned, Kind.OWNERSHIP, share, null, null, source);
    }

    public static Stake control(Owner owner, Owner owned, String source) {
        return new Stake(owner, owned, Kind.CONTROL, Share.UNKNOWN, null, null, source);
    }

    public static Stake same(Owner one, Owner other, String source) {
        return new Stake(one, other, Kind.SAME, Share.UNKNOWN, null, null, source);
    }

    /** The same stake at another time. */
    public Stake during(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new Stake(owner, owned, kind, share, first, last, source);
    }

    public boolean holdsOn(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
