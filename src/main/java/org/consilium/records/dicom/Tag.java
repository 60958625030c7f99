package org.consilium.records.dicom;

/** The data elements this program asks for by name, under the keywords of PS3.6. */
final class Tag {
    static final int MediaStorageSOPClassUID = 0x00020002;
    static final int TransferSyntaxUID = 0x00020010;
    static final int FileSetID = 0x00041130;
    static final int FirstRecordOffset = 0x00041200;
    static final int DirectoryRecordSequence = 0x00041220;
    static final int NextRecordOffset = 0x00041400;
    static final int LowerRecordOffset = 0x00041420;
    static final int DirectoryRecordType = 0x00041430;
    static final int ReferencedFileID = 0x00041500;
    static final int ReferencedSOPInstanceInFile = 0x00041511;
    static final int SpecificCharacterSet = 0x00080005;
    static final int SOPClassUID = 0x00080016;
    static final int SOPInstanceUID = 0x00080018;
    static final int StudyDate = 0x00080020;
    static final int SeriesDate = 0x00080021;
    static final int AcquisitionDate = 0x00080022;
    static final int ContentDate = 0x00080023;
    static final int AcquisitionDateTime = 0x0008002A;
    static final int StudyTime = 0x00080030;
    static final int SeriesTime = 0x00080031;
    static final int AcquisitionTime = 0x00080032;
    static final int ContentTime = 0x00080033;
    static final int Modality = 0x00080060;
    static final int ModalitiesInStudy = 0x00080061;
    static final int InstitutionName = 0x00080080;
    static final int ReferringPhysicianName = 0x00080090;
    static final int CodeValue = 0x00080100;
    static final int CodingSchemeDesignator = 0x00080102;
    static final int CodeMeaning = 0x00080104;
    static final int CodingSchemeUID = 0x0008010C;
    static final int LongCodeValue = 0x00080119;
    static final int URNCodeValue = 0x00080120;
    static final int TimezoneOffsetFromUTC = 0x00080201;
    static final int StudyDescription = 0x00081030;
    static final int ProcedureCodeSequence = 0x00081032;
    static final int SeriesDescription = 0x0008103E;
    static final int PerformingPhysicianName = 0x00081050;
    static final int NameOfPhysiciansReadingStudy = 0x00081060;
    static final int AnatomicRegionSequence = 0x00082218;
    static final int PatientName = 0x00100010;
    static final int PatientID = 0x00100020;
    static final int IssuerOfPatientID = 0x00100021;
    static final int PatientBirthDate = 0x00100030;
    static final int PatientSex = 0x00100040;
    static final int OtherPatientNames = 0x00101001;
    static final int BodyPartExamined = 0x00180015;
    static final int StudyInstanceUID = 0x0020000D;
    static final int SeriesInstanceUID = 0x0020000E;
    static final int SeriesNumber = 0x00200011;
    static final int InstanceNumber = 0x00200013;
    static final int Laterality = 0x00200060;
    static final int ImageLaterality = 0x00200062;
    static final int SamplesPerPixel = 0x00280002;
    static final int PhotometricInterpretation = 0x00280004;
    static final int PlanarConfiguration = 0x00280006;
    static final int NumberOfFrames = 0x00280008;
    static final int Rows = 0x00280010;
    static final int Columns = 0x00280011;
    static final int BitsAllocated = 0x00280100;
    static final int BitsStored = 0x00280101;
    static final int HighBit = 0x00280102;
    static final int PixelRepresentation = 0x00280103;
    static final int WindowCenter = 0x00281050;
    static final int WindowWidth = 0x00281051;
    static final int RescaleIntercept = 0x00281052;
    static final int RescaleSlope = 0x00281053;
    static final int RedPaletteDescriptor = 0x00281101;
    static final int RedPaletteData = 0x00281201;
    static final int RequestingPhysician = 0x00321032;
    static final int ReasonForStudy = 0x00321030;
    static final int RequestedProcedureDescription = 0x00321060;
    static final int RequestedProcedureCodeSequence = 0x00321064;
    static final int ReasonForRequestedProcedure = 0x00401002;
    static final int ReasonForRequestedProcedureCodes = 0x0040100A;
    static final int MeasurementUnitsCodeSequence = 0x004008EA;
    static final int ValueType = 0x0040A040;
    static final int ConceptNameCodeSequence = 0x0040A043;
    static final int VerifyingObserverName = 0x0040A075;
    static final int VerifyingObserverSequence = 0x0040A073;
    static final int ObservationDateTime = 0x0040A032;
    static final int DateTime = 0x0040A120;
    static final int Date = 0x0040A121;
    static final int Time = 0x0040A122;
    static final int PersonName = 0x0040A123;
    static final int UID = 0x0040A124;
    static final int TextValue = 0x0040A160;
    static final int ConceptCodeSequence = 0x0040A168;
    static final int MeasuredValueSequence = 0x0040A300;
    static final int NumericValue = 0x0040A30A;
    static final int CompletionFlag = 0x0040A491;
    static final int VerificationFlag = 0x0040A493;
    static final int ContentSequence = 0x0040A730;
    static final int DocumentTitle = 0x00420010;
    static final int EncapsulatedDocument = 0x00420011;
    static final int MIMETypeOfEncapsulatedDocument = 0x00420012;
    static final int EncapsulatedDocumentLength = 0x00420015;
    static final int WaveformSequence = 0x54000100;
    static final int FloatPixelData = 0x7FE00008;
    static final int DoubleFloatPixelData = 0x7FE00009;
    static final int PixelData = 0x7FE00010;
    static final int ITEM = 0xFFFEE000;
    static final int ITEM_END = 0xFFFEE00D;
    static final int SEQUENCE_END = 0xFFFEE0DD;

    private Tag() {}

    static int of(int group, int element) {
        return group << 16 | element;
    }

    static int group(int tag) {
        return tag >>> 16;
    }

    static int element(int tag) {
        return tag & 0xFFFF;
    }

    static boolean isPrivate(int tag) {
        return (group(tag) & 1) == 1;
    }

    /** As the standard writes it, for example {@code (0042,0011)}. */
    static String text(int tag) {
        return "(%04X,%04X)".formatted(group(tag), element(tag));
    }
}
