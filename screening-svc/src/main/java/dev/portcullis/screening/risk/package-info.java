/**
 * Owns the risk of countries: a dated table from country groups and embargoes, which are data, and the company's own view, which is
 * stored. A change of either is a signal. The table is pure and decides nothing: what is permitted is licensing-svc's to say.
 */
@NullMarked
package dev.portcullis.screening.risk;

import org.jspecify.annotations.NullMarked;
