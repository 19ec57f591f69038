package org.openaisle.platform.web;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Makes every exception that leaves a handler a problem+json. Of a bug the caller learns only that there was one. */
@RestControllerAdvice
final class Problems extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem && request instanceof ServletWebRequest servlet) {
            problem.setProperty(ProblemWriter.REQUEST, RequestIds.of(servlet.getRequest()));
        }
        return super.createResponseEntity(body, headers, status, request);
    }

    /** A path with an id that is none names nothing; a query with one is a mistake. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    @Nullable
    ResponseEntity<Object> mismatch(MethodArgumentTypeMismatchException e, WebRequest request) {
        boolean inPath = e.getParameter().hasParameterAnnotation(PathVariable.class);
        Refused refused = inPath
                ? Refused.notFound(e.getName())
                : Refused.badRequest("The value of " + e.getName() + " has not the form that it must have.");
        return handleErrorResponseException(refused, refused.getHeaders(), refused.getStatusCode(), request);
    }

    /** What is wrong with a body, without quoting it. */
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused refused) {
                return handleErrorResponseException(refused, refused.getHeaders(), refused.getStatusCode(), request);
            }
        }
        Refused refused = Refused.badRequest(Unreadable.why(e));
        return handleErrorResponseException(refused, headers, refused.getStatusCode(), request);
    }

    @ExceptionHandler(Exception.class)
    @Nullable
    ResponseEntity<Object> bug(Exception e, WebRequest request) {
        LOG.error("a request failed", e);
        ProblemDetail body = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The platform failed at this. Its log says more, under the request's id.");
        return handleExceptionInternal(e, body, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }
}
