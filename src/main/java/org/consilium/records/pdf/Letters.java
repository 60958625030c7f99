package org.consilium.records.pdf;

import java.text.Normalizer;

/** Letters as a person types them: joined ones parted, hard spaces made plain, what only fonts know left out. */
final class Letters {
    private Letters() {}

    static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (var index = 0; index < text.length(); index++) {
            var character = text.charAt(index);
            if (character >= '\ufb00' && character <= '\ufb06') {
                plain.append(Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFKC));
            } else if (character != '\u00ad' && character != '\u200b' && character != '\ufeff') {
                plain.append(Character.isSpaceChar(character) || character < ' ' ? ' ' : character);
            }
        }
        return Normalizer.normalize(plain, Normalizer.Form.NFC);
    }
}
