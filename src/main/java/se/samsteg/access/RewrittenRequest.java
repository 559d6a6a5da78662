package se.samsteg.access;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import se.samsteg.access.Bodies.Content;

/** A request with the query and the body that the gate has written anew; the original ones cannot be read from it. */
final class RewrittenRequest extends HttpServletRequestWrapper {

    private static final String TYPE = HttpHeaders.CONTENT_TYPE.toLowerCase(Locale.ROOT);
    private static final String LENGTH = HttpHeaders.CONTENT_LENGTH.toLowerCase(Locale.ROOT);

    /** What tells of the body as it was sent. */
    private static final Set<String> OF_THE_BODY = Set.of(TYPE, LENGTH, "transfer-encoding", "content-encoding");

    private final @Nullable Map<String, String> query;
    private final Content content;

    /** @param query null for one that is handed on as it was sent */
    RewrittenRequest(HttpServletRequest request, @Nullable Map<String, String> query, Content content) {
        super(request);
        this.query = query;
        this.content = content;
    }

    @Override
    public @Nullable String getQueryString() {
        if (query == null) {
            return super.getQueryString();
        }
        return query.isEmpty() ? null : Bodies.write(query);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (query == null) {
            return super.getParameterMap();
        }
        Map<String, String[]> all = new LinkedHashMap<>();
        content.fields().forEach((name, value) -> all.put(name, new String[] {value}));
        query.forEach((name, value) -> all.put(name, new String[] {value}));
        return all;
    }

    @Override
    public @Nullable String getContentType() {
        return content.type();
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public void setCharacterEncoding(String encoding) {
        // It is what it was written in.
    }

    @Override
    public int getContentLength() {
        return content.type() == null ? -1 : content.bytes().length;
    }

    @Override
    public long getContentLengthLong() {
        return getContentLength();
    }

    @Override
    public @Nullable String getHeader(String name) {
        String asked = name.toLowerCase(Locale.ROOT);
        if (!OF_THE_BODY.contains(asked)) {
            return super.getHeader(name);
        }
        if (content.type() == null) {
            return null;
        }
        if (asked.equals(TYPE)) {
            return content.type();
        }
        return asked.equals(LENGTH) ? String.valueOf(content.bytes().length) : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        if (!OF_THE_BODY.contains(name.toLowerCase(Locale.ROOT))) {
            return super.getHeaders(name);
        }
        String value = getHeader(name);
        return value == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(value));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(Collections.list(super.getHeaderNames()).stream()
                .filter(name -> !OF_THE_BODY.contains(name.toLowerCase(Locale.ROOT)) || getHeader(name) != null)
                .toList());
    }

    @Override
    public int getIntHeader(String name) {
        return name.equalsIgnoreCase(LENGTH) ? getContentLength() : super.getIntHeader(name);
    }

    @Override
    public Collection<Part> getParts() {
        return List.of();
    }

    @Override
    public @Nullable Part getPart(String name) {
        return null;
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream bytes = new ByteArrayInputStream(content.bytes());
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return bytes.read(into, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
