package io.qpy.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.qpy.check.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** How {@code qpy check} prints what it finds. */
enum FindingFormat {
    /** A line for each finding, for people. */
    TEXT {
        @Override
        String of(List<Finding> findings) {
            return findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
        }
    },
    /** A list of objects. */
    JSON {
        @Override
        String of(List<Finding> findings) {
            return json(findings);
        }
    },
    /** SARIF 2.1.0. */
    SARIF {
        @Override
        String of(List<Finding> findings) {
            return json(SarifLog.of(findings));
        }
    },
    /** The workflow commands of GitHub's runners, which show each finding at its line. */
    GITHUB {
        @Override
        String of(List<Finding> findings) {
            return findings.stream().map(FindingFormat::annotation).collect(Collectors.joining("\n"));
        }
    };

    /** Returns the text of some findings, without a line end after the last line. */
    abstract String of(List<Finding> findings);

    /** Returns whether the findings of several scripts are the texts of each, one after the other. */
    boolean isLines() {
        return this == TEXT || this == GITHUB;
    }

    private static String json(Object value) {
        try {
            return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("findings have texts and numbers only", e);
        }
    }

    private static String annotation(Finding finding) {
        return "::error file=%s,line=%d,col=%d,title=%s::%s"
                .formatted(
                        property(finding.file()),
                        finding.line(),
                        finding.column(),
                        property("qpy check: " + finding.code()),
                        data(finding.text()));
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
