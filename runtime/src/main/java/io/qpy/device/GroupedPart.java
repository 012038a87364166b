package io.qpy.device;

/** A part that is made of others, and asks each of them what it is asked. */
public abstract class GroupedPart implements Part {
    private final Parts parts = new Parts();

    /** Builds one of them in. */
    protected final <P extends Part> P add(P part) {
        return parts.add(part);
    }

    @Override
    public void reset() {
        parts.each(Part::reset);
    }

    @Override
    public void restart() {
        parts.each(Part::restart);
    }

    @Override
    public Runnable snapshot() {
        return parts.snapshot();
    }

    @Override
    public void close() {
        parts.each(Part::close);
    }
}
