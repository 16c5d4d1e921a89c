#include "core/read/wording.hpp"

#include "core/explore/snapshot_index.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr std::string_view k_thin = "\u202F"; // narrow no-break space
constexpr std::string_view k_en_dash = "–";

int decimals_of(double value) {
    const auto is_whole = [](double scaled) { return std::abs(scaled - std::round(scaled)) < 1e-6; };
    return is_whole(value) ? 0 : is_whole(value * 10.0) ? 1 : 2;
}

std::string plain(double value, Lang lang) {
    return format_number(value, lang, decimals_of(value));
}

bool is_calendar_year(std::string_view unit, double value) {
    return unit == "year" || (unit == "years" && value >= k_first_year && value <= k_last_year);
}

bool is_money(std::string_view unit) {
    return unit == "EUR" || unit.starts_with("EUR ") || unit.starts_with("eur-");
}

std::string amount(double value, std::string_view unit, Lang lang) {
    if (is_money(unit)) return money_words(value, lang);
    if (unit == "%") return write_form(Form::NumberPercent, lang, plain(value, lang));
    if (is_calendar_year(unit, value)) return std::to_string(std::lround(value));
    if (unit == "times") return "×" + std::string(k_thin) + plain(value, lang);
    return plain(value, lang);
}

std::string_view sign_of(Qualifier qualifier) {
    switch (qualifier) {
    case Qualifier::None:
        break;
    case Qualifier::MoreThan:
        return ">";
    case Qualifier::AtLeast:
        return "≥";
    case Qualifier::Nearly:
    case Qualifier::About:
        return "≈";
    case Qualifier::UpTo:
        return "≤";
    }
    return {};
}

Msg words_of(Qualifier qualifier) {
    switch (qualifier) {
    case Qualifier::MoreThan:
        return Msg::QuantityMoreThan;
    case Qualifier::AtLeast:
        return Msg::QuantityAtLeast;
    case Qualifier::Nearly:
        return Msg::QuantityNearly;
    case Qualifier::UpTo:
        return Msg::QuantityUpTo;
    case Qualifier::None:
    case Qualifier::About:
        break;
    }
    return Msg::QuantityAbout;
}

// Two rising values are a range, more are parts of one whole.
std::string amounts(const Quantity& quantity, std::string_view unit, Lang lang) {
    const std::vector<double>& values = quantity.values;
    const bool is_range = values.size() == 2 && values[0] < values[1];
    std::string out;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i > 0) out += is_range ? std::string(k_en_dash) : "\u00A0+ ";
        out += amount(values[i], unit, lang);
    }
    return out;
}

std::string_view unit_id(const Snapshot& snapshot, const Quantity& quantity) {
    return quantity.unit < snapshot.units.size() ? std::string_view(snapshot.units[quantity.unit].id)
                                                 : std::string_view();
}

}

std::string money_words(double euros, Lang lang) {
    struct Scale {
        double from;
        Form form;
    };
    static constexpr Scale k_scales[] = {
        {1e9, Form::MoneyBillions}, {1e6, Form::MoneyMillions}, {0.0, Form::MoneyUnits}};
    const Scale& scale = *std::find_if(std::begin(k_scales), std::end(k_scales) - 1,
                                       [&](const Scale& s) { return std::abs(euros) >= s.from; });
    return write_form(scale.form, lang, plain(euros / (scale.from > 0.0 ? scale.from : 1.0), lang));
}

std::string quantity_words(const Snapshot& snapshot, const Quantity& quantity, Lang lang, Wording wording) {
    std::string number = amounts(quantity, unit_id(snapshot, quantity), lang);
    if (quantity.qualifier == Qualifier::None) return number;
    if (wording == Wording::Words) return say(words_of(quantity.qualifier), lang, {number});
    return std::string(sign_of(quantity.qualifier)) + std::string(k_thin) + number;
}

std::string unit_words(const Snapshot& snapshot, const Quantity& quantity, Lang lang) {
    const std::string_view unit = unit_id(snapshot, quantity);
    const bool is_said = is_money(unit) || unit == "%" || unit == "times" || unit.empty() ||
                         (!quantity.values.empty() && is_calendar_year(unit, quantity.values.front()));
    return is_said ? std::string() : snapshot.units[quantity.unit].name.in(lang);
}

std::string year_span(int from, int to) {
    return from == to ? std::to_string(from) : std::to_string(from) + std::string(k_en_dash) + std::to_string(to);
}

std::string phase_span(const Phase& phase) {
    if (!phase.start) return {};
    const int from = civil(*phase.start).year;
    return phase.end ? year_span(from, civil(*phase.end).year) : std::to_string(from) + std::string(k_en_dash);
}

const Phase* find_phase(const Snapshot& snapshot, int number) {
    const auto found = std::find_if(snapshot.phases.begin(), snapshot.phases.end(),
                                    [&](const Phase& phase) { return phase.number == number; });
    return found == snapshot.phases.end() ? nullptr : &*found;
}

const std::string* former_name_on(const Cluster& cluster, Date day) {
    const auto has_begun = [&](const NameInterval& name) {
        if (name.from) return first_day(*name.from) <= day;
        return !name.from_window || first_day(name.from_window->latest) <= day;
    };
    const std::vector<NameInterval>& names = cluster.names;
    for (std::size_t i = names.size(); i-- > 0;)
        if (i == 0 || has_begun(names[i])) return i + 1 == names.size() ? nullptr : &names[i].name;
    return nullptr;
}

std::string date_phrase(PartialDate date, Lang lang) {
    const Msg phrase = date.day != 0 ? Msg::OnDay : date.month != 0 ? Msg::InPeriod : Msg::InYear;
    return say(phrase, lang, {format_date(date, lang, DateStyle::Long)});
}

std::string seat_words(const Seat& seat, Lang lang) {
    if (seat.city.empty()) return std::string(say(Msg::Unknown, lang));
    return seat.department.empty() ? seat.city : seat.city + " (" + seat.department + ")";
}

std::string source_words(const Source& source, Lang lang) {
    std::string out = source.title;
    if (!source.publisher.empty()) out += ", " + source.publisher;
    if (source.date) out += ", " + format_date(*source.date, lang);
    return out;
}

std::string sources_words(const Snapshot& snapshot, const Sources& sources, Lang lang) {
    std::vector<std::string> words;
    for (const SourceIndex source : sources) words.push_back(source_words(snapshot.sources[source], lang));
    return join(words, form(Form::ListSemicolon, lang));
}

void add_sources(Sources& to, const Sources& from) {
    for (const SourceIndex source : from)
        if (std::find(to.begin(), to.end(), source) == to.end()) to.push_back(source);
}

Sources sources_of(const Snapshot& snapshot, ClusterIndex index) {
    const Cluster& cluster = snapshot.clusters[index];
    Sources out;
    for (const NameInterval& name : cluster.names) add_sources(out, name.sources);
    for (const Label& label : cluster.labels) {
        add_sources(out, label.sources);
        for (const PhaseTerm& term : label.phase_terms) add_sources(out, term.sources);
    }
    if (cluster.seat) add_sources(out, cluster.seat->sources);
    for (const Sources* part :
         {&cluster.regions_sources, &cluster.class_sources, &cluster.website.sources, &cluster.coordinates_sources})
        add_sources(out, *part);
    if (cluster.president) add_sources(out, cluster.president->sources);
    for (const Event& event : snapshot.events) {
        const auto concerns = [&](const std::vector<ClusterIndex>& list) {
            return std::find(list.begin(), list.end(), index) != list.end();
        };
        if (concerns(event.from) || concerns(event.to)) add_sources(out, event.sources);
    }
    return out;
}

namespace {

RosterStep step_at_date(const Reading& input) {
    return input.index.labels.at(last_day(input.state().date));
}

}

bool are_holders_uncertain(const Reading& input) {
    const RosterStep step = step_at_date(input);
    return step.count_min != step.count;
}

std::string holders_words(const Reading& input) {
    std::string most = format_number(input.result.total, input.lang());
    if (!are_holders_uncertain(input)) return most;
    return say(Msg::CountRange, input.lang(), {format_number(step_at_date(input).count_min, input.lang()), most});
}

const std::string& title_of(const Reading& input) {
    const std::string& own = input.environment.title;
    return own.empty() ? input.snapshot.meta.title.in(input.lang()) : own;
}

}
