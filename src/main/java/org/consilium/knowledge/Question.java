package org.consilium.knowledge;

/**
 * A question to bring along.
 *
 * @param trigger T1 to T8, {@code all}, {@code cancer}, {@code meds}, {@code preg}, {@code child} or {@code elderly}
 * @param to 1 the first doctor, 2 the second, B both
 */
public record Question(String id, String trigger, String topic, Words text, String to) {}
