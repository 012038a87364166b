package io.qpy.device.board.connected;

import io.qpy.device.board.BusPlan.Maker;
import io.qpy.device.board.I2cDevice;
import io.qpy.device.board.SpiDevice;
import io.qpy.device.board.WireDevice;
import java.util.Map;
import java.util.Set;

/** The parts that qpy comes with, by the names that qpy.toml has for them. */
public final class Kinds {
    /** For I2C. */
    public static final Map<String, Maker<I2cDevice>> I2C = Map.of(
            "aht10", Aht::aht10,
            "aht20", Aht::aht20,
            "at24c02", At24c02::new,
            "bmp280", Bmp280::new,
            "lis3dh", Lis3dh::new,
            "sht3x", Sht3x::new);

    /** Those of them that have an interrupt line. */
    public static final Set<String> WITH_INTERRUPT = Set.of("lis3dh");

    /** For SPI. */
    public static final Map<String, Maker<SpiDevice>> SPI = Map.of(
            "loopback", time -> new Loopback(),
            "w25q32", time -> new W25q(32, time),
            "w25q64", time -> new W25q(64, time),
            "w25q128", time -> new W25q(128, time));

    /** For a one-wire line. */
    public static final Map<String, Maker<WireDevice>> WIRE = Map.of("ds18b20", Ds18b20::new);

    private Kinds() {}
}
