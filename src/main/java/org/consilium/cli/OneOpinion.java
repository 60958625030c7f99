package org.consilium.cli;

/** What commands over one opinion have in common. */
final class OneOpinion {
    private OneOpinion() {}

    /** Nothing from a file or its name breaks out of its line. */
    static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
