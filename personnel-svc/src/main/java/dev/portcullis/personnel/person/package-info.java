/**
 * The record of a person: sealed facts, their assessment for deemed exports, and the state that other services hear of. It owns
 * the tables {@code person} and {@code person_key} and the topic of persons, and knows nothing of how HR speaks.
 */
@NullMarked
package dev.portcullis.personnel.person;

import org.jspecify.annotations.NullMarked;
