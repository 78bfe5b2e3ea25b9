package dev.portcullis.acceptance;

import dev.portcullis.local.parts.Checkout;
import dev.portcullis.local.stack.LocalStack;
import java.nio.file.Path;

/** A stack of its own for a test class, on free ports, with data that nobody else uses. */
final class TestStack {
    private TestStack() {}

    static LocalStack started(String name) {
        Checkout checkout = Checkout.find();
        Path state = checkout.root().resolve("acceptance/target/stack-" + name);
        LocalStack stack = new LocalStack(
                new LocalStack.Settings(checkout, state, LocalStack.Form.JVM, false, false), new Quiet());
        stack.start();
        return stack;
    }

    private static final class Quiet implements LocalStack.Listener {
        @Override
        public void note(String message) {}

        @Override
        public void starting(String name) {}

        @Override
        public void ready(String name, String address) {}
    }
}
