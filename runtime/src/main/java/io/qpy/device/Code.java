package io.qpy.device;

import java.util.Locale;

/**
 * The kinds of lines that qpy itself says, {@code NO_HOST} is {@code no-host}. {@code qpy explain} has a page about each, the folders
 * {@code codes} of runtime and check.
 */
public enum Code {
    // What was asked of a command.
    USAGE,
    NO_COMMAND,
    FILE_ARGUMENT,
    COMPILED,
    CONFIG,
    NO_DEVICE,
    NO_PORT,
    NO_CLOUD,
    NO_RUN,
    NO_CODE,
    NO_TESTS,
    NO_BLOCK,
    FIXED,
    WATCH,
    PC_FILES,
    PROTECTED,

    // The launcher, before there is a JVM.
    NO_JDK,
    STANDBY,
    WARM_UP,
    BUILD,

    // A run.
    TIMEOUT,
    HEAP,
    OUTPUT,
    JIT,
    POWER,
    NO_MAIN,
    PROMPT,
    INTERPRETER,
    BUG,

    // What a script failed at; the pages are those of qpy check where it finds the same.
    SYNTAX,
    TAB,
    ENCODING,
    TOO_LARGE,
    NO_MODULE,
    NO_NAME,
    NO_METHOD,
    NOT_YET,
    MODULE_SPELLING,
    USR_IMPORT,
    USR_MISSING,
    NO_BUILTIN,
    UNDEFINED,
    KEYWORD,
    ARGUMENTS,
    PATH,
    NOT_JSON,
    UNSUPPORTED,

    // The device's files.
    STORAGE,
    FULL,
    UPDATE,
    NO_MEDIUM,
    LEFT_OUT,

    // The board.
    NO_PIN,
    UART,
    PEER,
    TIMER_RUNS,
    WATCHDOG,
    CALLBACK_DROPPED,
    I2C,
    SPI,
    ONE_WIRE,
    PWM,
    LCD,
    AUDIO,

    // The radio's messages.
    SMS,
    CALL,

    // The device's network.
    SANDBOX_HOST,
    OFFLINE,
    NO_HOST,
    NO_CONNECTION,
    NO_ANSWER,
    NO_TIME,
    NO_TLS,
    CERTIFICATE,
    OWN_CERTIFICATE,
    NO_BIND,
    LISTENS,

    // MQTT.
    MQTT_REFUSED,
    MQTT_LOST,
    MQTT_SUBSCRIPTION,
    MQTT_LOGIN,

    // The clouds and the sandbox.
    CLOUD_CLIENT_ID,
    CLOUD_USER_NAME,
    CLOUD_PASSWORD,
    CLOUD_KEEP_ALIVE,
    CLOUD_REGISTRATION,
    CLOUD_TOPIC,
    CLOUD_ACCOUNT,
    CLOUD_SECRET_FILE,
    CLOUD_STORE,
    CLOUD_NOTE,
    CLOUD_DEMO,
    SANDBOX,
    SANDBOX_PROTOCOL,
    SANDBOX_SEEN,

    // qpy serve.
    SERVE_TOKEN,
    SERVE_BUSY,
    SERVE_CLIENT;

    /** As it is shown. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a connection that was not made ended with. */
    public static Code ofConnecting(Throwable failure) {
        if (failure instanceof java.net.NoRouteToHostException) {
            return OFFLINE;
        }
        if (failure instanceof java.net.UnknownHostException) {
            return NO_HOST;
        }
        return failure instanceof Coded coded ? coded.code() : NO_CONNECTION;
    }
}
