package dev.portcullis.screening.owner;

import io.quarkus.test.junit.QuarkusTestProfile;

/** Gives the tests of owners a service and a database of their own. */
public class OwnersProfile implements QuarkusTestProfile {}
