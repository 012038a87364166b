package io.qpy.device.board.lcd;

import java.util.Arrays;

/**
 * A display's controller, of those that share the commands of the MIPI display command set (ST7789, ILI9341 and others): a
 * window, pixels of 16 bits that fill it, a direction. How it is turned, and whether it inverts, once the script has set it up,
 * is how it is mounted: the picture is upright then, and what is turned later is seen turned.
 */
final class Panel {
    private static final int RESET = 0x01;
    private static final int SLEEP = 0x10;
    private static final int AWAKE = 0x11;
    private static final int PLAIN = 0x20;
    private static final int INVERTED = 0x21;
    private static final int OFF = 0x28;
    private static final int ON = 0x29;
    private static final int COLUMNS = 0x2A;
    private static final int ROWS = 0x2B;
    private static final int WRITE = 0x2C;
    private static final int DIRECTION = 0x36;
    private static final int WRITE_ON = 0x3C;
    private static final int MIRROR_Y = 0x80;
    private static final int MIRROR_X = 0x40;
    private static final int SWAP = 0x20;
    private static final int BYTE = 0xFF;
    private static final int RANGE_BYTES = 4;
    private static final int PIXEL = 0xFFFF;

    private final int width;
    private final int height;
    private final int[] pixels;
    private int command;
    private final int[] parameters = new int[RANGE_BYTES];
    private int count;
    private int high = -1;

    private int left;
    private int right;
    private int top;
    private int bottom;
    private int x;
    private int y;
    private int direction;
    private int mounted;
    private boolean isMounted;
    private boolean inverts;
    private boolean mountedInverts;
    private boolean isOn = true; // that one which is never switched on shows something is a guess
    private boolean sleeps;
    private boolean hasLeft;

    /** @param width as a person sees it, and so the height */
    Panel(int width, int height) {
        this.width = width;
        this.height = height;
        pixels = new int[width * height];
        reset();
    }

    /** As another is now. */
    Panel(Panel other) {
        this(other.width, other.height);
        System.arraycopy(other.pixels, 0, pixels, 0, pixels.length);
        window(other.left, other.top, other.right, other.bottom);
        direction = other.direction;
        mounted = other.mounted;
        isMounted = other.isMounted;
        inverts = other.inverts;
        mountedInverts = other.mountedInverts;
        isOn = other.isOn;
        sleeps = other.sleeps;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    private void reset() {
        direction = 0;
        inverts = false;
        window(0, 0, width - 1, height - 1);
    }

    /** The script has set it up: so it is mounted. */
    void mount() {
        mounted = direction;
        mountedInverts = inverts;
        isMounted = true;
    }

    /** A command comes; its parameters follow. */
    void command(int value) {
        command = value;
        count = 0;
        high = -1;
        switch (value) {
            case RESET -> reset();
            case SLEEP, AWAKE -> sleeps = value == SLEEP;
            case PLAIN, INVERTED -> inverts = value == INVERTED;
            case OFF, ON -> isOn = value == ON;
            case WRITE -> begin();
            default -> {}
        }
    }

    private void begin() {
        x = left;
        y = top;
    }

    /** Whether bytes that come now are pixels. */
    boolean isWriting() {
        return command == WRITE || command == WRITE_ON;
    }

    /** A window without its commands, and pixels follow. */
    void write(int newLeft, int newTop, int newRight, int newBottom) {
        window(newLeft, newTop, newRight, newBottom);
        command(WRITE);
    }

    private void window(int newLeft, int newTop, int newRight, int newBottom) {
        left = newLeft;
        top = newTop;
        right = newRight;
        bottom = newBottom;
    }

    /** Bytes that belong to the command. */
    void data(byte... bytes) {
        for (byte each : bytes) {
            if (isWriting()) {
                half(each & BYTE);
            } else if (count < RANGE_BYTES) {
                parameters[count++] = each & BYTE;
                parameter();
            }
        }
    }

    private void parameter() {
        int first = (parameters[0] << Byte.SIZE) | parameters[1];
        int last = (parameters[2] << Byte.SIZE) | parameters[3];
        if (command == DIRECTION) {
            direction = parameters[0];
        } else if (count == RANGE_BYTES && command == COLUMNS) {
            left = first;
            right = last;
        } else if (count == RANGE_BYTES && command == ROWS) {
            top = first;
            bottom = last;
        }
    }

    private void half(int value) {
        if (high < 0) {
            high = value;
            return;
        }
        put((high << Byte.SIZE) | value);
        high = -1;
        if (++x > right) {
            x = left;
            y = y >= bottom ? top : y + 1;
        }
    }

    /** The pixel at the place where the next one goes: from the script's coordinates to the panel's, and to those of a person. */
    private void put(int color) {
        int viewed = isMounted ? mounted : direction;
        int columns = (viewed & SWAP) == 0 ? width : height;
        int rows = (viewed & SWAP) == 0 ? height : width;
        int column = (direction & SWAP) == 0 ? x : y;
        int row = (direction & SWAP) == 0 ? y : x;
        if (((direction ^ viewed) & MIRROR_X) != 0) {
            column = columns - 1 - column;
        }
        if (((direction ^ viewed) & MIRROR_Y) != 0) {
            row = rows - 1 - row;
        }
        boolean isSwapped = (viewed & SWAP) != 0;
        int seenX = isSwapped ? row : column;
        int seenY = isSwapped ? column : row;
        if (seenX < 0 || seenX >= width || seenY < 0 || seenY >= height) {
            hasLeft = true;
        } else {
            pixels[seenY * width + seenX] = color;
        }
    }

    /** Whether pixels have come for which there is no place, since this was asked last. */
    boolean hasLeft() {
        boolean was = hasLeft;
        hasLeft = false;
        return was;
    }

    /** What a person sees at a place, RGB565; 0 where it is off. */
    int seen(int atX, int atY) {
        if (!isOn || sleeps) {
            return 0;
        }
        int color = pixels[atY * width + atX];
        return inverts == mountedInverts ? color : ~color & PIXEL;
    }

    /** All of it, row by row. */
    int[] seen() {
        int[] all = new int[pixels.length];
        Arrays.setAll(all, i -> seen(i % width, i / width));
        return all;
    }
}
