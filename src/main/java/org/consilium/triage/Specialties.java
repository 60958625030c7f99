package org.consilium.triage;

import java.util.List;
import org.consilium.knowledge.Expert;

/** The specialties that the name of a doctor or a service carries («Dr. Rivera, Medical Oncology»), by the knowledge base. */
final class Specialties {
    private final WordIndex<Expert> experts = new WordIndex<>();

    Specialties(List<Expert> known) {
        known.forEach(expert -> expert.words().forEach(words -> experts.add(words, expert)));
    }

    /** What a name says. */
    record Named(List<Expert> experts) {
        /** True when it names any specialty, a general one too. */
        boolean isSpecialty() {
            return !experts.isEmpty();
        }

        boolean isExpertFor(String group) {
            return experts.stream().flatMap(expert -> expert.groups().stream()).anyMatch(group::startsWith);
        }
    }

    Named named(String name) {
        return new Named(experts.find(Text.of(name)).stream()
                .map(WordIndex.Hit::what)
                .distinct()
                .toList());
    }
}
