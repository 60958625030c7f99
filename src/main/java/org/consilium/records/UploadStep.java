package org.consilium.records;

import org.consilium.language.Message;

/** What came of beginning an upload or of adding to it. */
public sealed interface UploadStep {
    /** So much is there for good; the next byte is the one at {@link OpenUpload#received}. */
    record At(OpenUpload upload) implements UploadStep {}

    /** The bytes begin somewhere else than what is there ends; nothing was added. */
    record WrongOffset(OpenUpload upload) implements UploadStep {}

    /** There is no such upload for this actor. */
    record NotFound() implements UploadStep {}

    /** Nothing was added. */
    record Refused(Message why) implements UploadStep {}
}
