package io.qpy.cli;

import io.qpy.check.Codes;
import io.qpy.check.Finding;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as a SARIF 2.1.0 log (OASIS, sections 3.13 to 3.52), in maps and lists: one run, whose rules are the codes. */
final class SarifLog {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private SarifLog() {}

    static Map<String, Object> of(List<Finding> findings) {
        List<String> codes =
                findings.stream().map(Finding::code).distinct().sorted().toList();
        Map<String, Object> driver = ordered("name", "qpy check");
        driver.put("rules", codes.stream().map(SarifLog::rule).toList());
        Map<String, Object> run = ordered("tool", Map.of("driver", driver));
        run.put("columnKind", "unicodeCodePoints");
        run.put("results", findings.stream().map(each -> result(each, codes)).toList());
        Map<String, Object> log = ordered("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return log;
    }

    private static Map<String, Object> rule(String code) {
        String page = Codes.page(code).orElse("# " + code + "\n");
        Map<String, Object> rule = ordered("id", code);
        rule.put("shortDescription", Map.of("text", summary(page, code)));
        rule.put("help", Map.of("text", page, "markdown", page));
        return rule;
    }

    /** The first sentence below a page's heading. */
    private static String summary(String page, String code) {
        return page.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse(code);
    }

    private static Map<String, Object> result(Finding finding, List<String> codes) {
        Map<String, Object> region = ordered("startLine", finding.line());
        region.put("startColumn", finding.column());
        Map<String, Object> place = ordered("artifactLocation", Map.of("uri", uri(finding.file())));
        place.put("region", region);
        Map<String, Object> result = ordered("ruleId", finding.code());
        result.put("ruleIndex", codes.indexOf(finding.code()));
        result.put("level", "error");
        result.put("message", Map.of("text", finding.text()));
        result.put("locations", List.of(Map.of("physicalLocation", place)));
        return result;
    }

    /** A relative reference for a relative name, which a reader resolves against the folder of the call. */
    private static String uri(String file) {
        if (Path.of(file).isAbsolute()) {
            return Path.of(file).toUri().toASCIIString();
        }
        String path = file.replace('\\', '/');
        boolean looksLikeScheme = path.split("/", 2)[0].contains(":");
        try {
            return new URI(null, null, looksLikeScheme ? "./" + path : path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(file, e);
        }
    }

    private static Map<String, Object> ordered(String key, Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(key, value);
        return map;
    }
}
