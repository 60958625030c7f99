package org.consilium.records.ccda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.terminology.Oids;

/**
 * A coded element (CD, CE, CO, CV) read whole: its code, its translations and its words.
 *
 * @param text as a person would read it; empty when the file gives neither words nor a code
 */
record Concept(List<Code> codes, Optional<String> text) {
    private static final int MOST_CODES = 50;
    static final Concept NONE = new Concept(List.of(), Optional.empty());
    private static final Pattern UNDOTTED = Pattern.compile("[A-Z0-9]{4,8}");

    static Concept of(Optional<Element> coded, Section section) {
        return coded.map(element -> of(element, section)).orElse(NONE);
    }

    static Concept of(Element coded, Section section) {
        var codes = new ArrayList<Code>();
        gather(coded, codes);
        var original = coded.first("originalText").flatMap(section::words).map(Section::shortened);
        var ownName = coded.attribute("code").flatMap(any -> coded.attribute("displayName"));
        var text = ownName.or(() -> original)
                .or(() -> coded.attribute("displayName"))
                .or(() -> displayOf(codes))
                .or(() -> coded.all("translation").stream()
                        .flatMap(each -> each.attribute("displayName").stream())
                        .findFirst())
                .or(() -> coded.all("translation", "originalText").stream()
                        .flatMap(each -> section.words(each).stream())
                        .findFirst()
                        .map(Section::shortened));
        return new Concept(List.copyOf(codes), text);
    }

    private static Optional<String> displayOf(List<Code> codes) {
        return codes.stream()
                .flatMap(code -> Optional.ofNullable(code.display()).stream())
                .findFirst();
    }

    private static void gather(Element coded, List<Code> codes) {
        code(coded).filter(code -> codes.stream().noneMatch(code::sameAs)).ifPresent(codes::add);
        for (var translation : coded.all("translation")) {
            if (codes.size() >= MOST_CODES) {
                return;
            }
            gather(translation, codes);
        }
    }

    private static Optional<Code> code(Element coded) {
        return coded.attribute("code").map(value -> {
            var system = system(coded);
            return new Code(
                    system,
                    dotted(system, value),
                    coded.attribute("displayName").orElse(null));
        });
    }

    /** Empty when the file does not say in which system the code stands. */
    private static String system(Element coded) {
        return coded.attribute("codeSystem")
                .map(Oids::uri)
                .or(() -> coded.attribute("codeSystemName").flatMap(Oids::uriOfName))
                .orElse("");
    }

    /** ICD codes as the classification writes them, with the dot that some files leave out. */
    private static String dotted(String system, String code) {
        var isIcd10 = system.equals(CodeSystems.ICD10CM) || system.equals(CodeSystems.ICD10);
        if (!(isIcd10 || system.equals(CodeSystems.ICD9CM))
                || !UNDOTTED.matcher(code).matches()) {
            return code;
        }
        var stem = !isIcd10 && code.startsWith("E") ? 4 : 3;
        return code.length() > stem ? code.substring(0, stem) + "." + code.substring(stem) : code;
    }

    /** The words, or else the first code. */
    Optional<String> name() {
        return text.or(() -> codes.stream().map(Code::code).findFirst());
    }

    boolean isEmpty() {
        return codes.isEmpty() && text.isEmpty();
    }

    boolean isOneOf(Set<String> plainCodes) {
        return codes.stream().anyMatch(code -> plainCodes.contains(code.code()));
    }
}
