package org.consilium.web;

import java.time.ZoneId;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.opinions.OpinionSignature;
import org.consilium.opinions.SignatureCheck;
import org.consilium.web.pages.SignatureBox;

/** What a signature says, in words. */
final class SignatureWords {
    private SignatureWords() {}

    static SignatureBox of(Draft draft, Messages messages) {
        return switch (OpinionSignature.check(draft)) {
            case SignatureCheck.Unsigned unsigned ->
                new SignatureBox("unsigned", messages.say("workbench.signature.unsigned"), "");
            case SignatureCheck.NotReadable unreadable ->
                new SignatureBox("changed", messages.say("workbench.signature.unreadable"), "");
            case SignatureCheck.ChangedAfterSigning(var fingerprint) ->
                new SignatureBox("changed", messages.say("workbench.signature.changed"), fingerprint);
            case SignatureCheck.Intact(var fingerprint, var signed) ->
                new SignatureBox(
                        "intact",
                        messages.say(
                                "workbench.signature.intact",
                                messages.day(
                                        signed.atZone(ZoneId.systemDefault()).toLocalDate())),
                        fingerprint);
        };
    }
}
