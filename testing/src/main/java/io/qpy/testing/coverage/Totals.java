package io.qpy.testing.coverage;

/**
 * How much has run.
 *
 * @param lines lines at which statements begin
 * @param linesRun those that have run
 * @param branches ways out of decisions
 * @param branchesTaken those that were taken
 */
public record Totals(int lines, int linesRun, int branches, int branchesTaken) {
    static final Totals NONE = new Totals(0, 0, 0, 0);

    Totals plus(Totals other) {
        return new Totals(
                lines + other.lines,
                linesRun + other.linesRun,
                branches + other.branches,
                branchesTaken + other.branchesTaken);
    }

    /** {@code 87 %} of the lines, rounded down, so that 100 % is all. */
    String linePercent() {
        return percent(linesRun, lines);
    }

    String branchPercent() {
        return percent(branchesTaken, branches);
    }

    private static String percent(int part, int whole) {
        return (whole == 0 ? 100 : 100 * part / whole) + " %";
    }
}
