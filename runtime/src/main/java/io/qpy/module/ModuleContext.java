package io.qpy.module;

import io.qpy.device.Device;

/** What a host object is made with. */
public record ModuleContext(Device device, Callbacks callbacks, ScriptThreads threads) {}
