package io.qpy.repl;

import io.qpy.device.flash.Flash;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The protection of a device's prompt, which {@code system.replSetEnable} keeps in {@code /usr/system_config.json}; what
 * the firmware says about it is in facts.md section 7.
 */
public final class Protection {
    /** The answer of a protected prompt. */
    public static final String REFUSAL = "REPL refuse";

    /** What asks for the password, and what asks again. */
    public static final String QUESTION = "Please enter password:";

    public static final String WRONG = "Incorrect password, please try again:";
    public static final String ADMITTED = "REPL enable";

    private static final String FILE = "/usr/system_config.json";
    private static final Pattern FLAG = Pattern.compile("\"replFlag\"\\s*:\\s*(1|true)\\b");
    private static final Pattern PASSWORD = Pattern.compile("\"replPswd\"\\s*:\\s*\"([0-9a-fA-F]{64})\"");

    private final Flash flash;

    public Protection(Flash flash) {
        this.flash = flash;
    }

    public boolean isOn() {
        return FLAG.matcher(settings()).find();
    }

    public boolean hasPassword() {
        return PASSWORD.matcher(settings()).find();
    }

    /** Whether this is the password. */
    public boolean admits(String password) {
        Matcher stored = PASSWORD.matcher(settings());
        return stored.find()
                && MessageDigest.isEqual(digest(password), HexFormat.of().parseHex(stored.group(1)));
    }

    private static byte[] digest(String password) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private String settings() {
        try (var in = Channels.newInputStream(flash.open(FILE, Set.of(StandardOpenOption.READ)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            return "\"replFlag\": 1";
        }
    }
}
