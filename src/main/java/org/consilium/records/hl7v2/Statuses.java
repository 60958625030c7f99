package org.consilium.records.hl7v2;

/** HL7's status letters as FHIR's status words (hl7.org/v2-to-fhir, concept maps of tables 0085, 0123, 0271, 0119 and 0322). */
final class Statuses {
    private Statuses() {}

    /** OBX-11, table 0085. */
    static String ofObservation(String letter) {
        return switch (letter) {
            case "F", "U", "V" -> "final";
            case "C" -> "corrected";
            case "A", "B" -> "amended";
            case "P", "R", "S" -> "preliminary";
            case "I" -> "registered";
            case "X", "N" -> "cancelled";
            case "D", "W" -> "entered-in-error";
            default -> "unknown";
        };
    }

    /** OBR-25, table 0123. */
    static String ofReport(String letter) {
        return switch (letter) {
            case "F" -> "final";
            case "C" -> "corrected";
            case "A" -> "partial";
            case "P", "R" -> "preliminary";
            case "O", "I", "S" -> "registered";
            case "X" -> "cancelled";
            default -> "unknown";
        };
    }

    /** TXA-17, table 0271, after TXA-19, table 0273. */
    static String ofDocument(String completion, String availability) {
        if (availability.equals("CA")) {
            return "entered-in-error";
        }
        return switch (completion) {
            case "AU", "LA", "DO" -> "final";
            case "DI", "IN", "IP", "PA" -> "preliminary";
            default -> "unknown";
        };
    }

    /** ORC-1, table 0119, and ORC-5, table 0038, for a medicine. */
    static String ofMedicine(String control, String state) {
        return switch (control) {
            case "CA", "OC", "CR" -> "cancelled";
            case "DC", "OD", "DR" -> "stopped";
            case "HD", "OH", "HR" -> "on-hold";
            default -> ofMedicine(state, control.equals("NW") || control.equals("XO") || control.equals("RF"));
        };
    }

    private static String ofMedicine(String state, boolean ordered) {
        return switch (state) {
            case "CM" -> "completed";
            case "CA" -> "cancelled";
            case "DC" -> "stopped";
            case "HD" -> "on-hold";
            case "IP", "SC" -> "active";
            default -> ordered ? "active" : "unknown";
        };
    }

    /** ORC-1 and ORC-5 for something to be done. */
    static String ofOrder(String control, String state) {
        return switch (ofMedicine(control, state)) {
            case "cancelled", "stopped" -> "revoked";
            case String word -> word;
        };
    }

    /** RXA-20, table 0322, and RXA-21, table 0206. */
    static String ofVaccination(String completion, String action) {
        if (action.equals("D")) {
            return "entered-in-error";
        }
        return switch (completion) {
            case "RE", "NA" -> "not-done";
            default -> "completed";
        };
    }
}
