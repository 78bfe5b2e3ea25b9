/**
 * From citizenships and residencies to what a deemed export turns on: whether somebody is a foreign person (15 CFR 772.1), and
 * which country a release of technology or source code to them is an export to (15 CFR 734.13(a)(2) and (b)). Plain functions
 * over values; it touches nothing else, and the date is passed in.
 */
@NullMarked
package dev.portcullis.personnel.nationality;

import org.jspecify.annotations.NullMarked;
