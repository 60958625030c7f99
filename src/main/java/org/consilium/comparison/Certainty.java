package org.consilium.comparison;

import java.util.Set;
import org.consilium.language.Message;

/** How sure two doctors are of the same diagnosis. */
final class Certainty {
    private static final Set<String> SURE = Set.of("confirmed", "likely");

    private Certainty() {}

    static Judgement judge(String one, String other) {
        if (one.equals(other)) {
            return Judgement.agrees("D0-CERTAINTY-SAME");
        }
        if (one.equals("ruled-out") || other.equals("ruled-out")) {
            return Judgement.differs(5, "D5-RULED-OUT", Message.of("comparison.because.ruledOut"))
                    .standing();
        }
        var oneSure = SURE.contains(one);
        if (oneSure == SURE.contains(other)) {
            return Judgement.refines(0, "D0-CERTAINTY-NEAR", Message.of("comparison.because.certaintyNear"));
        }
        var doubt = oneSure ? other : one;
        return doubt.equals("unlikely")
                ? Judgement.differs(5, "D5-UNLIKELY", Message.of("comparison.because.unlikely"))
                : Judgement.refines(1, "D1-CERTAINTY", Message.of("comparison.because.certainty"));
    }
}
