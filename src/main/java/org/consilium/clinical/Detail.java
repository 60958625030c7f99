package org.consilium.clinical;

/** What a fact may say beside its code, date, status and value. The values are the words of the file, or FHIR codes. */
public enum Detail {
    /** FHIR verificationStatus: unconfirmed, provisional, differential, confirmed, refuted, entered-in-error. */
    VERIFICATION,
    /** FHIR severity or its words. */
    SEVERITY,
    /** Stage group or summary as written, for example {@code IIA}. */
    STAGE,
    BODY_SITE,
    /** left, right, bilateral or midline. */
    LATERALITY,
    /** DICOM modality code, for example MR; those of an examination with several, parted by spaces: {@code CT PT}. */
    MODALITY,
    /** DICOM Study Instance UID: files with the same one belong to the same examination. */
    STUDY,
    /** How many image series an examination has, as far as files or records tell. */
    SERIES,
    /** How many images an examination has, as far as files or records tell. */
    INSTANCES,
    /** {@code yes} when the images themselves are at hand, {@code no} when only a report is. */
    IMAGES,
    /** v3 ActCode class of an encounter: AMB, EMER, IMP and so on. */
    ENCOUNTER_CLASS,
    /** problem-list-item, encounter-diagnosis, laboratory, LAB, RAD and so on, as the file codes it. */
    CATEGORY,
    /** routine, urgent, asap or stat. */
    PRIORITY,
    /** Dose and how often, in words. */
    DOSE,
    REFERENCE_RANGE,
    /** v3 ObservationInterpretation code: H, L, N, A and so on. */
    INTERPRETATION,
    /** When it was written down, if that differs from when it began (ISO 8601). */
    RECORDED,
    /** When it began, as the record words it, when it gives no date: an age, for example. */
    ONSET,
    /** What was charged or paid, as {@code what amount currency}, parted by semicolons: {@code submitted 120.00 USD; paid 96.00 USD}. */
    AMOUNT,
    /** Why it was done or ordered. */
    REASON,
    /** The codes of why, each {@code system|code}, parted by spaces. */
    REASON_CODES,
    /** Who did, wrote or ordered it. */
    PERFORMER,
    /** Which relative, for family history. */
    RELATIVE,
    /** The reaction, for allergies. */
    REACTION,
    /** Plain text of a report, note or narrative. */
    NARRATIVE,
    /** {@code yes} when the record says that this is not so, for example no known allergies. */
    NEGATED
}
