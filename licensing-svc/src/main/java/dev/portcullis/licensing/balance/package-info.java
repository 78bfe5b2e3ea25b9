/**
 * The arithmetic of a license line: what is authorized, drawn and assigned, and what a draw, an assignment, a return or a correction makes
 * of it. Pure numbers, in the unit and currency of the line; knows neither licenses nor the database.
 */
@NullMarked
package dev.portcullis.licensing.balance;

import org.jspecify.annotations.NullMarked;
