package io.qpy.junit;

import io.qpy.testing.TestId;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** A test of a file, or the file as a whole. */
final class PythonTestDescriptor extends AbstractTestDescriptor {
    static final String SEGMENT = "test";

    PythonTestDescriptor(UniqueId parent, TestId test) {
        super(
                parent.append(SEGMENT, name(test)),
                test.toString(),
                FileSource.from(test.file().path().toFile(), FilePosition.from(test.line())));
    }

    private static String name(TestId test) {
        return test.name().isEmpty() ? test.file().path().getFileName().toString() : test.name();
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
