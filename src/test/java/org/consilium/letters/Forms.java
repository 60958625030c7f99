package org.consilium.letters;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** One made-up letter in every form that letters come in. */
public final class Forms {
    public static final String LETTER = """
            Riverside Clinic

            Patient: Ana Example
            Date: 4 March 2026

            Assessment
            Complete rotator cuff tear of the right shoulder. No fracture.

            Plan
            I recommend physical therapy for 12 weeks.
            I advise against a steroid injection.

            Dr. Helen Ward
            Orthopaedic surgeon
            """;

    private static final String ASSESSMENT = "Complete rotator cuff tear of the right shoulder. No fracture.";
    private static final String PLAN =
            "I recommend physical therapy for 12 weeks.\\nI advise against a steroid injection.";
    private static final String CONDITION =
            "{'resourceType': 'Condition', 'id': 'c1', 'clinicalStatus': {'coding': [{'code': 'active'}]}, 'code': {'coding': [{'system': 'http://hl7.org/fhir/sid/icd-10-cm', 'code': 'M75.121', 'display': 'Complete rotator cuff tear of the right shoulder'}]}, 'subject': {'reference': 'Patient/p'}}";
    private static final String PATIENT =
            "{'resourceType': 'Patient', 'id': 'p', 'name': [{'family': 'Example', 'given': ['Ana']}], 'birthDate': '1961-04-02'}";

    private Forms() {}

    public static byte[] text() {
        return LETTER.getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] rtf() {
        return ("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Times;}}\n"
                        + LETTER.lines().map(line -> line + "\\par\n").collect(Collectors.joining()) + "}")
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] docx() {
        var paragraphs = LETTER.lines()
                .map(line -> "<w:p><w:r><w:t xml:space=\"preserve\">" + line + "</w:t></w:r></w:p>")
                .collect(Collectors.joining());
        return docx("<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document"
                + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                + paragraphs
                + "</w:body></w:document>");
    }

    /** A Word file with this main part. */
    public static byte[] docx(String document) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            entry(zip, "word/document.xml", document);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String words) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(words.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    public static byte[] pdf() {
        return pdf(LETTER, "");
    }

    /** A PDF of one page; without words it is blank, with a password nobody opens it without. */
    public static byte[] pdf(String words, String password) {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                content.setLeading(16);
                content.newLineAtOffset(60, 720);
                for (var line : words.split("\n")) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            document.save(out);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return out.toByteArray();
    }

    public static byte[] diagnosticReport() {
        return json(
                "{'resourceType': 'DiagnosticReport', 'id': 'r', 'status': 'final', 'code': {'text': 'Second opinion'},"
                        + " 'effectiveDateTime': '2026-03-04', 'performer': [{'display': 'Dr. Helen Ward'}],"
                        + " 'conclusion': '" + ASSESSMENT + "',"
                        + " 'conclusionCode': [{'coding': [{'system': 'http://hl7.org/fhir/sid/icd-10-cm', 'code': 'M75.121', 'display': 'Complete rotator cuff tear of the right shoulder'}]}],"
                        + " 'presentedForm': [{'contentType': 'text/plain', 'data': '"
                        + Base64.getEncoder().encodeToString(text()) + "'}]}");
    }

    public static byte[] composition() {
        return json(
                "{'resourceType': 'Bundle', 'type': 'document', 'entry': [{'resource': {'resourceType': 'Composition',"
                        + " 'status': 'final', 'type': {'coding': [{'system': 'http://loinc.org', 'code': '11488-4', 'display': 'Consult note'}]},"
                        + " 'date': '2026-03-04', 'title': 'Second opinion', 'author': [{'display': 'Dr. Helen Ward'}], 'subject': {'reference': 'Patient/p'},"
                        + " 'section': [{'title': 'Assessment', 'text': {'status': 'generated', 'div': '<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><p>"
                        + ASSESSMENT
                        + "</p></div>'}, 'entry': [{'reference': 'Condition/c1'}]},"
                        + " {'title': 'Plan', 'text': {'status': 'generated', 'div': '<div xmlns=\\\"http://www.w3.org/1999/xhtml\\\"><p>I recommend physical therapy for 12 weeks.</p><p>I advise against a steroid injection.</p></div>'}}]}},"
                        + " {'resource': " + PATIENT + "}, {'resource': " + CONDITION + "}]}");
    }

    public static byte[] carePlan() {
        return json(
                "{'resourceType': 'Bundle', 'type': 'collection', 'entry': [{'resource': {'resourceType': 'CarePlan', 'status': 'active', 'intent': 'proposal', 'title': 'Second opinion',"
                        + " 'created': '2026-03-04', 'author': {'display': 'Dr. Helen Ward'}, 'subject': {'reference': 'Patient/p'}, 'addresses': [{'reference': 'Condition/c1'}],"
                        + " 'description': '" + PLAN + "',"
                        + " 'activity': [{'detail': {'status': 'not-started', 'code': {'coding': [{'system': 'http://snomed.info/sct', 'code': '91251008', 'display': 'Physical therapy procedure'}]}}},"
                        + " {'detail': {'status': 'not-started', 'doNotPerform': true, 'code': {'text': 'Steroid injection'}}}]}},"
                        + " {'resource': " + PATIENT + "}, {'resource': " + CONDITION + "}]}");
    }

    public static byte[] consultNote() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
                <templateId root="2.16.840.1.113883.10.20.22.1.4"/><id root="1.2.3.9"/>
                <code code="11488-4" codeSystem="2.16.840.1.113883.6.1" displayName="Consultation note"/>
                <title>Second opinion</title><effectiveTime value="20260304"/>
                <recordTarget><patientRole><id root="1.2.3" extension="9"/><patient><name><given>Ana</given><family>Example</family></name>
                <administrativeGenderCode code="F" codeSystem="2.16.840.1.113883.5.1"/><birthTime value="19610402"/></patient></patientRole></recordTarget>
                <author><time value="20260304"/><assignedAuthor><id root="1.2.4"/><assignedPerson><name><prefix>Dr.</prefix><given>Helen</given><family>Ward</family></name></assignedPerson></assignedAuthor></author>
                <component><structuredBody>
                <component><section><templateId root="2.16.840.1.113883.10.20.22.2.8"/>
                <code code="51848-0" codeSystem="2.16.840.1.113883.6.1"/><title>Assessment</title><text>Complete rotator cuff tear of the right shoulder. No fracture.</text></section></component>
                <component><section><templateId root="2.16.840.1.113883.10.20.22.2.10"/>
                <code code="18776-5" codeSystem="2.16.840.1.113883.6.1"/><title>Plan</title>
                <text><paragraph>I recommend physical therapy for 12 weeks.</paragraph><paragraph>I advise against a steroid injection.</paragraph></text>
                <entry><procedure classCode="PROC" moodCode="RQO"><templateId root="2.16.840.1.113883.10.20.22.4.41"/><id root="1.2.5"/>
                <code code="91251008" codeSystem="2.16.840.1.113883.6.96" displayName="Physical therapy procedure"/><statusCode code="active"/></procedure></entry></section></component>
                <component><section><templateId root="2.16.840.1.113883.10.20.22.2.5.1"/>
                <code code="11450-4" codeSystem="2.16.840.1.113883.6.1"/><title>Problems</title><text>Complete rotator cuff tear of the right shoulder</text>
                <entry><act classCode="ACT" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.3"/><id root="1.2.6"/>
                <code code="CONC" codeSystem="2.16.840.1.113883.5.6"/><statusCode code="active"/>
                <entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN"><templateId root="2.16.840.1.113883.10.20.22.4.4"/><id root="1.2.7"/>
                <code code="282291009" codeSystem="2.16.840.1.113883.6.96"/><statusCode code="completed"/><effectiveTime><low value="20260120"/></effectiveTime>
                <value xsi:type="CD" code="M75.121" codeSystem="2.16.840.1.113883.6.90" displayName="Complete rotator cuff tear of the right shoulder"/>
                </observation></entryRelationship></act></entry></section></component>
                </structuredBody></component></ClinicalDocument>
                """.strip().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] json(String words) {
        return words.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
