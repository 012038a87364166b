package io.qpy.junit;

import io.qpy.testing.TestFile;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.FileSource;

/** A test file; the tests in it are known when it runs. */
final class FileDescriptor extends AbstractTestDescriptor {
    private static final String SEGMENT = "file";

    private final TestFile file;

    FileDescriptor(UniqueId parent, TestFile file) {
        super(
                parent.append(SEGMENT, file.path().toString()),
                file.path().toString(),
                FileSource.from(file.path().toFile()));
        this.file = file;
    }

    TestFile file() {
        return file;
    }

    @Override
    public Type getType() {
        return Type.CONTAINER;
    }

    @Override
    public boolean mayRegisterTests() {
        return true;
    }
}
