#include "core/snapshot/sections.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr Range k_any_number{-1e15, 1e15};
constexpr Range k_years{k_first_year, k_last_year};
constexpr Range k_phase_numbers{1, 1000};

void read_values(const Record& record, Quantity& quantity) {
    const JsonValue value = record.field("value", Need::Required);
    if (!value.is(JsonKind::Array)) {
        quantity.values.push_back(record.number("value", k_any_number).value_or(0));
        return;
    }
    if (value.size() < 2 || value.size() > 10) record.report().error(value, Msg::ListExpected);
    for (JsonValue item = value.first(); item.exists(); item = item.next()) {
        if (!item.is(JsonKind::Number)) record.report().error(item, Msg::NumberExpected);
        quantity.values.push_back(item.number());
    }
}

StoryFigure read_story_figure(const Record& record) {
    return {read_quantity(record, Need::Optional), record.both("label", Need::Required)};
}

void read_years(const Record& record, Story& story) {
    const JsonValue years = record.field("years");
    if (!years.exists()) return;
    if (!years.is(JsonKind::Array) || years.size() != 2) {
        record.report().error(years, Msg::ListExpected);
        return;
    }
    std::optional<int>* const ends[] = {&story.from_year, &story.to_year};
    std::size_t place = 0;
    for (JsonValue item = years.first(); item.exists(); item = item.next(), ++place) {
        if (item.is(JsonKind::Null)) continue;
        const double year = item.number();
        const bool good = item.is(JsonKind::Number) && year >= k_years.least && year <= k_years.most &&
                          year == static_cast<int>(year);
        if (good) *ends[place] = static_cast<int>(year);
        if (!good)
            record.report().error(item, Msg::WholeNumberExpected,
                                  {std::to_string(k_first_year), std::to_string(k_last_year)});
    }
    if (story.from_year && story.to_year && *story.to_year < *story.from_year)
        record.report().error(years, Msg::EndBeforeBegin);
}

PolicyPartner read_partner(const Record& record) {
    return {record.both("name", Need::Required), record.text("city"), record.code("country", Need::Optional)};
}

PolicyItem read_item(const Record& record) {
    PolicyItem item;
    item.name = record.both("name");
    item.text = record.both("text");
    item.speaker = record.both("speaker");
    item.date = record.date("date");
    item.clusters = record.references("clusters", record.tables().clusters);
    for (const Record& partner : record.records("partners")) item.partners.push_back(read_partner(partner));
    for (const Record& quantity : record.records("quantities")) item.quantities.push_back(read_quantity(quantity));
    item.sources = record.sources();
    return item;
}

}

Quantity read_quantity(const Record& record, Need unit) {
    static constexpr std::string_view k_qualifiers[] = {"none", "more-than", "at-least", "nearly", "about", "up-to"};
    Quantity quantity;
    read_values(record, quantity);
    quantity.qualifier = record.choice("qualifier", k_qualifiers, Qualifier::None);
    quantity.unit = record.reference("unit", record.tables().units, unit).value_or(k_no_unit);
    return quantity;
}

void read_phases(const Record& root, Snapshot& snapshot) {
    static constexpr std::string_view k_status[] = {"past", "current", "requested"};
    for (const Record& record : root.records("phases")) {
        Phase phase;
        phase.number = record.whole("phase", k_phase_numbers, Need::Required).value_or(1);
        phase.span = record.span();
        phase.status = record.choice("status", k_status, PhaseStatus::Past, Need::Required);
        phase.start = record.day("start");
        phase.end = record.day("end");
        phase.labels_from = record.day("labels_from");
        phase.name = record.both("name", Need::Required);
        phase.summary = record.both("summary");
        phase.objectives = record.both_list("objectives");
        phase.requirements = record.both_list("requirements");
        phase.commitments = record.both_list("commitments");
        phase.figures = record.references("figures", record.tables().figures);
        phase.sources = record.sources("source", Need::Required);
        if (phase.start && phase.end && *phase.end < *phase.start)
            record.report().error(record.field("end"), Msg::EndBeforeBegin);
        snapshot.phases.push_back(std::move(phase));
    }
}

void read_figures(const Record& root, Snapshot& snapshot) {
    for (const Record& record : root.records("figures", k_max_records)) {
        Figure figure;
        figure.id = record.id();
        figure.span = record.span();
        figure.quantity = read_quantity(record);
        figure.date = record.date("date", Need::Required).value_or(PartialDate());
        figure.until = record.date("until");
        if (figure.until && last_day(*figure.until) < first_day(figure.date))
            record.report().error(record.field("until"), Msg::EndBeforeBegin);
        figure.phase = record.whole("phase", k_phase_numbers).value_or(0);
        figure.topic = record.text("topic", Need::Required);
        figure.statement = record.both("statement", Need::Required);
        figure.sources = record.sources("source", Need::Required);
        snapshot.figures.push_back(std::move(figure));
    }
}

void read_stories(const Record& root, Snapshot& snapshot) {
    static constexpr std::string_view k_kinds[] = {"box", "annex", "intro"};
    for (const Record& record : root.records("stories", k_max_records)) {
        Story story;
        story.id = record.id();
        story.span = record.span();
        story.kind = record.choice("kind", k_kinds, StoryKind::Annex);
        story.theme = record.reference("theme", record.tables().themes, Need::Required).value_or(0);
        story.chapter = record.reference("chapter", record.tables().chapters, Need::Required).value_or(0);
        story.clusters = record.references("clusters", record.tables().clusters);
        story.title = record.both("title", Need::Required);
        story.summary = record.both("summary", Need::Required);
        story.note = record.both("note");
        story.named = record.texts("named");
        for (const Record& figure : record.records("figures")) story.figures.push_back(read_story_figure(figure));
        read_years(record, story);
        story.sources = record.sources("source", Need::Required);
        snapshot.stories.push_back(std::move(story));
    }
}

void read_policy(const Record& root, Snapshot& snapshot) {
    for (const Record& record : root.records("policy")) {
        PolicySection section;
        section.id = record.id();
        section.span = record.span();
        section.phase = record.whole("phase", k_phase_numbers).value_or(0);
        section.title = record.both("title", Need::Required);
        section.lead = record.both("lead");
        section.remark = record.both("remark");
        for (const Record& item : record.records("items")) section.items.push_back(read_item(item));
        section.sources = record.sources("source", Need::Required);
        snapshot.policy.push_back(std::move(section));
    }
}

void read_contradictions(const Record& root, Snapshot& snapshot) {
    check_unique(root, "contradictions");
    for (const Record& record : root.records("contradictions", k_max_records)) {
        const auto index = static_cast<ContradictionIndex>(snapshot.contradictions.size());
        Contradiction contradiction;
        contradiction.id = record.id();
        contradiction.span = record.span();
        contradiction.kind = record.both("kind", Need::Required);
        contradiction.topic = record.both("topic", Need::Required);
        for (const Record& statement : record.records("statements", k_max_list, Need::Required))
            contradiction.statements.push_back(
                {statement.both("says", Need::Required), statement.sources("source", Need::Required)});
        contradiction.explanation = record.both("explanation");
        contradiction.figures = record.references("figures", record.tables().figures);
        for (const FigureIndex figure : contradiction.figures) {
            if (figure < snapshot.figures.size()) snapshot.figures[figure].disputed_by.push_back(index);
        }
        snapshot.contradictions.push_back(std::move(contradiction));
    }
}

void read_counts(const Record& root, Snapshot& snapshot) {
    static constexpr std::string_view k_precisions[] = {"day", "month", "year"};
    static constexpr std::string_view k_kinds[] = {"official", "press", "derived"};
    constexpr Range k_counts{0, 1e6};
    for (const Record& record : root.records("counts", k_max_records)) {
        PublishedCount count;
        count.date = record.day("date", Need::Required).value_or(Date());
        count.precision = record.choice("precision", k_precisions, Precision::Day);
        count.value = record.whole("value", k_counts, Need::Required).value_or(0);
        count.kind = record.choice("kind", k_kinds, CountKind::Official, Need::Required);
        count.derived = record.whole("derived", k_counts).value_or(count.value);
        count.derived_min = record.whole("derived_min", k_counts).value_or(count.derived);
        count.note = record.both("note");
        count.reason = record.both("reason");
        count.sources = record.sources("source", Need::Required);
        if (count.value != count.derived && count.reason.empty())
            record.report().warn(record.value(), Msg::ReasonMissing);
        snapshot.counts.push_back(std::move(count));
    }
}

}
