package dev.portcullis.classification.modelfile;

import dev.portcullis.classification.modelfile.Pickled.Dictionary;
import dev.portcullis.classification.modelfile.Pickled.Global;
import dev.portcullis.classification.modelfile.Pickled.Opaque;
import dev.portcullis.classification.modelfile.Pickled.Request;
import dev.portcullis.classification.modelfile.Pickled.Sequence;
import dev.portcullis.classification.modelfile.Pickled.Text;
import dev.portcullis.classification.modelfile.Pickled.Whole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows the instructions of a pickle without executing any: what would import is noted, what would call becomes a description of
 * the call (pickletools, protocols 0 to 4). Stack, memo and descriptions are bounded, so that a few bytes that ask for much get nothing.
 */
final class PickleMachine {
    private final PickleInput in;
    private final PickleTensors tensors;
    private final int most;
    private final List<Pickled> stack = new ArrayList<>();
    private final Map<Long, Pickled> memo = new HashMap<>();
    private int made;

    PickleMachine(PickleInput in, PickleTensors tensors, Limits limits) {
        this.in = in;
        this.tensors = tensors;
        this.most = limits.pickleValues();
    }

    /** Runs to the end and returns what the pickle describes. */
    Pickled run() throws IOException {
        for (int opcode = in.u8(); opcode != '.'; opcode = in.u8()) {
            step(opcode);
        }
        Pickled result = pop();
        if (!in.atEnd() || in.goesOn()) {
            throw ModelFileException.malformed("something follows the end of its pickle");
        }
        return result;
    }

    private void step(int opcode) throws IOException {
        switch (opcode) {
            case 0x80 -> in.u8();
            case 0x95 -> in.unsigned(8);
            case '(' -> push(Opaque.MARK);
            case '0' -> stack.remove(top());
            case '1' -> toMark();
            case '2' -> again(peek());
            case 'N', 0x88, 0x89 -> push(Opaque.VALUE);
            case 'G' -> opaque(8);
            case 'F' -> {
                in.line();
                push(Opaque.VALUE);
            }
            case 'J' -> push(new Whole((int) in.unsigned(4)));
            case 'K' -> push(new Whole(in.u8()));
            case 'M' -> push(new Whole(in.unsigned(2)));
            case 'I', 'L' -> push(whole(in.line()));
            case 0x8a -> push(in.number(in.u8()));
            case 0x8b -> push(in.number(in.unsigned(4)));
            case 'S', 'V' -> push(new Text(in.line().replaceAll("^['\"]|['\"]$", "")));
            case 'U', 0x8c -> push(in.text(in.u8()));
            case 'T', 'X' -> push(in.text(in.unsigned(4)));
            case 0x8d -> push(in.text(in.unsigned(8)));
            case 'C' -> opaque(in.u8());
            case 'B' -> opaque(in.unsigned(4));
            case 0x8e -> opaque(in.unsigned(8));
            default -> structure(opcode);
        }
    }

    private void structure(int opcode) throws IOException {
        switch (opcode) {
            case ']', ')', 0x8f -> push(new Sequence());
            case '}' -> push(new Dictionary());
            case 't', 'l', 0x91 -> sequence(toMark());
            case 0x85 -> sequence(last(1));
            case 0x86 -> sequence(last(2));
            case 0x87 -> sequence(last(3));
            case 'd' -> {
                List<Pickled> pairs = toMark();
                push(new Dictionary());
                set(pairs);
            }
            case 'a' -> append(last(1));
            case 'e', 0x90 -> append(toMark());
            case 's' -> set(last(2));
            case 'u' -> set(toMark());
            case 'q' -> remember(in.u8());
            case 'r' -> remember(in.unsigned(4));
            case 'p' -> remember(index(in.line()));
            case 0x94 -> remember(memo.size());
            case 'h' -> recall(in.u8());
            case 'j' -> recall(in.unsigned(4));
            case 'g' -> recall(index(in.line()));
            default -> request(opcode);
        }
    }

    private void request(int opcode) throws IOException {
        switch (opcode) {
            case 'c' -> global(in.line(), in.line());
            case 0x93 -> {
                List<Pickled> names = last(2);
                global(text(names.get(0)), text(names.get(1)));
            }
            case 'Q' -> {
                Pickled id = pop();
                push(tensors.storage(id));
            }
            case 'R', 0x81 -> {
                List<Pickled> call = last(2);
                push(tensors.call(call.get(0), call.get(1)));
            }
            case 0x92 -> {
                List<Pickled> call = last(3);
                Request request = new Request(call.get(0));
                request.parts.addAll(call.subList(1, 3));
                push(request);
            }
            case 'b' -> {
                Pickled state = pop();
                push(tensors.build(pop(), state));
            }
            case 'i' -> {
                Global target = tensors.noted(new Global(in.line(), in.line()));
                Request request = new Request(target);
                request.parts.addAll(toMark());
                push(request);
            }
            case 'o' -> {
                List<Pickled> call = toMark();
                if (call.isEmpty()) {
                    throw damaged();
                }
                Request request = new Request(call.get(0));
                request.parts.addAll(call.subList(1, call.size()));
                push(request);
            }
            default ->
                throw ModelFileException.unsupported(
                        "its pickle has instruction 0x%02x at byte %d, which torch.save does not write",
                        opcode, in.position() - 1);
        }
    }

    private void global(String module, String name) throws ModelFileException {
        push(tensors.noted(new Global(module, name)));
    }

    private static String text(Pickled value) throws ModelFileException {
        if (value instanceof Text text) {
            return text.value();
        }
        throw damaged();
    }

    private void opaque(long length) throws IOException {
        in.skip(length);
        push(Opaque.VALUE);
    }

    private static Pickled whole(String line) {
        String digits = line.endsWith("L") ? line.substring(0, line.length() - 1) : line;
        return digits.matches("-?[0-9]{1,18}") ? new Whole(Long.parseLong(digits)) : Opaque.VALUE;
    }

    private static long index(String line) throws ModelFileException {
        if (!line.matches("[0-9]{1,9}")) {
            throw damaged();
        }
        return Long.parseLong(line);
    }

    private void sequence(List<Pickled> elements) throws ModelFileException {
        Sequence sequence = new Sequence();
        addAll(sequence.elements, elements);
        push(sequence);
    }

    private void append(List<Pickled> elements) throws ModelFileException {
        Pickled target = peek();
        if (target instanceof Sequence sequence) {
            addAll(sequence.elements, elements);
        } else if (target instanceof Request request) {
            addAll(request.parts, elements);
        } else {
            throw damaged();
        }
    }

    /** Puts keys and values in turn into what is on top of the stack. */
    private void set(List<Pickled> pairs) throws ModelFileException {
        Pickled target = peek();
        if (pairs.size() % 2 != 0) {
            throw damaged();
        }
        if (target instanceof Dictionary dictionary) {
            addAll(dictionary.entries, pairs);
        } else if (target instanceof Request request) {
            Dictionary items = new Dictionary();
            addAll(items.entries, pairs);
            request.parts.add(items);
        } else {
            throw damaged();
        }
    }

    private void addAll(List<Pickled> to, List<Pickled> elements) throws ModelFileException {
        account(elements.size());
        to.addAll(elements);
    }

    private void remember(long index) throws ModelFileException {
        account(1);
        memo.put(index, peek());
    }

    private void recall(long index) throws ModelFileException {
        Pickled value = memo.get(index);
        if (value == null) {
            throw damaged();
        }
        again(value);
    }

    private void push(Pickled value) throws ModelFileException {
        if (!(value instanceof Opaque)) {
            account(1);
        }
        again(value);
    }

    /** Puts a value on the stack that was accounted for before. */
    private void again(Pickled value) throws ModelFileException {
        if (stack.size() >= most) {
            throw passesLimit();
        }
        stack.add(value);
    }

    private Pickled pop() throws ModelFileException {
        Pickled value = stack.remove(top());
        if (value == Opaque.MARK) {
            throw damaged();
        }
        return value;
    }

    private Pickled peek() throws ModelFileException {
        Pickled value = stack.get(top());
        if (value == Opaque.MARK) {
            throw damaged();
        }
        return value;
    }

    private int top() throws ModelFileException {
        if (stack.isEmpty()) {
            throw damaged();
        }
        return stack.size() - 1;
    }

    private List<Pickled> last(int count) throws ModelFileException {
        if (stack.size() < count) {
            throw damaged();
        }
        List<Pickled> part = stack.subList(stack.size() - count, stack.size());
        if (part.contains(Opaque.MARK)) {
            throw damaged();
        }
        return take(part);
    }

    private List<Pickled> toMark() throws ModelFileException {
        int mark = stack.lastIndexOf(Opaque.MARK);
        if (mark < 0) {
            throw damaged();
        }
        List<Pickled> taken = take(stack.subList(mark + 1, stack.size()));
        stack.remove(mark);
        return taken;
    }

    private static List<Pickled> take(List<Pickled> part) {
        List<Pickled> taken = new ArrayList<>(part);
        part.clear();
        return taken;
    }

    private void account(int values) throws ModelFileException {
        made += values;
        if (made > most) {
            throw passesLimit();
        }
    }

    private ModelFileException passesLimit() {
        return ModelFileException.passesLimit("its pickle asks for more than %d objects", most);
    }

    private static ModelFileException damaged() {
        return ModelFileException.malformed("its pickle is damaged: an instruction does not find what it needs");
    }
}
