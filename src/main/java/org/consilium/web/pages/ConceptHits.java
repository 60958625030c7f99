package org.consilium.web.pages;

import java.util.List;
import org.consilium.language.Messages;

/** What was found for the words in the search box. */
public record ConceptHits(Messages messages, boolean asked, List<SituationPage.Choice> hits) {}
