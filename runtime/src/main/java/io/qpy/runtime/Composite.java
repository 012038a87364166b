package io.qpy.runtime;

import io.qpy.device.DeviceError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;

/** Copies one list, tuple or dict of Python's with what is in it. One that contains itself, or that no end is in sight of, is refused. */
final class Composite {
    private static final int DEEPEST = 64; // levels
    private static final int MOST = 1 << 20; // items in all

    private final Marshal marshal;
    private final Deque<Value> around = new ArrayDeque<>();
    private int items;

    Composite(Marshal marshal) {
        this.marshal = marshal;
    }

    Object toJava(Value value) {
        if (around.size() >= DEEPEST || around.contains(value)) {
            throw DeviceError.of("ValueError", "object nests too deeply, or in itself");
        }
        around.push(value);
        Object copied = value.hasHashEntries() ? map(value) : list(value);
        around.pop();
        return copied;
    }

    private List<Object> list(Value value) {
        List<Object> copied = new ArrayList<>();
        for (long i = 0; i < value.getArraySize(); i++) {
            copied.add(item(value.getArrayElement(i)));
        }
        return copied;
    }

    private Map<Object, Object> map(Value value) {
        Map<Object, Object> entries = new LinkedHashMap<>();
        Value iterator = value.getHashEntriesIterator();
        while (iterator.hasIteratorNextElement()) {
            Value entry = iterator.getIteratorNextElement();
            entries.put(item(entry.getArrayElement(0)), item(entry.getArrayElement(1)));
        }
        return entries;
    }

    private Object item(Value value) {
        if (++items > MOST) {
            throw DeviceError.of("ValueError", "object too large");
        }
        return marshal.toJava(value, this);
    }
}
