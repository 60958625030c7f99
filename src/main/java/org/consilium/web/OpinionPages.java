package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.clinical.FactKind;
import org.consilium.language.Message;
import org.consilium.opinions.Draft;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.OpinionJson;
import org.consilium.opinions.Opinions;
import org.consilium.opinions.StoredOpinion;
import org.consilium.web.pages.Frame;
import org.consilium.web.pages.OpinionFormPage;
import org.consilium.web.pages.OpinionFormPage.Field;
import org.consilium.web.pages.OpinionPage;
import org.consilium.web.pages.OpinionsPage;
import org.consilium.web.pages.SituationPage.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Opinions: the list, the form one page at a time, a file, and one to read. */
@Controller
class OpinionPages {
    private final Templates templates;
    private final Opinions opinions;
    private final Desk desk;

    OpinionPages(Templates templates, Opinions opinions, Desk desk) {
        this.templates = templates;
        this.opinions = opinions;
        this.desk = desk;
    }
}
