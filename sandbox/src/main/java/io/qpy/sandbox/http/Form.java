package io.qpy.sandbox.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request's body, read by its Content-Type: form fields and files, or else data. */
record Form(String data, Map<String, List<String>> files, Map<String, List<String>> fields) {

    static Form of(Call call) {
        String type = call.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) {
            return new Form("", Map.of(), Query.parse(call.body().bytes()));
        }
        return type.startsWith("multipart/form-data") ? multipart(call) : plain(call);
    }

    private static Form plain(Call call) {
        return new Form(text(call.body().bytes(), "application/octet-stream"), Map.of(), Map.of());
    }

    /** What is no multipart body, whatever its Content-Type says, is data. */
    private static Form multipart(Call call) {
        DefaultFullHttpRequest request = new DefaultFullHttpRequest(
                HttpVersion.HTTP_1_1,
                HttpMethod.POST,
                "/",
                Unpooled.wrappedBuffer(call.body().bytes()));
        request.headers().set("Content-Type", call.header("Content-Type").orElseThrow());
        Form form = new Form("", new LinkedHashMap<>(), new LinkedHashMap<>());
        try {
            HttpPostMultipartRequestDecoder decoder =
                    new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), request);
            try {
                for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
                    form.add(part);
                }
            } finally {
                decoder.destroy();
            }
        } catch (RuntimeException | IOException e) {
            return plain(call);
        }
        return form;
    }

    private void add(InterfaceHttpData part) throws IOException {
        if (part instanceof FileUpload file) {
            String type = file.getContentType() == null ? "application/octet-stream" : file.getContentType();
            put(files, file.getName(), text(file.get(), type));
        } else if (part instanceof Attribute field) {
            put(fields, field.getName(), field.getValue());
        }
    }

    private static void put(Map<String, List<String>> map, String name, String value) {
        map.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
    }

    /** What is not UTF-8 is told as a data URL. */
    private static String text(byte[] bytes, String type) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
        }
    }
}
