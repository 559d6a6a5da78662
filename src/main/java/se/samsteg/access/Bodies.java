package se.samsteg.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.UriUtils;

/** Parses bodies and queries strictly and writes them anew, so that the engine gets exactly what was checked. */
@Component
class Bodies {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxNumberLength(40)
                            .maxNameLength(256)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Duration GRACE = Duration.ofMillis(500);
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final DataSize FORGOTTEN = DataSize.ofMegabytes(16);

    private final Duration time;
    private final Duration wait;

    /**
     * @param time in which the whole of a body must have come
     * @param wait how long the server waits for the next bytes
     */
    Bodies(
            @Value("${samsteg.requests.body-time}") Duration time,
            @Value("${server.tomcat.connection-timeout}") Duration wait) {
        this.time = time;
        this.wait = wait;
    }

    /** What is read of a request, as it is handed on. */
    record Content(@Nullable String type, byte[] bytes, Map<String, String> fields) {

        static final Content NONE = new Content(null, new byte[0], Map.of());
    }

    static boolean has(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    /** Whether the whole body has arrived, so that reading it does not block. */
    static boolean isHere(HttpServletRequest request) {
        return request.getContentLengthLong() >= 0 && arrived(request) >= request.getContentLengthLong();
    }

    /** How many bytes can be read without waiting. */
    private static int arrived(HttpServletRequest request) {
        return request.getAttribute(UnreadBodies.ARRIVED) instanceof IntSupplier bytes ? bytes.getAsInt() : 0;
    }

    /**
     * Waits shortly for the whole body, and says whether it has arrived: browsers send the head of a request and its
     * body one after the other.
     */
    static boolean comes(HttpServletRequest request) {
        long last = System.nanoTime() + GRACE.toNanos();
        while (!isHere(request)) {
            if (System.nanoTime() > last) {
                return false;
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return true;
    }

    /**
     * Discards a body that no filter will read. If all of it has arrived it is skipped and the connection is kept;
     * otherwise the connection is closed, and {@link UnreadBodies} does not wait for the rest.
     *
     * @param patient so that a browser which is still sending comes to read the answer
     */
    static void forget(HttpServletRequest request, HttpServletResponse response, boolean patient) throws IOException {
        if (!has(request)) {
            return;
        }
        ServletInputStream stream = request.getInputStream();
        long last = System.nanoTime() + (patient ? MOMENT.toNanos() : 0);
        long left = FORGOTTEN.toBytes();
        byte[] some = new byte[8192];
        try {
            while (!stream.isFinished() && left > 0) {
                if (arrived(request) > 0) {
                    left -= stream.read(some);
                } else if (System.nanoTime() < last) {
                    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
                } else {
                    break;
                }
            }
        } catch (IOException broken) {
            left = 0;
        }
        if (left == 0 || !stream.isFinished()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
    }

    /** @throws RequestRefused if it is not what the route takes, or does not come in time */
    Content read(HttpServletRequest request, Body body) throws IOException {
        if (has(request)) {
            checkType(request, body.type());
        }
        if (body.shape() != null) {
            byte[] bytes = bytes(request, body);
            JsonNode anew = body.shape().anew(bytes.length == 0 ? JSON.createObjectNode() : json(text(bytes)));
            if (anew == null) {
                throw new RequestRefused(HttpStatus.FORBIDDEN);
            }
            return new Content("application/json;charset=UTF-8", written(anew), Map.of());
        }
        if (body.isForm()) {
            Map<String, String> fields = fields(text(bytes(request, body)));
            if (!body.fields().containsAll(fields.keySet())) {
                throw new RequestRefused(HttpStatus.FORBIDDEN);
            }
            return new Content(
                    "application/x-www-form-urlencoded;charset=UTF-8",
                    write(fields).getBytes(StandardCharsets.US_ASCII),
                    fields);
        }
        return new Content(body.type().toString(), bytes(request, body), Map.of());
    }

    private static void checkType(HttpServletRequest request, MediaType wanted) {
        List<String> types = Collections.list(request.getHeaders(HttpHeaders.CONTENT_TYPE));
        if (types.size() != 1 || request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            throw new RequestRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
        try {
            MediaType type = MediaType.parseMediaType(types.get(0));
            if (!type.equalsTypeAndSubtype(wanted)
                    || !type.getParameters().entrySet().stream()
                            .allMatch(one -> one.getKey().equalsIgnoreCase("charset")
                                    && one.getValue().replace("\"", "").equalsIgnoreCase("utf-8"))) {
                throw new RequestRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            }
        } catch (InvalidMediaTypeException e) {
            throw new RequestRefused(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        }
    }

    /** As a whole within the time: no read is begun that might end after it. */
    private byte[] bytes(HttpServletRequest request, Body body) throws IOException {
        if (request.getContentLengthLong() > body.size()) {
            throw new RequestRefused(HttpStatus.PAYLOAD_TOO_LARGE);
        }
        Duration whole = body.time() == null ? time : body.time();
        long last = System.nanoTime() + whole.minus(wait).toNanos();
        InputStream stream = request.getInputStream();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] some = new byte[8192];
        try {
            for (int n = stream.read(some); n >= 0; n = stream.read(some)) {
                read.write(some, 0, n);
                if (read.size() > body.size()) {
                    throw new RequestRefused(HttpStatus.PAYLOAD_TOO_LARGE);
                }
                if (System.nanoTime() > last) {
                    throw new RequestRefused(HttpStatus.REQUEST_TIMEOUT);
                }
            }
        } catch (IOException slowOrGone) {
            throw new RequestRefused(HttpStatus.REQUEST_TIMEOUT);
        }
        return read.toByteArray();
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new RequestRefused(HttpStatus.BAD_REQUEST);
        }
    }

    private static JsonNode json(String text) throws IOException {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new RequestRefused(HttpStatus.BAD_REQUEST);
        }
    }

    private static byte[] written(JsonNode anew) {
        try {
            return JSON.writeValueAsBytes(anew);
        } catch (IOException halfACharacter) {
            throw new RequestRefused(HttpStatus.BAD_REQUEST);
        }
    }

    /**
     * What a query or a form says, each name once.
     *
     * @param encoded {@code a=1&b=2}
     */
    static Map<String, String> fields(@Nullable String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return fields;
        }
        for (String field : encoded.split("&", -1)) {
            int equals = field.indexOf('=');
            String name = equals < 0 ? field : field.substring(0, equals);
            if (fields.put(decoded(name), equals < 0 ? "" : decoded(field.substring(equals + 1))) != null) {
                throw new RequestRefused(HttpStatus.BAD_REQUEST);
            }
        }
        return fields;
    }

    private static String decoded(String part) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c == '%') {
                int high = i + 2 <= part.length() - 1 ? Character.digit(part.charAt(i + 1), 16) : -1;
                int low = i + 2 <= part.length() - 1 ? Character.digit(part.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw new RequestRefused(HttpStatus.BAD_REQUEST);
                }
                bytes.write(high * 16 + low);
                i += 2;
            } else if (c > 0x7e || c < 0x21) {
                throw new RequestRefused(HttpStatus.BAD_REQUEST);
            } else {
                bytes.write(c == '+' ? ' ' : c);
            }
        }
        return text(bytes.toByteArray());
    }

    static String write(Map<String, String> fields) {
        StringBuilder written = new StringBuilder();
        fields.forEach((name, value) -> written.append(written.isEmpty() ? "" : "&")
                .append(UriUtils.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(UriUtils.encode(value, StandardCharsets.UTF_8)));
        return written.toString();
    }
}
