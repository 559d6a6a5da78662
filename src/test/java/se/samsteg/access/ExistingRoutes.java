package se.samsteg.access;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route that a running application answers: Camunda's, read from the classes that its servlets serve, and our own.
 * Written as {@code GET /camunda/api/engine/engine/{x}/task/{x}}.
 */
final class ExistingRoutes {

    private static final String APPLICATION = "jakarta.ws.rs.Application";

    private final SortedSet<String> all = new TreeSet<>();
    private final Deque<Class<?>> on = new ArrayDeque<>();

    static SortedSet<String> of(ServletContext server, RequestMappingHandlerMapping own) {
        ExistingRoutes routes = new ExistingRoutes();
        server.getServletRegistrations().values().forEach(routes::servlet);
        own.getHandlerMethods().keySet().forEach(routes::mapping);
        return routes.all;
    }

    /** Without the page for errors, which has no method of its own and which no client asks for. */
    private void mapping(RequestMappingInfo route) {
        for (String path : route.getPatternValues()) {
            route.getMethodsCondition().getMethods().forEach(method -> all.add(method + " " + plain(path)));
        }
    }

    private void servlet(ServletRegistration servlet) {
        String application = servlet.getInitParameter(APPLICATION);
        if (application == null) {
            return;
        }
        try {
            Application served = (Application) BeanUtils.instantiateClass(Class.forName(application));
            for (String mapping : servlet.getMappings()) {
                String base = mapping.replace("/*", "");
                served.getClasses().forEach(type -> root(type, base));
                served.getSingletons().forEach(one -> root(one.getClass(), base));
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void root(Class<?> type, String base) {
        Path path = AnnotationUtils.findAnnotation(type, Path.class);
        if (path != null) {
            resource(type, base + "/" + path.value());
        }
    }

    private void resource(Class<?> type, String base) {
        if (on.contains(type)) {
            return;
        }
        on.push(type);
        for (Method method : type.getMethods()) {
            Path path = AnnotationUtils.findAnnotation(method, Path.class);
            String verb = verb(method);
            String below = path == null ? base : base + "/" + path.value();
            if (verb != null) {
                all.add(verb + " " + plain(below));
            } else if (path != null) {
                resource(method.getReturnType(), below);
            }
        }
        on.pop();
    }

    private static @Nullable String verb(Method method) {
        HttpMethod verb = AnnotatedElementUtils.findMergedAnnotation(method, HttpMethod.class);
        if (verb != null) {
            return verb.value();
        }
        return Arrays.stream(method.getDeclaringClass().getInterfaces())
                .map(type -> same(type, method))
                .filter(Objects::nonNull)
                .flatMap(found -> Arrays.stream(found.getAnnotations()))
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Method same(Class<?> type, Method method) {
        try {
            return type.getMethod(method.getName(), method.getParameterTypes());
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static String plain(String path) {
        return Arrays.stream(
                        path.replaceAll("\\{[^{}]*(\\{[^{}]*}[^{}]*)*}", "{x}").split("/+"))
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.joining("/", "/", ""));
    }
}
