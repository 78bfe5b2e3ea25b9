package dev.portcullis.benchmarks.cascade;

/** The lists of paragraphs that rules of software and technology name as what an item is for (15 CFR 774 Supp. 1, as of 2026-11-28). */
enum Target {
    /** What 5D002.z names in its paragraphs .a. */
    CHIPS_A(
            "3A090.a",
            "3A001.z.1.a",
            "3A001.z.2.a",
            "3A001.z.3.a",
            "3A001.z.4.a",
            "4A003.z.1.a",
            "4A003.z.2.a",
            "4A004.z.1",
            "4A005.z.1",
            "5A002.z.1.a",
            "5A002.z.2.a",
            "5A002.z.3.a",
            "5A002.z.4.a",
            "5A002.z.5.a",
            "5A004.z.1.a",
            "5A004.z.2.a"),

    /** What 5D002.z names in its paragraphs .b. */
    CHIPS_B(
            "3A090.b",
            "3A001.z.1.b",
            "3A001.z.2.b",
            "3A001.z.3.b",
            "3A001.z.4.b",
            "4A003.z.1.b",
            "4A003.z.2.b",
            "4A004.z.2",
            "4A005.z.2",
            "5A002.z.1.b",
            "5A002.z.2.b",
            "5A002.z.3.b",
            "5A002.z.4.b",
            "5A002.z.5.b",
            "5A004.z.1.b",
            "5A004.z.2.b"),

    /** What contains such circuits and 5D002.z does not name. */
    UNNAMED_CONTAINING("4A090.a", "4A090.b", "5A992.z"),

    /** 5A002.z and 5A004.z. */
    ENCRYPTING_Z("5A002.z", "5A004.z"),

    /** 5D002.a.1. */
    ENCRYPTING("5A002", "5D002.c.1", "5D002.z.6"),

    /** 5D002.a.2. */
    INTRUSION_DETECTING("5A003", "5D002.c.2", "5D002.z.7"),

    /** 5D002.a.3.a. */
    ANALYZING("5A004.a", "5A004.z.1", "5D002.c.3.a", "5D002.z.8"),

    /** 5D002.a.3.b. */
    EXTRACTING("5A004.b", "5A004.z.2", "5D002.c.3.b", "5D002.z.9"),

    /** Named without the paragraph: 5A004 and 5D002. */
    SECURITY("5A004", "5D002"),

    /** Named with the paragraph. */
    SECURITY_NAMED("5A004.a", "5A004.b", "5A004.z", "5D002.a", "5D002.b", "5D002.c", "5D002.z"),

    /** 5D992.z.1. */
    CIRCUITS_A("3A090.a"),

    /** 5D992.z.2. */
    CIRCUITS_B("3A090.b"),

    /** What 5D992.z does not name. */
    MASS_MARKET_UNNAMED(
            "4A090.a", "4A090.b", "3A001.z", "4A003.z", "4A004.z", "4A005.z", "5A002.z", "5A004.z", "5A992.z"),

    /** 3D001. */
    ELECTRONICS_SOFTWARE(
            "3A001.b",
            "3A001.c",
            "3A001.d",
            "3A001.e",
            "3A001.f",
            "3A001.g",
            "3A001.h",
            "3A001.i",
            "3A001.z",
            "3A002.a",
            "3A002.b",
            "3A002.c",
            "3A002.d",
            "3A002.e",
            "3A002.f",
            "3A002.g",
            "3A002.h",
            "3A090.a",
            "3A090.b",
            "3A090.c",
            "3B001.a.1",
            "3B001.a.2",
            "3B001.a.3",
            "3B001.b",
            "3B001.e",
            "3B001.f.2",
            "3B001.f.3",
            "3B001.f.4",
            "3B001.f.6",
            "3B001.g",
            "3B001.h",
            "3B001.i",
            "3B001.j",
            "3B001.q",
            "3B002.a",
            "3B002.b"),

    /** Named without the paragraph. */
    ELECTRONICS_COARSE("3A001", "3A002", "3B001", "3B002"),

    /** Outside 3D001. */
    ELECTRONICS_OUTSIDE(
            "3A001.a",
            "3A002",
            "3B001.a.4",
            "3B001.c",
            "3B001.d",
            "3B001.f.1",
            "3B001.f.5",
            "3B001.k",
            "3B001.l",
            "3B001.m",
            "3B001.n",
            "3B001.p.2",
            "3B001.p.4",
            "3B001.r",
            "3B002.c"),

    /** 4D001.a. */
    COMPUTERS("4A001", "4A003", "4A004", "4A005", "4D001", "4D002", "4D004"),

    /** 4E001.a, technology for use. */
    COMPUTERS_USE("4A001", "4A003", "4A004", "4A005", "4A101", "4D001", "4D002", "4D004"),

    /** 4D001.b. */
    COMPUTERS_PEAK("4A994", "4A090", "5A992"),

    /** 5D001.a. */
    TELECOMMUNICATION("5A001"),

    /** 3D002. */
    PRODUCTION_EQUIPMENT("3B001.a", "3B001.b", "3B001.c", "3B001.d", "3B001.e", "3B001.f", "3B002"),

    /** 4D090. */
    COMPUTERS_090("4A090.a", "4A090.b"),

    /** 5A992.z. */
    MASS_MARKET_Z("5A992.z"),

    /** 3D992.a and 3E992.a. */
    EQUIPMENT_OTHER(
            "3B001.a.4",
            "3B001.c",
            "3B001.d",
            "3B001.f.1",
            "3B001.f.5",
            "3B001.k",
            "3B001.l",
            "3B001.m",
            "3B001.n",
            "3B001.p.2",
            "3B001.p.4",
            "3B001.r",
            "3B002.c",
            "3B001.f.6"),

    /** 3B001, and what of it 3D002 does not name. */
    EQUIPMENT_NAMED("3B001"),

    EQUIPMENT_LATER(
            "3B001.g", "3B001.h", "3B001.i", "3B001.j", "3B001.k", "3B001.l", "3B001.m", "3B001.n", "3B001.o",
            "3B001.p", "3B001.q", "3B001.r"),

    /** 3D991. */
    SOFTWARE_991("3A991", "3A992", "3B991", "3B992"),

    /** 3D991, software for use. */
    EQUIPMENT_991("3B001.g", "3B001.h"),

    /** 3E991. */
    ELECTRONICS_991("3A991", "3A992", "3B991", "3B992", "3C992"),

    /** 4D994. */
    SOFTWARE_994("4A101", "4A994"),

    /** 4E001.b. */
    COMPUTERS_994("4A994", "5A992"),

    /** 5E002.a. */
    ENCRYPTION(
            "5A002",
            "5A003",
            "5A004.a",
            "5A004.z.1",
            "5B002",
            "5D002.a.1",
            "5D002.a.2",
            "5D002.a.3.a",
            "5D002.z.1",
            "5D002.z.2",
            "5D002.z.3",
            "5D002.c.1",
            "5D002.c.2",
            "5D002.c.3.a",
            "5D002.z.6",
            "5D002.z.7",
            "5D002.z.8"),

    /** 5A004.z.2. */
    EXTRACTING_Z("5A004.z.2"),

    /** Outside 5E002.a. */
    ENCRYPTION_OUTSIDE(
            "5A004.b", "5D002.a.3.b", "5D002.z.4", "5D002.c.3.b", "5D002.z.9", "5D002.b", "5D002.z.5", "5A004.z.2"),

    /** 3E001. */
    ELECTRONICS(
            "3A001",
            "3A002",
            "3A090.a",
            "3A090.b",
            "3A090.c",
            "3A101",
            "3A201",
            "3A225",
            "3A226",
            "3A227",
            "3A228",
            "3A229",
            "3A230",
            "3A231",
            "3A232",
            "3A233",
            "3A234",
            "3B001.a.1",
            "3B001.a.2",
            "3B001.a.3",
            "3B001.b",
            "3B001.e",
            "3B001.f.2",
            "3B001.f.3",
            "3B001.f.4",
            "3B001.f.6",
            "3B001.g",
            "3B001.h",
            "3B001.i",
            "3B001.j",
            "3B001.q",
            "3B002.a",
            "3B002.b",
            "3C001",
            "3C002",
            "3C003",
            "3C004",
            "3C005",
            "3C006"),

    /** 3E001, the circuits of the note on technology of few metal layers. */
    FEW_LAYERS(
            "3A001.a.3",
            "3A001.a.4",
            "3A001.a.5",
            "3A001.a.6",
            "3A001.a.7",
            "3A001.a.8",
            "3A001.a.9",
            "3A001.a.10",
            "3A001.a.11",
            "3A001.a.12",
            "3A001.a.13",
            "3A001.a.14",
            "3A001.z"),

    /** 3E001, what that note does not speak of. */
    MANY_LAYERS(
            "3A001.a.1",
            "3A001.a.2",
            "3A001.b",
            "3A001.c",
            "3A001.d",
            "3A001.e",
            "3A001.f",
            "3A001.g",
            "3A001.h",
            "3A001.i",
            "3A002",
            "3A090.a",
            "3A090.b",
            "3A090.c",
            "3A101",
            "3A201",
            "3A225",
            "3A226",
            "3A227",
            "3A228",
            "3A229",
            "3A230",
            "3A231",
            "3A232",
            "3A233",
            "3A234",
            "3B001.a.1",
            "3B001.a.2",
            "3B001.a.3",
            "3B001.b",
            "3B001.e",
            "3B001.f.2",
            "3B001.f.3",
            "3B001.f.4",
            "3B001.f.6",
            "3B001.g",
            "3B001.h",
            "3B001.i",
            "3B001.j",
            "3B001.q",
            "3B002.a",
            "3B002.b",
            "3C001",
            "3C002",
            "3C003",
            "3C004",
            "3C005",
            "3C006"),

    /** Named without the paragraph. */
    EQUIPMENT_COARSE("3B001", "3B002"),

    /** Outside 3E001. */
    EQUIPMENT_OUTSIDE(
            "3B001.a.4",
            "3B001.c",
            "3B001.d",
            "3B001.f.1",
            "3B001.f.5",
            "3B001.k",
            "3B001.l",
            "3B001.m",
            "3B001.n",
            "3B001.p.2",
            "3B001.p.4",
            "3B001.r",
            "3B002.c"),

    /** 4E001.a. */
    COMPUTERS_TECHNOLOGY(
            "4A001", "4A003", "4A004", "4A005", "4A090.a", "4A090.b", "4A101", "4D001", "4D002", "4D004", "4D090"),

    /** 4A005 and 4D004, of whose technology disclosure of vulnerabilities is taken out. */
    INTRUSION("4A005", "4D004"),

    /** What that is not taken out of. */
    INTRUSION_BESIDE("4A001", "4A003", "4A004", "4A090", "4A101", "4D001", "4D002", "4D090"),

    /** 5E001.a. */
    TELECOMMUNICATION_TECHNOLOGY("5A001", "5D001.a", "5D001.e"),

    /** 5A992.z and 5D992.z. */
    MASS_MARKET_OPEN("5A992.z", "5D992.z"),

    /** 5E992.b. */
    MASS_MARKET_USE("5A992", "5D992"),

    /** 4E992. */
    COMPUTERS_992("4A994", "4D993", "4D994");

    private final String[] paragraphs;

    Target(String... paragraphs) {
        this.paragraphs = paragraphs;
    }

    long bit() {
        return 1L << ordinal();
    }

    /** Whether a paragraph is one of the list or lies within one. */
    boolean covers(String of) {
        for (String paragraph : paragraphs) {
            if (of.startsWith(paragraph)
                    && (of.length() == paragraph.length() || of.charAt(paragraph.length()) == '.')) {
                return true;
            }
        }
        return false;
    }
}
