package io.qpy.sandbox.mqtt;

import java.io.File;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips on a PC without mosquitto's clients; where the environment says CI=true they must be there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresMosquitto.Condition.class)
@interface RequiresMosquitto {
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return "true".equals(System.getenv("CI")) || (isOnPath("mosquitto_pub") && isOnPath("mosquitto_sub"))
                    ? ConditionEvaluationResult.enabled("mosquitto's clients are here, or must be")
                    : ConditionEvaluationResult.disabled(
                            "mosquitto_pub and mosquitto_sub are not installed (Debian: mosquitto-clients)");
        }

        private static boolean isOnPath(String program) {
            return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        }
    }
}
