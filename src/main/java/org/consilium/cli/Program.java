package org.consilium.cli;

import java.util.function.Function;
import org.springframework.context.ApplicationContext;

/**
 * What {@code serve} starts: the application's class, and the path (with its one-time token) by which its owner comes in once
 * it runs.
 */
public record Program(Class<?> application, Function<ApplicationContext, String> entrance) {}
