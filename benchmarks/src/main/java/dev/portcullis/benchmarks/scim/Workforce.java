package dev.portcullis.benchmarks.scim;

/** Employees as an HR system holds them; one is the same each time it is asked for. */
final class Workforce {
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    private static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    private static final String EXPORT = "urn:portcullis:params:scim:schemas:extension:exportcontrol:2.0:User";
    private static final String[] COUNTRIES = {"IN", "CN", "DE", "GB", "KR", "CA", "FR", "IR", "TW", "BR"};

    private Workforce() {}

    static String userName(int number) {
        return "employee" + number + "@example.com";
    }

    static String externalId(int number) {
        return "E-" + number;
    }

    /**
     * A user.
     *
     * @param title changes with each synchronization of those whom it touches
     * @param facts whether the extension for export control is there, which only ours knows
     */
    static String user(int number, String title, boolean facts) {
        String export = number % 3 == 0
                ? "{\"usPersonBasis\":\"NONE\",\"citizenships\":[{\"country\":\""
                        + COUNTRIES[number / 3 % COUNTRIES.length]
                        + "\",\"acquired\":\"1990-01-01\"}],\"visa\":{\"class\":\"H-1B\",\"validUntil\":\"2030-09-30\"}}"
                : "{\"usPersonBasis\":\"CITIZEN\"}";
        return "{\"schemas\":[\"" + CORE + "\",\"" + ENTERPRISE + "\"" + (facts ? ",\"" + EXPORT + "\"" : "")
                + "],\"userName\":\"" + userName(number) + "\",\"externalId\":\"" + externalId(number)
                + "\",\"active\":true,\"displayName\":\"Employee " + number + "\",\"title\":\"" + title
                + "\",\"name\":{\"givenName\":\"Given" + number % 997 + "\",\"familyName\":\"Family" + number % 4999
                + "\"},\"emails\":[{\"value\":\"" + userName(number) + "\",\"type\":\"work\",\"primary\":true}],\""
                + ENTERPRISE + "\":{\"employeeNumber\":\"" + number + "\",\"department\":\"D" + number % 50 + "\"}"
                + (facts ? ",\"" + EXPORT + "\":" + export : "") + "}";
    }

    static String newTitle(String title) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[{\"op\":\"replace\","
                + "\"path\":\"title\",\"value\":\"" + title + "\"}]}";
    }
}
