package dev.portcullis.local.stack;

/** The four services, with the ports that they take where they can. */
public enum Service {
    CLASSIFICATION("classification", 8081),
    SCREENING("screening", 8082),
    PERSONNEL("personnel", 8083),
    LICENSING("licensing", 8084);

    private final String capability;
    private final int usualPort;

    Service(String capability, int usualPort) {
        this.capability = capability;
        this.usualPort = usualPort;
    }

    /** Name of the module, of the audience and of the scope that asks for it. */
    public String id() {
        return capability + "-svc";
    }

    /** Name of its database and of the database's owner. */
    public String database() {
        return capability;
    }

    /** The port that it takes where that is free. */
    public int usualPort() {
        return usualPort;
    }
}
