package org.openaisle.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts what a request brings, also one that does not say beforehand how much that is. */
final class BodyLimit extends OncePerRequestFilter {
    private static final String ATTRIBUTE = BodyLimit.class.getName();
    /** For what no handler has said a limit of. */
    private static final int DEFAULT_BYTES = 64 * 1024;

    /** How much this request may bring; refused at once when it says that it brings more. */
    static void set(HttpServletRequest request, int bytes) {
        if (request.getContentLengthLong() > bytes) {
            throw Refused.tooLarge(bytes);
        }
        request.setAttribute(ATTRIBUTE, bytes);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Limited(request), response);
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private @Nullable ServletInputStream stream;

        Limited(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (stream == null) {
                stream = new Counting(super.getInputStream(), getRequest().getAttribute(ATTRIBUTE));
            }
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            String name = getCharacterEncoding();
            Charset charset = name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
            return new BufferedReader(new InputStreamReader(getInputStream(), charset));
        }
    }

    private static final class Counting extends ServletInputStream {
        private final ServletInputStream stream;
        private final int limit;
        private long count;

        Counting(ServletInputStream stream, @Nullable Object limit) {
            this.stream = stream;
            this.limit = limit instanceof Integer bytes ? bytes : DEFAULT_BYTES;
        }

        private int count(int bytes) {
            count += bytes;
            if (count > limit) {
                throw Refused.tooLarge(limit);
            }
            return bytes;
        }

        @Override
        public int read() throws IOException {
            int read = stream.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = stream.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
