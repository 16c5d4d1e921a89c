// Help, the choice of language, and one phase of the policy.

#include "core/read/language_choices.hpp"
#include "core/read/wording.hpp"
#include "core/scene/sheet/layout_sheet.hpp"

namespace atlas {

void sheet_help(SheetColumn& column) {
    const Lang lang = column.lang();
    if (column.input.environment.mode != Mode::Kiosk)
        column.action(Icon::TextVersion, say(Msg::TextVersion, lang), say(Msg::TextVersionHint, lang), "sheet/text",
                      act::Ask{act::Service::TextVersion, {}});
    struct Part {
        Msg title;
        std::initializer_list<Msg> lines;
    };
    static const Part k_parts[] = {
        {Msg::HelpKeys,
         {Msg::HelpKeyTab, Msg::HelpKeyEnter, Msg::HelpKeyMap, Msg::HelpKeyArea, Msg::HelpKeyTime, Msg::HelpKeyUndo}},
        {Msg::HelpGestures, {Msg::HelpWheel, Msg::HelpDrag}},
        {Msg::HelpMarks, {Msg::HelpMarkDoubt, Msg::HelpMarkHatch, Msg::HelpMarkUnequal, Msg::HelpMarkHollow}},
        {Msg::HelpFacts,
         {Msg::HelpFactsGathered, Msg::HelpFactsConfidence, Msg::HelpFactsDisagree, Msg::HelpFactsPhases,
          Msg::HelpFactsDate, Msg::HelpFactsDomains, Msg::HelpFactsCorrect}},
    };
    for (const Part& part : k_parts) {
        column.heading(say(part.title, lang));
        for (const Msg line : part.lines) column.line(say(line, lang));
    }
    const Meta& meta = column.snapshot().meta;
    column.heading(say(Msg::HelpAbout, lang));
    column.line(meta.description.in(lang));
    column.line(meta.authorship.in(lang));
    column.line(meta.licence.in(lang));
    column.line(say(Msg::HelpLicences, lang));
    column.gap(8.0f);
    column.action(Icon::Source, say(Msg::HelpAllSources, lang), {}, "sheet/all-sources",
                  act::OpenSheet{Sheet::SourceList, {}});
}

void sheet_languages(SheetColumn& column) {
    for (const LanguageChoice& choice : language_choices(column.input)) {
        const bool is_current = choice.lang == column.lang();
        column.action(is_current ? Icon::Check : Icon::None, choice.name, choice.label,
                      "sheet/lang-" + std::string(choice.lang.tag()), act::SetLang{choice.lang});
    }
}

namespace {

// The policy texts about a phase, each to open.
void phase_texts(SheetColumn& column, int number) {
    bool is_first = true;
    for (const PolicySection& section : column.snapshot().policy) {
        if (section.phase != number) continue;
        if (is_first) column.heading(say(Msg::FiguresTexts, column.lang()));
        is_first = false;
        column.action(Icon::Source, section.title.in(column.lang()), {}, "sheet/policy/" + section.id,
                      act::OpenSheet{Sheet::SourceList, about::Policy{section.id}});
    }
}

}

void sheet_phase(SheetColumn& column, int number) {
    const Phase* phase = find_phase(column.snapshot(), number);
    if (phase == nullptr) return;
    const Lang lang = column.lang();
    column.heading(phase->name.in(lang));
    column.remark(phase->start ? phase_span(*phase) : std::string(say(Msg::SheetPhaseUndated, lang)));
    if (phase->labels_from)
        column.remark(say(Msg::SheetPhaseLabels, lang, {format_date(*phase->labels_from, lang, DateStyle::Long)}));
    column.line(phase->summary.in(lang), {13.0f, FontWeight::Regular, Ink::Text});
    const auto list = [&](Msg title, const std::vector<Text>& texts) {
        if (texts.empty()) return;
        column.heading(say(title, lang));
        for (const Text& text : texts) column.line("• " + text.in(lang));
    };
    list(Msg::SheetPhaseObjectives, phase->objectives);
    list(Msg::SheetPhaseRequirements, phase->requirements);
    list(Msg::SheetPhaseCommitments, phase->commitments);
    if (!phase->figures.empty()) column.heading(say(Msg::SheetPhaseFigures, lang));
    for (const FigureIndex index : phase->figures) {
        const Figure& figure = column.snapshot().figures[index];
        column.action(Icon::Figures,
                      quantity_words(column.snapshot(), figure.quantity, lang) + " " +
                          unit_words(column.snapshot(), figure.quantity, lang),
                      figure.statement.in(lang), "sheet/figure/" + figure.id,
                      act::OpenSheet{Sheet::SourceList, about::Figure{figure.id}});
    }
    phase_texts(column, number);
    column.gap(6.0f);
    if (phase->end) {
        column.action(Icon::More, say(Msg::SheetPhaseGoToEnd, lang), format_date(*phase->end, lang, DateStyle::Long),
                      "sheet/phase-end", act::SetDate{partial(*phase->end)});
    }
    column.heading(say(Msg::SheetSources, lang));
    for (const SourceIndex source : phase->sources) sheet_source(column, source, {});
}

}
