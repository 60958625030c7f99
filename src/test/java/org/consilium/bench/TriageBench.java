package org.consilium.bench;

import java.nio.file.Path;

/**
 * How long an assessment takes: of ten thousand facts, and of the records of one person.
 *
 * <p>Arguments: the files or folders with bundles.
 */
public final class TriageBench {
    private TriageBench() {}

    public static void main(String[] arguments) throws Exception {
        var bundles = ImportBench.bundles(Path.of(arguments[0]));
        var facts =
                RulesBench.facts(bundles.stream().map(ImportBench.Bundle::path).toList());
        System.out.println("Facts of made-up people, read from files");
        RulesBench.assess(facts);
        RulesBench.assess(facts.subList(0, facts.size() / 10));
        System.out.println("Facts made for this measurement");
        RulesBench.assess(RulesBench.made(10_000));
        RulesBench.assess(RulesBench.made(1_000));
    }
}
