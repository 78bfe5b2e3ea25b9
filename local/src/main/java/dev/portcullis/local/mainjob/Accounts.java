package dev.portcullis.local.mainjob;

import dev.portcullis.local.stack.LocalStack;
import dev.portcullis.local.stack.Service;

/** Who asks: one account a duty, each with tokens for the one service that it asks. */
final class Accounts {
    private final LocalStack stack;

    Accounts(LocalStack stack) {
        this.stack = stack;
    }

    /** A service as a development user sees it. */
    Api user(String user, Service service) {
        return new Api(stack.service(service).address(), () -> stack.tokens().ofUser(user, service.id()));
    }

    /** A service as a machine client sees it. */
    Api client(String client, Service service) {
        return new Api(stack.service(service).address(), () -> stack.tokens().ofClient(client, service.id()));
    }
}
