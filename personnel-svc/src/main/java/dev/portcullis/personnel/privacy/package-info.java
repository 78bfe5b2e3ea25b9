/**
 * Keeps personal data unreadable to whoever holds the database alone: each person's record is sealed with a key of its own, which
 * is wrapped by a master key behind {@link dev.portcullis.personnel.privacy.KeyService}. Destroying a person's key erases the
 * person. It touches keys and bytes, and knows no person, no table and no request.
 */
@NullMarked
package dev.portcullis.personnel.privacy;

import org.jspecify.annotations.NullMarked;
