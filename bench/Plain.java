import org.graalvm.polyglot.Context;

/** What a program that embeds GraalPy does at the least: the yardstick of bench/speed. */
public final class Plain {
    private Plain() {}

    public static void main(String[] arguments) {
        try (Context context = Context.create("python")) {
            context.eval("python", "print('hi')");
        }
    }
}
