package io.qpy.sandbox.cloud;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips on a PC without openssl or mosquitto_pub; where the environment says CI=true they must be there. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresPrograms.Condition.class)
@interface RequiresPrograms {
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            List<String> missing = Stream.of("openssl", "mosquitto_pub")
                    .filter(program -> !isOnPath(program))
                    .toList();
            return missing.isEmpty() || "true".equals(System.getenv("CI"))
                    ? ConditionEvaluationResult.enabled("the programs are here, or must be")
                    : ConditionEvaluationResult.disabled("not installed: " + missing);
        }

        private static boolean isOnPath(String program) {
            return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        }
    }
}
