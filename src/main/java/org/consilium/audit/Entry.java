package org.consilium.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One line of the trail of a case.
 *
 * @param seq counts from 1 without a gap
 * @param at to the microsecond
 * @param subject the id or hash of what it was done to; empty for the case itself
 * @param previous the hash of the entry before it, {@link #FIRST} for the first
 * @param hash SHA-256 over all the other fields
 */
public record Entry(
        UUID caseId, long seq, Instant at, UUID actor, Action action, String subject, String previous, String hash) {
    /** What the first entry of a case names as its previous hash. */
    public static final String FIRST = "0".repeat(64);

    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9:._-]{0,200}");

    public Entry {
        if (!SUBJECT.matcher(subject).matches()) {
            throw new IllegalArgumentException("the subject of an audit entry is an id or a hash");
        }
    }

    static Entry chained(
            UUID caseId, long seq, Instant at, UUID actor, Action action, String subject, String previous) {
        var moment = at.truncatedTo(ChronoUnit.MICROS);
        var hash = hashOf(caseId, seq, moment, actor, action, subject, previous);
        return new Entry(caseId, seq, moment, actor, action, subject, previous, hash);
    }

    /** True when the hash is the one its fields give. */
    public boolean hashHolds() {
        return hash.equals(hashOf(caseId, seq, at, actor, action, subject, previous));
    }

    /** No field can contain the line break between them, so that two entries never share one form. */
    private static String hashOf(
            UUID caseId, long seq, Instant at, UUID actor, Action action, String subject, String previous) {
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        var form = "consilium-audit-1\n" + caseId + "\n" + seq + "\n" + micros + "\n" + actor + "\n" + action.word()
                + "\n" + subject + "\n" + previous;
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(form.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
