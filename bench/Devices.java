import io.qpy.device.console.Console;
import io.qpy.device.Device;
import io.qpy.device.flash.Flash;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import io.qpy.runtime.Session;
import io.qpy.wiring.Modules;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Many devices in one JVM: how long each takes from nothing to the end of an empty script, and what it holds of the heap. */
public final class Devices {
    private static final Script EMPTY = Script.of("empty.py", "");

    private Devices() {}

    public static void main(String[] arguments) {
        int count = Integer.parseInt(arguments[0]);
        QpyRuntime runtime = new QpyRuntime(Modules.all());
        List<Double> milliseconds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            runtime.run(EMPTY, device());
            milliseconds.add((System.nanoTime() - start) / 1e6);
        }
        List<Session> on = new ArrayList<>();
        long before = used();
        for (int i = 0; i < count; i++) {
            Session session = runtime.start(device(), false);
            session.run(EMPTY);
            on.add(session);
        }
        double each = (used() - before) / 1e6 / count;
        on.forEach(Session::close);
        List<Double> later = milliseconds.subList(count / 4, count).stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%.1f %.1f %.1f %.2f%n",
                later.get(0),
                later.get(later.size() / 2),
                later.get(later.size() - 1),
                each);
    }

    private static Device device() {
        return Device.builder()
                .console(new Console(
                        InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream()))
                .flash(Flash.inMemory())
                .build();
    }

    /** Bytes of the heap that are in use after a collection. */
    private static long used() {
        System.gc();
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
