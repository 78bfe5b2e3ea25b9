/**
 * Groups as HR keeps them: a name that names no person, and the opaque ids of members. It owns the tables {@code scim_group} and
 * {@code scim_group_member}. A group of HR's admits nobody to anything: that follows from determinations.
 */
@NullMarked
package dev.portcullis.personnel.group;

import org.jspecify.annotations.NullMarked;
