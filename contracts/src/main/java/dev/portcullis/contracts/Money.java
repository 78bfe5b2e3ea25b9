package dev.portcullis.contracts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * An amount of money; on the wire decimal text and an ISO 4217 code, never a binary fraction.
 *
 * @param amount zero or more, at most 15 digits before and 4 after the point
 * @param currency three capital letters
 */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {
    private static final BigDecimal LIMIT = new BigDecimal("1000000000000000");

    @JsonCreator
    public Money(
            @JsonProperty("amount") @Nullable BigDecimal amount, @JsonProperty("currency") @Nullable String currency) {
        this.amount = Require.present(amount, "amount");
        this.currency = Require.text(currency, "currency");
        if (this.amount.signum() < 0 || this.amount.scale() > 4 || this.amount.compareTo(LIMIT) >= 0) {
            throw new IllegalArgumentException(
                    "amount must be 0 or more, with at most 15 digits before the point and 4 after");
        }
        try {
            Currency.getInstance(this.currency);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("currency must be an ISO 4217 code such as USD", unknown);
        }
    }

    /**
     * The sum of two amounts of one currency.
     *
     * @throws IllegalArgumentException where the currencies differ
     */
    public Money plus(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
        }
        return new Money(amount.add(other.amount), currency);
    }
}
