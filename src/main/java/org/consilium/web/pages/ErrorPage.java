package org.consilium.web.pages;

import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/** Something went wrong: what, and what to do. The incident number is there only for what nobody expected. */
public record ErrorPage(Frame frame, Message text, @Nullable String incident) {}
