package org.consilium.records.fhir;

import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Reads each line by itself: a bad one is told by its number and harms no other. */
final class LineByLine implements Lines.Listener {
    private final Attempt attempt;

    LineByLine(Attempt attempt) {
        this.attempt = attempt;
    }

    @Override
    public void line(byte[] line, int index, int number) {
        try {
            new JsonElements(false).readLine(line, attempt.line(index));
        } catch (StreamConstraintsException tooLong) {
            again(line, index, number);
        } catch (JacksonException broken) {
            if (FhirReader.isEncoding(broken)) {
                western(line, index, number);
            } else {
                attempt.badLine(number);
            }
        }
    }

    private void again(byte[] line, int index, int number) {
        try {
            new JsonElements(true).readLine(line, attempt.line(index));
        } catch (JacksonException broken) {
            attempt.badLine(number);
        }
    }

    private void western(byte[] line, int index, int number) {
        try {
            new JsonElements(false).readWesternLine(line, attempt.line(index));
            attempt.tellOfLetters();
        } catch (JacksonException broken) {
            attempt.badLine(number);
        }
    }

    @Override
    public void tooLong(int number) {
        attempt.badLine(number);
    }
}
