package org.consilium.records.archive;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What the names in an archive tell about it as a whole, before its files are read.
 *
 * @param disc true for the copy of a disc of images or of an IHE XDM exchange, which bring their own viewing program
 * @param programFolders the folders, other than the outermost, that hold parts of programs
 * @param office the kind of office document that the archive itself is
 */
record Setting(boolean disc, Set<String> programFolders, Office office) {
    /** Office documents are ZIP files inside. */
    enum Office {
        NONE,
        WORD,
        OPEN_TEXT,
        OTHER
    }

    static final Setting UNKNOWN = new Setting(false, Set.of(), Office.NONE);
    private static final Set<String> PROGRAM = Set.of("exe", "dll", "jar", "js", "css", "so", "dylib", "ocx");
    private static final int MOST_FOLDERS = 1_000;

    Setting {
        programFolders = Set.copyOf(programFolders);
    }

    /** True for a path below a folder with parts of programs. */
    boolean isAmongPrograms(String path) {
        for (var at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
            if (programFolders.contains(path.substring(0, at).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** Gathers it, name by name. */
    static final class Survey {
        private final Set<String> folders = new HashSet<>();
        private boolean disc;
        private boolean contentTypes;
        private boolean openDocument;
        private Office office = Office.NONE;

        void add(String raw) {
            var path = Names.clean(raw).toLowerCase(Locale.ROOT);
            var name = Names.last(path);
            var dot = name.lastIndexOf('.');
            var ending = dot < 0 ? "" : name.substring(dot + 1);
            disc |= name.equals("dicomdir") || path.contains("ihe_xdm/") || ending.equals("exe");
            var folder = path.lastIndexOf('/');
            if (folder > 0 && PROGRAM.contains(ending) && folders.size() < MOST_FOLDERS) {
                folders.add(path.substring(0, folder));
            }
            contentTypes |= path.equals("[content_types].xml");
            openDocument |= path.equals("meta-inf/manifest.xml");
            switch (path) {
                case "word/document.xml" -> office = Office.WORD;
                case "xl/workbook.xml", "ppt/presentation.xml" -> office = Office.OTHER;
                case "content.xml" -> office = Office.OPEN_TEXT;
                default -> {
                    // tells nothing
                }
            }
        }

        Setting done() {
            var known = switch (office) {
                case WORD, OTHER -> contentTypes;
                case OPEN_TEXT -> openDocument;
                case NONE -> false;
            };
            return new Setting(disc, folders, known ? office : Office.NONE);
        }
    }
}
