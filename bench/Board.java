import io.qpy.device.Device;
import io.qpy.device.console.Console;
import io.qpy.device.flash.Flash;
import io.qpy.module.DeviceModule;
import io.qpy.runtime.QpyRuntime;
import io.qpy.runtime.Script;
import io.qpy.wiring.Config;
import io.qpy.wiring.Modules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Measures the board with a script of board.d. {@code seam} is there the host object of {@link Seam}; it does nothing. */
public final class Board {
    private Board() {}

    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[0]);
        Config config = Config.of(path.toAbsolutePath().getParent());
        Device device = Device.builder()
                .console(new Console(InputStream.nullInputStream(), System.out, System.err))
                .flash(Flash.inMemory())
                .board(config.board())
                .build();
        config.parts().forEach(part -> part.accept(device));
        List<DeviceModule> modules = new ArrayList<>(Modules.all());
        modules.add(DeviceModule.of("seam", Seam.class, Seam.Host::new));
        new QpyRuntime(modules).run(Script.read(path, List.of()), device);
    }
}
