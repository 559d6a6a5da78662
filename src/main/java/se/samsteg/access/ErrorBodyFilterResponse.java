package se.samsteg.access;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** A response that is sent as it is written, unless its status is an error: then its body is withheld. */
final class ErrorBodyFilterResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private @Nullable PrintWriter writer;

    ErrorBodyFilterResponse(HttpServletResponse response) {
        super(response);
    }

    boolean failed() {
        return getStatus() >= 400;
    }

    byte[] said() {
        if (writer != null) {
            writer.flush();
        }
        return said.toByteArray();
    }

    @Override
    public void sendError(int status, String message) {
        sendError(status);
    }

    @Override
    public void sendError(int status) {
        if (!isCommitted()) {
            resetBuffer();
        }
        setStatus(status);
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        if (!failed()) {
            return super.getOutputStream();
        }
        return new ServletOutputStream() {
            @Override
            public void write(int one) {
                said.write(one);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (!failed()) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(said, StandardCharsets.UTF_8));
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!failed()) {
            super.flushBuffer();
        }
    }

    @Override
    public void setContentLength(int length) {
        if (!failed()) {
            super.setContentLength(length);
        }
    }

    @Override
    public void setContentLengthLong(long length) {
        if (!failed()) {
            super.setContentLengthLong(length);
        }
    }

    @Override
    public void setHeader(String name, String value) {
        if (!(failed() && ofTheText(name))) {
            super.setHeader(name, value);
        }
    }

    @Override
    public void addHeader(String name, String value) {
        if (!(failed() && ofTheText(name))) {
            super.addHeader(name, value);
        }
    }

    private static boolean ofTheText(String name) {
        return HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name)
                || HttpHeaders.CONTENT_ENCODING.equalsIgnoreCase(name)
                || HttpHeaders.CONTENT_DISPOSITION.equalsIgnoreCase(name);
    }
}
