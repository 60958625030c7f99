package org.consilium.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Diseases that nobody has, named the way real ones are: a place of the body, what happens there, how it comes about. Half of the
 * terms are other names of the same disease, one in four of these Spanish. The same number of terms gives the same file.
 */
final class MadeTerms {
    private static final String[] PLACES =
            ("lung,heart,kidney,liver,brain,breast,colon,stomach,skin,bone,eye,ear,spine,hip,knee,"
                            + "thyroid,pancreas,prostate,bladder,ovary,uterus,nerve,muscle,vein,artery,blood,lymph node,spleen,esophagus")
                    .split(",");
    private static final String[] PLACES_ES =
            ("pulmón,corazón,riñón,hígado,cerebro,mama,colon,estómago,piel,hueso,ojo,oído,"
                            + "columna,cadera,rodilla,tiroides,páncreas,próstata,vejiga,ovario,útero,nervio,músculo,vena,arteria,sangre,"
                            + "ganglio,bazo,esófago")
                    .split(",");
    private static final String[] WHAT =
            ("cancer,carcinoma,disease,disorder,failure,inflammation,infection,syndrome,stenosis,"
                            + "dystrophy,fibrosis,aneurysm,deficiency,tumor,degeneration,malformation,neuropathy,insufficiency")
                    .split(",");
    private static final String[] WHAT_ES =
            ("cáncer,carcinoma,enfermedad,trastorno,insuficiencia,inflamación,infección,síndrome,"
                            + "estenosis,distrofia,fibrosis,aneurisma,deficiencia,tumor,degeneración,malformación,neuropatía,falla")
                    .split(",");
    private static final String[] HOW =
            ("acute,chronic,hereditary,congenital,familial,recurrent,progressive,secondary,primary,"
                            + "idiopathic,juvenile,benign,malignant,bilateral,severe,mild,isolated,autoimmune,metastatic,atypical")
                    .split(",");
    private static final String[] SYLLABLES =
            ("ba,ce,di,fo,gu,ha,ke,li,mo,nu,pa,re,si,to,vu,xe,zi,bra,cla,dro,fle,gri,plo,tru,"
                            + "sta,phe,chi,ost,art,neph,card,gastr,hepat,derm,myel,encephal")
                    .split(",");

    private final Random random = new Random(20_260_801);

    /** Writes an OBO file with this many names. */
    void write(Path file, int terms) throws IOException {
        try (var out = Files.newBufferedWriter(file)) {
            out.write("format-version: 1.4\ndata-version: made-up\nontology: mondo\n");
            for (var at = 0; at < terms; at += 2) {
                var place = random.nextInt(PLACES.length);
                var what = random.nextInt(WHAT.length);
                var who = eponym();
                out.write("%n[Term]%nid: MONDO:%07d%nname: %s %s %s, %s type %d%n"
                        .formatted(9_000_000 - at, how(), PLACES[place], WHAT[what], who, 1 + random.nextInt(40)));
                var other = random.nextInt(4) == 0
                        ? WHAT_ES[what] + " de " + PLACES_ES[place] + " de tipo " + who
                        : who + " " + PLACES[place] + " " + WHAT[what];
                out.write("synonym: \"%s\" EXACT []%n".formatted(other));
                if (at > 2) {
                    out.write("is_a: MONDO:%07d%n".formatted(9_000_000 - 2 * random.nextInt(at / 2)));
                }
            }
        }
    }

    private String how() {
        return HOW[random.nextInt(HOW.length)];
    }

    /** One of some forty thousand names of two to three syllables. */
    private String eponym() {
        var name = new StringBuilder();
        for (var at = 2 + random.nextInt(2); at > 0; at--) {
            name.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        }
        return name.toString();
    }
}
