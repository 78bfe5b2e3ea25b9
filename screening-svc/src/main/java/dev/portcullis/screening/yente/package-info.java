/**
 * Speaks as yente does, the API of OpenSanctions, so that its clients are served by another address: examples in FollowTheMoney are screened
 * like any other subject, and entries are told as FollowTheMoney entities. What differs is told in docs/screening-apis.md.
 */
@NullMarked
package dev.portcullis.screening.yente;

import org.jspecify.annotations.NullMarked;
