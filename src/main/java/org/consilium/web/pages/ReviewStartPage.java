package org.consilium.web.pages;

/** Where the link of a reviewer leads: what it is for, and a button that begins. */
public record ReviewStartPage(Frame frame, String token) {
    /** Hides the key. */
    @Override
    public String toString() {
        return "ReviewStartPage";
    }
}
