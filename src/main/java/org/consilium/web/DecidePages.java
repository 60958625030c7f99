package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.decision.Decisions;
import org.consilium.decision.Level;
import org.consilium.decision.Option;
import org.consilium.decision.Options;
import org.consilium.decision.Preferences;
import org.consilium.decision.Preferences.Goal;
import org.consilium.decision.Preferences.Placed;
import org.consilium.decision.StartingGoal;
import org.consilium.language.Message;
import org.consilium.web.pages.CaseHome.Task;
import org.consilium.web.pages.DecidePage;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What matters to the person, how much, and how far each option gets them there. */
@Controller
class DecidePages {
    private static final int FIRST_SWING = 50;

    private final Templates templates;
    private final Decisions decisions;
    private final Comparing comparing;
    private final Desk desk;

    DecidePages(Templates templates, Decisions decisions, Comparing comparing, Desk desk) {
        this.templates = templates;
        this.decisions = decisions;
        this.comparing = comparing;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/decide")
    Object hub(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        if (comparing.compare(actor, open).isEmpty()) {
            return "redirect:" + open.path();
        }
        var preferences = decisions.preferences(actor, id);
        var goals = !preferences.goals().isEmpty();
        var levels = !preferences.levels().isEmpty();
        var recorded = decisions.decision(actor, id).isPresent();
        var base = open.path() + "/decide";
        var tasks = new ArrayList<Task>();
        tasks.add(task("ready", base + "/ready", decisions.before(actor, id).isPresent(), true));
        tasks.add(task("goals", base + "/goals", goals, true));
        tasks.add(task("weights", base + "/weights", goals, goals));
        tasks.add(task("levels", base + "/goals/1", levels, goals));
        tasks.add(task("result", base + "/result", false, goals));
        tasks.add(task("record", base + "/record", recorded, true));
        tasks.add(task("summary", base + "/summary", false, true));
        if (recorded) {
            tasks.add(task("letters", base + "/letters", false, true));
        }
        return Page.of(templates.decideHub(
                new DecidePage.Hub(desk.frame(request, open, Message.of("web.decide.title")), id, tasks)));
    }

    private static Task task(String key, String href, boolean done, boolean can) {
        if (!can) {
            return new Task(key, null, Message.of("web.decide.needsGoals"), "");
        }
        return new Task(key, href, Message.of(done ? "web.state.done" : "web.state.ready"), done ? "green" : "blue");
    }

    @GetMapping("/cases/{id}/decide/goals")
    Page goals(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        return goals(open, decisions.preferences(actor, id).goals(), false, request);
    }

    private Page goals(Desk.OpenCase open, List<Goal> chosen, boolean tooMany, HttpServletRequest request) {
        var ids = chosen.stream().map(Goal::id).toList();
        var own = chosen.stream()
                .flatMap(goal -> java.util.stream.Stream.ofNullable(goal.words()))
                .toList();
        var picks = Arrays.stream(StartingGoal.values())
                .map(goal -> new DecidePage.Pick(goal.id(), goal.title(), ids.contains(goal.id())))
                .toList();
        var error = tooMany ? Message.of("web.decide.goalsTooMany", Preferences.MOST_GOALS) : null;
        var frame = desk.frame(request, open, Message.of("web.decide.goals"), open.path() + "/decide");
        return new Page(
                templates.decideGoals(
                        new DecidePage.Goals(frame, open.id(), picks, own, Preferences.MOST_GOALS, error)),
                tooMany ? 422 : 200);
    }

    @PostMapping("/cases/{id}/decide/goals")
    Object chooseGoals(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> goal,
            @RequestParam(defaultValue = "") List<String> own,
            HttpServletRequest request) {
        var open = desk.open(actor, id);
        var old = decisions.preferences(actor, id);
        var goals = new ArrayList<Goal>();
        for (var each : StartingGoal.values()) {
            if (goal.contains(each.id())) {
                goals.add(Goal.of(each, swing(old, each.id())));
            }
        }
        var number = 0;
        for (var words : own) {
            number++;
            if (!words.isBlank() && words.length() <= Preferences.LONGEST_WORDS) {
                var ownId = "own-" + number;
                goals.add(Goal.own(ownId, words.strip(), swing(old, ownId)));
            }
        }
        if (goals.size() > Preferences.MOST_GOALS) {
            return goals(open, goals.subList(0, Preferences.MOST_GOALS), true, request);
        }
        var ids = goals.stream().map(Goal::id).toList();
        decisions.save(
                actor,
                id,
                new Preferences(
                        goals,
                        old.levels().stream()
                                .filter(level -> ids.contains(level.goal()))
                                .toList()));
        return "redirect:" + open.path() + (goals.isEmpty() ? "/decide" : "/decide/weights");
    }

    private static int swing(Preferences old, String goal) {
        return old.goals().stream()
                .filter(each -> each.id().equals(goal))
                .map(Goal::swing)
                .findFirst()
                .orElse(FIRST_SWING);
    }

    @GetMapping("/cases/{id}/decide/weights")
    Object weights(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var goals = decisions.preferences(actor, id).goals();
        if (goals.isEmpty()) {
            return "redirect:" + open.path() + "/decide/goals";
        }
        var sliders = goals.stream()
                .map(goal -> new DecidePage.Slider(goal.id(), goal.title(), goal.swing(), true))
                .toList();
        var frame = desk.frame(request, open, Message.of("web.decide.weights"), open.path() + "/decide");
        return Page.of(templates.decideWeights(new DecidePage.Weights(frame, id, sliders)));
    }

    @PostMapping("/cases/{id}/decide/weights")
    String weigh(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form) {
        var open = desk.open(actor, id);
        var old = decisions.preferences(actor, id);
        var goals = old.goals().stream()
                .map(goal -> new Goal(
                        goal.id(), goal.words(), percent(form.getFirst("w-" + goal.id()), goal.swing()), goal.scale()))
                .toList();
        decisions.save(actor, id, new Preferences(goals, old.levels()));
        return "redirect:" + open.path() + (goals.isEmpty() ? "/decide" : "/decide/goals/1");
    }

    @GetMapping("/cases/{id}/decide/goals/{number}")
    Object levels(Actor actor, @PathVariable UUID id, @PathVariable int number, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var compared = comparing.compare(actor, open);
        var preferences = decisions.preferences(actor, id);
        if (compared.isEmpty()) {
            return "redirect:" + open.path();
        }
        if (number < 1 || number > preferences.goals().size()) {
            return "redirect:" + open.path() + "/decide";
        }
        var goal = preferences.goals().get(number - 1);
        var frame = desk.frame(request, open, Message.of("web.decide.levels"), open.path() + "/decide");
        var opinions = compared.get().comparison().opinions();
        var options = Options.of(compared.get().comparison()).options().stream()
                .map(option -> slider(option, preferences.level(option.id(), goal.id()), said(option, opinions)))
                .toList();
        return Page.of(templates.decideLevels(
                new DecidePage.Levels(frame, id, number, preferences.goals().size(), goal.title(), options)));
    }

    private static DecidePage.OptionSlider slider(Option option, Level level, List<String> said) {
        var low = level.low();
        return new DecidePage.OptionSlider(
                option.id(), option.name(), low == null ? 50 : (int) Math.round(low), low != null, said);
    }

    private static List<String> said(Option option, List<org.consilium.opinions.Opinion> opinions) {
        var all = new ArrayList<>(option.benefits());
        all.addAll(option.harms());
        return all.stream()
                .map(said -> opinions.get(said.opinion()).author().name() + ": " + Pictures.words(said.measure()))
                .toList();
    }

    @PostMapping("/cases/{id}/decide/goals/{number}")
    String place(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable int number,
            @RequestParam MultiValueMap<String, String> form) {
        var open = desk.open(actor, id);
        var compared = comparing.compare(actor, open);
        var old = decisions.preferences(actor, id);
        if (compared.isEmpty() || number < 1 || number > old.goals().size()) {
            return "redirect:" + open.path() + "/decide";
        }
        var goal = old.goals().get(number - 1).id();
        var levels = new ArrayList<>(old.levels().stream()
                .filter(level -> !level.goal().equals(goal))
                .toList());
        for (var option : Options.of(compared.get().comparison()).ids()) {
            var level = form.getFirst("l-" + option);
            var moved = level != null && !level.equals(form.getFirst("w-" + option));
            if (level != null && (moved || form.getFirst("u-" + option) == null)) {
                levels.add(new Placed(option, goal, Level.set(percent(level, 50))));
            }
        }
        decisions.save(actor, id, new Preferences(old.goals(), levels));
        return "redirect:" + open.path()
                + (number < old.goals().size() ? "/decide/goals/" + (number + 1) : "/decide/result");
    }

    private static int percent(@org.jspecify.annotations.Nullable String text, int otherwise) {
        return text != null && text.matches("\\d{1,3}") ? Math.min(100, Integer.parseInt(text)) : otherwise;
    }
}
