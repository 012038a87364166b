package io.qpy.testing;

import java.util.Set;

/**
 * Which tests of the files are run.
 *
 * @param keyword what is said of their path and name
 * @param failed the ids of those that failed last time; null for all
 */
public record Selection(Keyword keyword, Set<String> failed) {
    /** Every test. */
    public static final Selection ALL = new Selection(Keyword.ANY, null);

    boolean includes(TestFile file, String name) {
        String id = new TestId(file, name, 1).toString();
        return keyword.covers(id)
                && file.asksFor(name)
                && (failed == null
                        || failed.contains(id)
                        || failed.contains(file.path().toString()));
    }

    /** Whether a file need be run at all. */
    boolean mayInclude(TestFile file) {
        if (file.kind() == TestFile.Kind.OUTPUT) {
            return includes(file, "");
        }
        String path = file.path().toString();
        return failed == null || failed.stream().anyMatch(each -> TestFile.covers(path, each));
    }
}
