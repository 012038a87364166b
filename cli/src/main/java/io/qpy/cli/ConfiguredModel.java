package io.qpy.cli;

import io.qpy.device.board.Model;
import io.qpy.wiring.Config;
import io.qpy.wiring.ConfigException;
import java.nio.file.Path;

/** The module that scripts of a folder are for: {@code [modem] model} of the nearest {@code qpy.toml}. */
final class ConfiguredModel {
    private ConfiguredModel() {}

    /** No model in particular where a file has a mistake: a run has to tell of it, a check only reads scripts. */
    static Model of(Path folder) {
        try {
            return Config.of(folder).board().model();
        } catch (ConfigException e) {
            return Model.ANY;
        }
    }
}
