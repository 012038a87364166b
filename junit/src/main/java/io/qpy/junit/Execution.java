package io.qpy.junit;

import io.qpy.testing.Interpreters;
import io.qpy.testing.Selection;
import io.qpy.testing.TestFile;
import io.qpy.testing.TestId;
import io.qpy.testing.TestListener;
import io.qpy.testing.TestPlan;
import io.qpy.testing.TestResult;
import io.qpy.testing.TestRun;
import io.qpy.testing.coverage.Measurement;
import io.qpy.wiring.Policy;
import io.qpy.wiring.TimeMode;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/** Runs test files and tells the platform of each test as it begins and ends. */
final class Execution {
    private final EngineExecutionListener platform;

    Execution(EngineExecutionListener platform) {
        this.platform = platform;
    }

    void run(TestDescriptor root) {
        platform.executionStarted(root);
        try (Interpreters interpreters = new Interpreters()) {
            root.getChildren().forEach(each -> run((MarkedClassDescriptor) each, interpreters));
        }
        platform.executionFinished(root, TestExecutionResult.successful());
    }

    private void run(MarkedClassDescriptor marked, Interpreters interpreters) {
        platform.executionStarted(marked);
        Map<TestFile, FileDescriptor> files = new LinkedHashMap<>();
        marked.getChildren().forEach(each -> files.put(((FileDescriptor) each).file(), (FileDescriptor) each));
        files.values().forEach(platform::executionStarted);
        TestExecutionResult result = TestExecutionResult.successful();
        try {
            new TestRun(plan(marked.mark()), Measurement.none(), new Reporting(files), interpreters)
                    .run(List.copyOf(files.keySet()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result = TestExecutionResult.aborted(e);
        }
        files.values().forEach(each -> platform.executionFinished(each, TestExecutionResult.successful()));
        platform.executionFinished(marked, result);
    }

    private static TestPlan plan(DeviceTests mark) {
        return new TestPlan(
                Policy.DEFAULT.withTime(TimeMode.virtual),
                mark.usr().isEmpty() ? null : Path.of(mark.usr()),
                Selection.ALL,
                Duration.ofSeconds(mark.seconds()),
                Runtime.getRuntime().availableProcessors(),
                Integer.MAX_VALUE,
                false,
                OutputStream.nullOutputStream());
    }

    private final class Reporting implements TestListener {
        private final Map<TestFile, FileDescriptor> files;
        private final Map<TestId, PythonTestDescriptor> running = new HashMap<>();

        Reporting(Map<TestFile, FileDescriptor> files) {
            this.files = files;
        }

        @Override
        public void started(TestId test) {
            FileDescriptor file = files.get(test.file());
            PythonTestDescriptor descriptor = new PythonTestDescriptor(file.getUniqueId(), test);
            file.addChild(descriptor);
            running.put(test, descriptor);
            platform.dynamicTestRegistered(descriptor);
            platform.executionStarted(descriptor);
        }

        @Override
        public void finished(TestResult result) {
            if (!running.containsKey(result.id())) {
                started(result.id());
            }
            PythonTestDescriptor descriptor = running.remove(result.id());
            switch (result.outcome()) {
                case PASSED -> platform.executionFinished(descriptor, TestExecutionResult.successful());
                case FAILED, ERROR ->
                    platform.executionFinished(descriptor, TestExecutionResult.failed(new PythonFailure(result)));
                case SKIPPED ->
                    platform.executionFinished(descriptor, TestExecutionResult.aborted(new SkippedTest(result)));
            }
        }
    }
}
