package io.qpy.junit;

import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A class that is marked with {@link DeviceTests}; its children are test files. */
final class MarkedClassDescriptor extends AbstractTestDescriptor {
    private static final String SEGMENT = "class";

    private final String name;
    private final DeviceTests mark;

    MarkedClassDescriptor(UniqueId engine, Class<?> marked) {
        super(engine.append(SEGMENT, marked.getName()), marked.getSimpleName(), ClassSource.from(marked));
        name = marked.getName();
        mark = marked.getAnnotation(DeviceTests.class);
    }

    DeviceTests mark() {
        return mark;
    }

    /** What reports have as the class. */
    @Override
    public String getLegacyReportingName() {
        return name;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }
}
