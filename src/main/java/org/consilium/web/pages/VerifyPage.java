package org.consilium.web.pages;

import org.jspecify.annotations.Nullable;

/**
 * Checking the signature of a file.
 *
 * @param signature what it says; absent before a file was given, and when the file is no opinion
 * @param words the author of the opinion, or why the file is none; empty before a file was given
 */
public record VerifyPage(Frame frame, @Nullable SignatureBox signature, String words) {}
