package org.consilium.records.archive;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Tells the files of an archive that say nothing about the person's health: they are counted, not read. */
enum Aside {
    /** A file to be read. */
    NONE,
    /** Left behind by an operating system, or a list of what else is in the archive. */
    HOUSEKEEPING,
    /** Part of the program that shows a disc's images, or of a page that shows the records. */
    VIEWER,
    /** Where the person walked or ran. */
    ROUTE;

    private static final Set<String> LEFT_BEHIND =
            Set.of(".ds_store", "thumbs.db", "desktop.ini", ".localized", "ehthumbs.db", ".directory");
    private static final Set<String> PROGRAM = Set.of(
            "exe",
            "dll",
            "jar",
            "class",
            "so",
            "dylib",
            "ocx",
            "sys",
            "msi",
            "cab",
            "inf",
            "bat",
            "cmd",
            "sh",
            "ini",
            "cfg",
            "js",
            "css",
            "map",
            "ico",
            "icns",
            "cur",
            "ttf",
            "otf",
            "woff",
            "woff2",
            "eot",
            "chm",
            "hlp",
            "xsl",
            "xslt",
            "xsd",
            "lng",
            "manifest",
            "config",
            "properties",
            "mui",
            "ax",
            "bin",
            "lib",
            "app",
            "plist",
            "nib");
    private static final Set<String> PAGE = Set.of("htm", "html", "svg", "json");
    private static final Set<String> PICTURE = Set.of("gif", "png", "bmp", "jpg", "jpeg", "svg");

    /** By the name and the first bytes. A record is a record under any name. */
    static Aside of(String path, byte[] head, Setting setting) {
        var lower = path.toLowerCase(Locale.ROOT);
        var name = Names.last(lower);
        if (lower.startsWith("__macosx/")
                || lower.contains("/__macosx/")
                || LEFT_BEHIND.contains(name)
                || name.startsWith("._")) {
            return HOUSEKEEPING;
        }
        var start = new String(head, StandardCharsets.ISO_8859_1);
        if (isProgram(start)) {
            return VIEWER;
        }
        var dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot + 1);
        if (PICTURE.contains(ending) && setting.isAmongPrograms(path)) {
            return VIEWER;
        }
        if (isRecord(start)) {
            return NONE;
        }
        if (PROGRAM.contains(ending) || start.contains("<xsl:stylesheet") || start.contains("<xsl:transform")) {
            return VIEWER;
        }
        if (PAGE.contains(ending) && (setting.disc() || setting.isAmongPrograms(path))) {
            return VIEWER;
        }
        if (start.contains("urn:oasis:names:tc:ebxml-regrep")) {
            return HOUSEKEEPING;
        }
        return start.contains("<gpx") ? ROUTE : NONE;
    }

    private static boolean isProgram(String start) {
        return (start.startsWith("MZ") && start.length() > 64 && start.indexOf("PE\0\0") > 0)
                || start.startsWith("\u007fELF")
                || start.startsWith("\u00ca\u00fe\u00ba\u00be")
                || start.startsWith("\u00cf\u00fa\u00ed\u00fe");
    }

    private static boolean isRecord(String start) {
        return start.startsWith("%PDF")
                || start.startsWith("MSH|")
                || start.startsWith("{\\rtf")
                || start.startsWith("DICM", 128)
                || start.contains("ClinicalDocument")
                || start.contains("http://hl7.org/fhir")
                || start.contains("\"resourceType\"")
                || start.contains("<HealthData");
    }
}
