package io.qpy.junit;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;

/** Runs the tests of the classes that are marked with {@link DeviceTests}. */
public final class DeviceTestEngine implements TestEngine {
    @Override
    public String getId() {
        return "qpy";
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
        return new ClassSearch(id).find(request);
    }

    @Override
    public void execute(ExecutionRequest request) {
        Execution execution = new Execution(request.getEngineExecutionListener());
        execution.run(request.getRootTestDescriptor());
    }
}
