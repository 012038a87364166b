package io.qpy.device.sound;

import io.qpy.device.Part;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * What the module hears: silence, or a WAV file, which begins anew with each recording. Whether somebody speaks, and which
 * keyword, a test says.
 */
public final class Microphone implements Part {
    private static final int NONE = -1;

    private Samples heard = Samples.SILENCE;
    private IntConsumer voiceListener = state -> {};
    private IntConsumer wordListener = word -> {};
    private boolean listensForVoice;
    private List<String> words = List.of();

    public synchronized void hear(Samples value) {
        heard = value;
    }

    /** 16-bit values, the lower byte first. */
    public synchronized byte[] samples(long first, int count, int rate) {
        byte[] bytes = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            short value = heard.at(first + i, rate);
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        return bytes;
    }

    /** Is told 1 when somebody begins to speak, 0 when nobody does any more. */
    public synchronized void onVoice(IntConsumer listener) {
        voiceListener = listener;
    }

    public synchronized void listenForVoice(boolean listens) {
        listensForVoice = listens;
    }

    /** Is told the number of the keyword that was heard, from 1 on. */
    public synchronized void onWord(IntConsumer listener) {
        wordListener = listener;
    }

    /** Listens for these keywords; for none, where there are none. */
    public synchronized void listenFor(List<String> keywords) {
        words = List.copyOf(keywords);
    }

    public synchronized boolean listensForVoice() {
        return listensForVoice;
    }

    public synchronized List<String> words() {
        return words;
    }

    /** Somebody begins or ends to speak; returns whether the module listens for that. */
    public synchronized boolean voice(boolean begins) {
        if (listensForVoice) {
            voiceListener.accept(begins ? 1 : 0);
        }
        return listensForVoice;
    }

    /** Somebody says a keyword; returns whether the module listens for it. */
    public synchronized boolean word(String keyword) {
        int index = words.indexOf(keyword);
        if (index != NONE) {
            wordListener.accept(index + 1);
        }
        return index != NONE;
    }

    @Override
    public synchronized void reset() {
        voiceListener = state -> {};
        wordListener = word -> {};
        listensForVoice = false;
        words = List.of();
    }

    @Override
    public void restart() {
        reset();
    }

    @Override
    public synchronized Runnable snapshot() {
        Samples saved = heard;
        IntConsumer voice = voiceListener;
        IntConsumer word = wordListener;
        boolean listens = listensForVoice;
        List<String> savedWords = words;
        return () -> {
            synchronized (this) {
                heard = saved;
                voiceListener = voice;
                wordListener = word;
                listensForVoice = listens;
                words = savedWords;
            }
        };
    }
}
