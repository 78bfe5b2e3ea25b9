/**
 * Which technology and source code a person may receive, as licensing-svc has determined it for the person's situation: what must hold of the
 * record itself, and of the age of everything, is added here, and no rule of law. Reads the topic of determinations and persons' records;
 * owns no table.
 */
@NullMarked
package dev.portcullis.personnel.deemed;

import org.jspecify.annotations.NullMarked;
