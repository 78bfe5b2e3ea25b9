package dev.portcullis.platform.thing;

public record Thing(String id, long version, String name, long ledgerEntryId) {}
