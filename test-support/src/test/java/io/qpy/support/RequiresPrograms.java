package io.qpy.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Skips on a PC without some programs; where the environment says CI=true they must be there. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequiresPrograms.Condition.class)
public @interface RequiresPrograms {
    /** The programs' names. */
    String[] value();

    /** Looks along the path. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            List<String> missing = AnnotationSupport.findAnnotation(context.getElement(), RequiresPrograms.class)
                    .map(wanted -> Stream.of(wanted.value())
                            .filter(program -> !Program.isOnPath(program))
                            .toList())
                    .orElse(List.of());
            return missing.isEmpty() || "true".equals(System.getenv("CI"))
                    ? ConditionEvaluationResult.enabled("the programs are here, or must be")
                    : ConditionEvaluationResult.disabled("not installed: " + String.join(", ", missing));
        }
    }
}
