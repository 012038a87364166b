package io.qpy.device;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Parts of one device, or of one larger part, in the order in which they were built in. */
public final class Parts {
    /** @param fresh puts the part back to what it was when it was built in */
    private record BuiltIn(Part part, Runnable fresh) {}

    private final List<BuiltIn> parts = new ArrayList<>();

    /** Builds a part in. */
    public synchronized <P extends Part> P add(P part) {
        parts.add(new BuiltIn(part, part.snapshot()));
        return part;
    }

    /** The part of this type; built in when it is first asked for. */
    public synchronized <P extends Part> P get(Class<P> type, Supplier<P> maker) {
        for (BuiltIn each : parts) {
            if (type.isInstance(each.part())) {
                return type.cast(each.part());
            }
        }
        return add(maker.get());
    }

    /** Asks each of them. */
    public void each(Consumer<Part> question) {
        all().forEach(each -> question.accept(each.part()));
    }

    /** {@link Part#snapshot} of all; a part that is built in later is put back to what it is then. */
    public Runnable snapshot() {
        record Saved(Part part, Runnable undo) {}

        List<Saved> saved = all().stream()
                .map(each -> new Saved(each.part(), each.part().snapshot()))
                .toList();
        return () -> {
            saved.forEach(each -> each.undo().run());
            all().stream().skip(saved.size()).forEach(each -> each.fresh().run());
        };
    }

    private synchronized List<BuiltIn> all() {
        return List.copyOf(parts);
    }
}
