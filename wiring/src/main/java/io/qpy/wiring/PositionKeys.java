package io.qpy.wiring;

import io.qpy.device.Device;
import io.qpy.device.position.Sky;
import io.qpy.device.position.Track;
import io.qpy.device.position.TrackException;
import io.qpy.pymodules.position.GnssCommand;
import io.qpy.pymodules.position.QuecgnssHost;
import io.qpy.pymodules.position.WifiScanHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The keys of {@code [board]} that say where the module is: {@code gnss} and {@code wifi}. */
final class PositionKeys {
    private static final Pattern PLACE = Pattern.compile("[-\\s\\d.]+,[-\\s\\d.]+");
    private static final Pattern ADDRESS = Pattern.compile("(?:[0-9A-F]{2}:){5}[0-9A-F]{2}");
    private static final String WANT =
            "\"latitude, longitude\" in degrees as \"31.82, 117.11\", the path of a GPX file or of NMEA sentences, or \"none\""
                    + " for no fix";

    private final Path folder;
    private final List<Consumer<Device>> changes = new ArrayList<>();

    /** @param folder where paths begin: that of {@code qpy.toml} */
    PositionKeys(Path folder) {
        this.folder = folder;
    }

    TomlTable.Keys addTo(TomlTable.Keys keys) {
        return keys.on("gnss", this::gnss).on("wifi", this::wifi);
    }

    private void gnss(TomlValue value) {
        if (!(value.value() instanceof String text)) {
            throw value.wrong(WANT);
        }
        if (text.equals("none")) {
            changes.add(device -> QuecgnssHost.receiver(device).receive(Sky.COVERED));
            return;
        }
        Track track = track(text, value);
        changes.add(device -> QuecgnssHost.receiver(device).take(track));
    }

    private Track track(String text, TomlValue value) {
        if (PLACE.matcher(text).matches()) {
            Track place = GnssCommand.place(text);
            if (place == null) {
                throw value.wrong("a latitude of at most 90 and a longitude of at most 180 degrees");
            }
            return place;
        }
        Path file = folder.resolve(text).normalize();
        if (!Files.isRegularFile(file)) {
            throw value.fault("there is no file " + file + "; want " + WANT);
        }
        try {
            return Track.read(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (TrackException e) {
            throw value.fault(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw value.fault(file + " cannot be read");
        }
    }

    private void wifi(TomlValue value) {
        List<Object> points = new ArrayList<>();
        value.table().values().forEach(each -> {
            if (!ADDRESS.matcher(each.key()).matches()) {
                throw each.wrongKey(
                        "unknown key '" + each.path() + "': want an address in quotes, as \"34:CE:00:09:E5:A8\"");
            }
            points.add(each.key());
            points.add(each.number(-120, 0));
        });
        changes.add(device -> WifiScanHost.scanner(device).surround(points));
    }

    /** What is done to a new device. */
    List<Consumer<Device>> changes() {
        return changes;
    }
}
