package org.consilium.terminology;

/** How a tumour behaves, as the blocks of ICD-10 chapter II say. */
public enum Behaviour {
    /** C00 to C97, with C4A, C7A and C7B of ICD-10-CM. */
    MALIGNANT,
    /** D00 to D09. */
    IN_SITU,
    /** D10 to D36, with D3A of ICD-10-CM. */
    BENIGN,
    /** D37 to D49. */
    UNCERTAIN,
    /** Not a tumour. */
    NOT_A_TUMOUR;

    /** The behaviour of an ICD-10 or ICD-10-CM code. */
    public static Behaviour of(String code) {
        var category = Icd10.category(code);
        if (category.startsWith("C")) {
            return MALIGNANT;
        }
        if (category.compareTo("D00") < 0 || category.compareTo("D4Z") > 0) {
            return NOT_A_TUMOUR;
        }
        if (category.compareTo("D09") <= 0) {
            return IN_SITU;
        }
        return category.compareTo("D36") <= 0 || category.equals("D3A") ? BENIGN : UNCERTAIN;
    }
}
