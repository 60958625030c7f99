package org.consilium.opinions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.consilium.language.Message;
import org.consilium.opinions.OpinionJson.Problem;

/** What a reviewer's opinion needs beyond the schema before it is committed or signed. Pure. */
final class WholeOpinion {
    /** The shape of a DOI: ISO 26324, as Crossref recommends to recognise it. */
    private static final Pattern DOI = Pattern.compile("10\\.\\d{4,9}/[-._;()/:A-Z0-9]+", Pattern.CASE_INSENSITIVE);

    private static final Pattern BEFORE_DOI =
            Pattern.compile("^(doi:\\s*|https?://(dx\\.)?doi\\.org/)", Pattern.CASE_INSENSITIVE);
    private static final List<String> NOT_A_CONCLUSION =
            List.of("/id", "/date", "/conflictOfInterest", "/basis/knewFirstOpinion", "/signature");

    private WholeOpinion() {}

    /** Empty when there is a diagnosis, a plan, and nothing wrong. */
    static List<Problem> problems(Draft draft) {
        var problems = new ArrayList<Problem>();
        if (draft.finish() instanceof OpinionJson.Reading.Rejected rejected) {
            problems.addAll(rejected.problems());
        }
        if (problems.stream().noneMatch(problem -> problem.at().isEmpty())) {
            if (draft.size("/diagnoses") == 0) {
                problems.add(new Problem("/diagnoses/0/text", Message.of("workbench.problem.diagnosis")));
            }
            if (draft.size("/treatments") == 0) {
                problems.add(new Problem("/treatments/0/text", Message.of("workbench.problem.plan")));
            }
        }
        if (!OpinionSignature.isSignable(draft)) {
            problems.add(new Problem("/treatments", Message.of("opinions.problem.number")));
        }
        for (var option = 0; option < draft.size("/treatments"); option++) {
            for (var cited = 0; cited < draft.size("/treatments/" + option + "/evidence"); cited++) {
                var at = "/treatments/" + option + "/evidence/" + cited + "/reference";
                if (!draft.answer(at).map(WholeOpinion::isUsableReference).orElse(true)) {
                    problems.add(new Problem(at, Message.of("workbench.problem.doi")));
                }
            }
        }
        return problems;
    }

    /** Any words will do, but what looks like a DOI has the shape of one. */
    static boolean isUsableReference(String reference) {
        var bare = BEFORE_DOI.matcher(reference.strip());
        var meant = bare.find() || reference.strip().startsWith("10.");
        return !meant
                || DOI.matcher(bare.replaceFirst("").toUpperCase(Locale.ROOT)).matches();
    }

    /** Whether two readings conclude the same: everything but day, id, statement of interests and signature is equal. */
    static boolean sameConclusion(Draft one, Draft other) {
        return OpinionSignature.hash(bare(one)).equals(OpinionSignature.hash(bare(other)));
    }

    private static Draft bare(Draft draft) {
        var bare = draft;
        for (var part : NOT_A_CONCLUSION) {
            bare = bare.without(part);
        }
        return bare;
    }
}
