package io.qpy.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The comments {@code # qpy: ignore[code, …]} of a script. Each takes the findings of its codes from its own line; one that
 * takes none, or names a code that does not exist, is a finding itself.
 */
final class Ignores {
    private static final String CODE = "ignore";
    private static final Pattern COMMENT = Pattern.compile("#\\s*qpy:\\s*ignore(\\[([^\\]]*)\\])?");

    private final String file;
    private final List<Comment> comments = new ArrayList<>();

    /** One comment; no codes stand for all codes. */
    private record Comment(int line, int column, Set<String> codes, Set<String> used) {
        boolean takes(Finding finding) {
            boolean taken = finding.line() == line && (codes.isEmpty() || codes.contains(finding.code()));
            if (taken) {
                used.add(finding.code());
            }
            return taken;
        }
    }

    Ignores(String file, String source) {
        this.file = file;
        String[] lines = source.contains("qpy:") ? source.split("\n", -1) : new String[0];
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = COMMENT.matcher(lines[i]);
            if (matcher.find()) {
                comments.add(new Comment(i + 1, matcher.start() + 1, codes(matcher.group(2)), new HashSet<>()));
            }
        }
    }

    private static Set<String> codes(String list) {
        Set<String> codes = new HashSet<>();
        if (list != null) {
            Arrays.stream(list.split(",")).map(String::strip).forEach(codes::add);
        }
        return codes;
    }

    /** The findings that no comment takes, and those about the comments. */
    List<Finding> apply(List<Finding> findings) {
        List<Finding> left = new ArrayList<>(findings);
        left.removeIf(finding -> comments.stream().anyMatch(comment -> comment.takes(finding)));
        for (Comment comment : comments) {
            if (comment.codes().isEmpty() && comment.used().isEmpty()) {
                left.add(about(comment, "nothing is found in this line", "Remove the comment"));
            }
            comment.codes().stream()
                    .filter(code -> !comment.used().contains(code))
                    .sorted()
                    .forEach(code -> {
                        boolean known = Codes.all().contains(code);
                        String what =
                                known ? "'" + code + "' is not found in this line" : "there is no code '" + code + "'";
                        left.add(about(comment, what, known ? "Remove it" : "'qpy explain' lists the codes"));
                    });
        }
        return left;
    }

    private Finding about(Comment comment, String message, String advice) {
        return new Finding(file, comment.line(), comment.column(), CODE, message, advice);
    }
}
