package org.consilium.knowledge;

import java.util.List;

/** Met when one of {@code any} is recorded and, unless {@code with} is empty, one of {@code with} too. */
public record CodeRule(List<CodePattern> any, List<CodePattern> with) {}
