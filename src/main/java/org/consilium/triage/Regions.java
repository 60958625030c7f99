package org.consilium.triage;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;

/** Which parts of the body images show, by the name of the examination and the body part it gives (DICOM 0018,0015). */
final class Regions {
    private static final String WHOLE = "whole";
    private static final WordIndex<String> NAMES = new WordIndex<>();
    private static final Map<String, List<String>> WORDS = Map.of(
            "head",
            List.of(
                    "head",
                    "brain",
                    "skull",
                    "cranial",
                    "cerebral",
                    "pituitary",
                    "sinus",
                    "sinuses",
                    "temporal bone",
                    "iac",
                    "orbit",
                    "cabeza",
                    "cerebro",
                    "craneo",
                    "hipofisis",
                    "senos"),
            "neck",
            List.of("neck", "thyroid", "carotid", "larynx", "cuello", "tiroides", "carotida", "parathyroid"),
            "chest",
            List.of("chest", "thorax", "lung", "lungs", "hrct", "pulmonary", "torax", "pulmon"),
            "breast",
            List.of("breast", "mammo", "mama", "axilla"),
            "heart",
            List.of(
                    "heart",
                    "cardiac",
                    "coronary",
                    "echocardiogram",
                    "echocardiography",
                    "transesophageal",
                    "transthoracic",
                    "myocardial",
                    "corazon",
                    "cardiaco",
                    "cardiaca",
                    "ecocardiograma",
                    "tte",
                    "tee"),
            "abdomen",
            List.of(
                    "abdomen",
                    "abdominal",
                    "liver",
                    "pancreas",
                    "kidney",
                    "renal",
                    "urogram",
                    "mrcp",
                    "adrenal",
                    "spleen",
                    "enterography",
                    "kub",
                    "higado",
                    "rinon",
                    "vesicula",
                    "gallbladder"),
            "pelvis",
            List.of(
                    "pelvis",
                    "pelvic",
                    "prostate",
                    "rectum",
                    "rectal",
                    "uterus",
                    "ovary",
                    "bladder",
                    "transvaginal",
                    "scrotum",
                    "scrotal",
                    "testis",
                    "testicular",
                    "hip",
                    "prostata",
                    "recto",
                    "utero",
                    "vejiga",
                    "cadera"),
            "spine",
            List.of(
                    "spine",
                    "lumbar",
                    "cspine",
                    "tspine",
                    "lspine",
                    "sspine",
                    "cervical spine",
                    "thoracic spine",
                    "sacroiliac",
                    "sacrum",
                    "columna",
                    "lumbosacra"),
            "limb",
            List.of(
                    "knee",
                    "shoulder",
                    "hand",
                    "hands",
                    "wrist",
                    "elbow",
                    "foot",
                    "feet",
                    "ankle",
                    "femur",
                    "tibia",
                    "humerus",
                    "forearm",
                    "leg",
                    "legs",
                    "arm",
                    "extremity",
                    "hip",
                    "rodilla",
                    "hombro",
                    "mano",
                    "muneca",
                    "codo",
                    "pie",
                    "tobillo",
                    "pierna",
                    "brazo",
                    "cadera"),
            "eye",
            List.of("eye", "ocular", "retina", "ojo"));

    static {
        WORDS.forEach((region, words) -> words.forEach(word -> NAMES.add(word, region)));
        List.of("whole body", "wholebody", "cuerpo entero", "skull to thigh", "skeletal survey")
                .forEach(words -> NAMES.add(words, WHOLE));
    }

    private Regions() {}

    /** True unless the images name parts of the body and none of the wanted ones. */
    static boolean fit(List<String> wanted, Fact images) {
        if (wanted.isEmpty()) {
            return true;
        }
        var shown = of(images);
        return shown.isEmpty() || shown.contains(WHOLE) || wanted.stream().anyMatch(shown::contains);
    }

    private static Set<String> of(Fact images) {
        var regions = new HashSet<String>();
        for (var hit : NAMES.find(
                Text.of(images.text() + "\n" + images.detail(Detail.BODY_SITE).orElse("")))) {
            regions.add(hit.what());
        }
        return regions;
    }
}
