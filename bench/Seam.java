import io.qpy.device.console.Console;
import io.qpy.device.Device;
import io.qpy.device.flash.Flash;
import io.qpy.module.Callback;
import io.qpy.module.DeviceModule;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What it costs to cross the seam: runs a script whose module {@code seam} is a facade over this class's host object. */
public final class Seam {
    private Seam() {}

    public static void main(String[] arguments) throws IOException {
        DeviceModule module = DeviceModule.of("seam", Seam.class, Host::new);
        Device device = Device.builder()
                .console(new Console(InputStream.nullInputStream(), System.out, System.err))
                .flash(Flash.inMemory())
                .build();
        Script script = Script.read(Path.of(arguments[0]), List.of());
        new QpyRuntime(List.of(module)).run(script, device);
    }

    /** A host object that does nothing by itself. */
    static final class Host {
        private final ModuleContext context;
        private final long start = System.nanoTime();

        Host(ModuleContext context) {
            this.context = context;
        }

        @Exposed
        long nanos() {
            return System.nanoTime() - start;
        }

        @Exposed
        int same(int number) {
            return number;
        }

        @Exposed
        byte[] bytes(byte[] bytes) {
            return bytes;
        }

        @Exposed
        void post(Callback callback, int times) {
            for (int i = 0; i < times; i++) {
                context.callbacks().post(callback, i);
            }
        }
    }
}
