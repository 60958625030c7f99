package org.consilium.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Words that name a disease, in English and Spanish, without accents. Findings that are no disease by themselves are left out. */
public final class Terms {
    private static final String TUMOURS =
            "(?:[a-z]+-?)?carcinom[a-z]*|[a-z]*sarcoma[a-z]*|(?:[a-z]+)?lymphoma[s]?|linfoma[s]?|melanoma[s]?|leuk[a]?emia|leucemia[s]?|(?:plasma cell )?myeloma|mieloma(?: multiple)?|"
                    + "plasmacytoma|plasmocitoma|meningioma[s]?|[a-z]*glioma[s]?|glioblastoma[s]?|[a-z]*astrocytoma[s]?|astrocitoma[s]?|[a-z]*blastoma[s]?|mesothelioma|mesotelioma|seminoma|teratoma|thymoma|timoma|"
                    + "schwannoma|[a-z]*adenoma[s]?|papilloma|papiloma|fibroadenoma|leiomyoma[s]?|leiomioma[s]?|mioma[s]?|carcinoide?|neuroendocrine (?:tumou?r|neoplasm)|tumor neuroendocrino|"
                    + "gastrointestinal stromal tumou?r|gist\\b|(?:malignant|intraepithelial|myeloproliferative|papillary|follicular|mucinous|serous|plasma cell|low[- ]grade|high[- ]grade|neuroendocrine|intraductal [a-z]+ mucinous) neoplas[a-z]*|"
                    + "neoplasia (?:maligna|intraepitelial|mieloproliferativa|folicular|mucinosa|intralobulillar)[a-z ]{0,12}|cancer|malignancy|metasta(?:sis|ses|tic disease)|enfermedad metastasica|"
                    + "(?:low|high)?[- ]?(?:grade )?(?:squamous |glandular |epithelial )?dysplasia|displasia|hsil|lsil|high[- ]grade squamous intraepithelial lesion|low[- ]grade squamous intraepithelial lesion|"
                    + "lesion(?:es)? intraepitelial(?:es)? escamosas?|cin ?(?:[123]|i{1,3})\\b|nic ?(?:[123]|i{1,3})\\b|asc-?us|asc-?h\\b|atypical (?:ductal|lobular|endometrial|complex) hyperplasia|"
                    + "hiperplasia (?:ductal|lobulillar|endometrial)? ?(?:atipica|con atipia)|dcis|lcis|polycythemia|policitemia|myelodysplastic syndrome|sindrome mielodisplasico|barrett'?s?|(?:dysplastic|melanocytic) nev(?:us|i)|nevus|nevo|"
                    + "hyperplastic polyp|polipo hiperplasico|endometriosis|lentigo maligno?";
    private static final String DISEASES =
            "diabetes(?: mellitus)?(?: tipo \\d| type \\d)?|(?:essential |arterial |pulmonary |portal )?hypertension|hipertension(?: arterial| pulmonar| portal)?|asthma|asma|copd|epoc|emphysema|enfisema|"
                    + "chronic obstructive pulmonary disease|enfermedad pulmonar obstructiva|pneumonia|neumonia|(?:[a-z]+ )?fracture[s]?|fractura[s]?|(?:pulmonary )?embol(?:ism|us|i)|(?:trombo)?embolia(?: pulmonar)?|tromboembolismo(?: pulmonar)?|"
                    + "(?:deep vein )?thrombos[ie]s|trombosis|stroke|ictus|accidente cerebrovascular|infarct(?:ion|s)?|infarto|stenos[ie]s|estenosis|(?:atrial )?fibrillation|fibrilacion(?: auricular)?|(?:congestive )?heart failure|"
                    + "insuficiencia (?:cardiaca|renal|hepatica|respiratoria|mitral|aortica)|an[a]?emia|hypo?thyroidism|hypothyroidism|hyperthyroidism|hip(?:o|er)tiroidismo|arthritis|artritis|osteoarthritis|artrosis|osteoporosis|osteopenia|"
                    + "(?:major )?depress(?:ion|ive disorder)|depresion|anxiety disorder|migraine|migrana|multiple sclerosis|esclerosis multiple|herni(?:a|ation)|hernia(?: discal)?|(?:rotator cuff|menisc(?:al|us)|ligament|labral) tear|"
                    + "rotura (?:del? )?(?:menisco|ligamento|manguito)[a-z ]*|rotura meniscal|aneurysm|aneurisma|(?:urinary tract )?infection|infeccion|sepsis|lupus(?: erythematosus| eritematoso)?|psoriasis|(?:chronic )?kidney (?:disease|failure|injury)|"
                    + "enfermedad renal cronica|renal (?:failure|insufficiency)|(?:obstructive )?sleep apn[o]?ea|apnea(?: obstructiva)?(?: del sueno)?|obesity|obesidad|hyperlipid[a]?emia|dyslipid[a]?emia|dislipemia|dislipidemia|hypercholesterol[a]?emia|hipercolesterolemia|"
                    + "gout|gota|epilepsy|epilepsia|dementia|demencia|alzheimer'?s?|parkinson'?s?|dehydration|deshidratacion|coronary artery disease|cardiopatia isquemica|(?:fatty|alcoholic) liver disease|esteatosis(?: hepatica)?|(?:hepatic )?steatosis|"
                    + "cirrhosis|cirrosis|crohn'?s? disease|enfermedad de crohn|celiac disease|celiaquia|enfermedad celiaca|cholelithiasis|colelitiasis|gallstones?|nephrolithiasis|litiasis(?: renal| biliar)?|pleural effusion|derrame pleural|pneumothorax|neumotorax|"
                    + "abscess|absceso|h[a]?ematoma|h[a]?emorrhage|hemorragia|glaucoma|cataracts?|catarata|retinopathy|retinopatia|neuropathy|neuropatia|[a-z]*nephropathy|nefropatia|cardiomyopathy|miocardiopatia|"
                    + "(?:gastr|col|hepat|pancreat|append|appendic|cholecyst|diverticul|esophag|oesophag|sinus|bronch|bronchiol|nephr|glomerulonephr|pyelonephr|cyst|prostat|vascul|my|pericard|endocard|mening|encephal|dermat|thyroid|uve|rhin|tonsill|pharyng|laryng|mast|gastroenter|cerv|endometr|spondyl|tendin|tendon|burs|synov|ile|duoden)itis|"
                    + "gastritis|colitis|hepatitis|pancreatitis|apendicitis|colecistitis|diverticulitis|esofagitis|sinusitis|bronquitis|nefritis|glomerulonefritis|pielonefritis|cistitis|prostatitis|vasculitis|miocarditis|pericarditis|endocarditis|meningitis|encefalitis|"
                    + "dermatitis|tiroiditis|rinitis|gastroenteritis|cervicitis|endometritis|tendinitis|spondylosis|spondylolisthesis|espondilosis|espondilolistesis|gastroesophageal reflux(?: disease)?|gerd|reflujo gastroesofagico|sarcoidosis|tuberculosis|hiv infection|covid-19";
    private static final Pattern NAMED = Pattern.compile("(?<![a-z-])(?:" + TUMOURS + "|" + DISEASES + ")(?![a-z])");
    private static final Pattern TUMOUR = Pattern.compile("(?<![a-z-])(?:" + TUMOURS + ")(?![a-z])");

    private Terms() {}

    /** Where a disease is named in folded words. */
    public record Place(int start, int end) {}

    public static List<Place> all(String plain) {
        var places = new ArrayList<Place>();
        var found = NAMED.matcher(plain);
        while (found.find()) {
            places.add(new Place(found.start(), found.end()));
        }
        return places;
    }

    public static boolean isTumour(String plain) {
        return TUMOUR.matcher(plain).find();
    }
}
