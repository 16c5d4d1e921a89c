#include "cli/doubts.hpp"

#include "core/time/roster.hpp"
#include "core/ui/colours.hpp"
#include "core/ui/parts.hpp"
#include "core/ui/pen.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace atlas::cli {

namespace {

constexpr double k_told_apart = 0.06; // as far as the atlas's own are from what is not classed

// Distance in OKLab (Björn Ottosson, “A perceptual color space for image processing”, 2020): 0 alike, 1 black and
// white.
double colour_difference(Rgb a, Rgb b) {
    const auto lab = [](Rgb rgb) {
        const auto linear = [](std::uint8_t channel) {
            const double value = channel / 255.0;
            return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        };
        const double red = linear(rgb.r), green = linear(rgb.g), blue = linear(rgb.b);
        const double l = std::cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
        const double m = std::cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
        const double s = std::cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
        return std::array{0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
                          1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
                          0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s};
    };
    const auto one = lab(a), two = lab(b);
    return std::hypot(one[0] - two[0], one[1] - two[1], one[2] - two[2]);
}

class Doubts {
public:
    Doubts(const Console& console, const Snapshot& snapshot) : m_console(console), m_snapshot(snapshot) {}

    std::vector<std::string> list() {
        for (ClusterIndex i = 0; i < m_snapshot.clusters.size(); ++i) {
            terms(m_snapshot.clusters[i]);
            ages(i);
            seat(m_snapshot.clusters[i]);
        }
        uncited_sources();
        colours();
        long_texts();
        return std::move(m_list);
    }

private:
    void add(const std::string& where, Words words, const std::string& detail = {}) {
        m_list.push_back(where + ": " + m_console.say(words) + (detail.empty() ? "" : " (" + detail + ")"));
    }

    void terms(const Cluster& cluster) {
        const Date day = last_day(m_snapshot.meta.default_date);
        const Label* label = label_at(cluster, day);
        const Phase* phase = phase_in_force(m_snapshot, day);
        if (label == nullptr || phase == nullptr) return;
        const PhaseTerm* last = nullptr;
        for (const PhaseTerm& term : label->phase_terms)
            if (term.phase == phase->number) last = &term;
        if (last == nullptr) return;
        const auto end = term_end(m_snapshot, *label, *last);
        if (!end || *end > day) return;
        add(cluster.id,
            last->note.empty() ? Words{"la durée du label est écoulée", "the term of the label has run out"}
                               : Words{"la durée du label est écoulée, une note le dit",
                                       "the term of the label has run out, a note says so"},
            to_string(*end));
    }

    std::optional<Date> newest_event(ClusterIndex index) const {
        std::optional<Date> newest;
        for (const Event& event : m_snapshot.events) {
            const auto concerns = [&](const std::vector<ClusterIndex>& list) {
                return std::find(list.begin(), list.end(), index) != list.end();
            };
            const bool is_new = !newest || *newest < event.effective_day();
            if (is_new && (concerns(event.from) || concerns(event.to))) newest = event.effective_day();
        }
        return newest;
    }

    // The newest day that dated sources speak of; nothing when one of them has no date.
    std::optional<Date> newest_source(const Sources& sources) const {
        std::optional<Date> newest;
        for (const SourceIndex index : sources) {
            if (!m_snapshot.sources[index].date) return std::nullopt;
            const Date day = last_day(*m_snapshot.sources[index].date);
            newest = newest ? std::max(*newest, day) : day;
        }
        return newest;
    }

    void ages(ClusterIndex index) {
        const Cluster& cluster = m_snapshot.clusters[index];
        const auto event = newest_event(index);
        if (!event) return;
        if (cluster.president && last_day(cluster.president->date) < *event)
            add(cluster.id,
                {"la présidence est plus ancienne que le dernier évènement",
                 "the president is older than the newest event"},
                to_string(*event));
        const auto known = cluster.seat ? newest_source(cluster.seat->sources) : std::nullopt;
        if (known && *known < *event && holds_at(cluster, last_day(m_snapshot.meta.default_date)))
            add(cluster.id,
                {"les sources du siège sont plus anciennes que le dernier évènement",
                 "the sources of the seat are older than the newest event"},
                to_string(*event));
    }

    void seat(const Cluster& cluster) {
        if (!cluster.seat || !cluster.seat->region || cluster.regions_covered.empty()) return;
        const std::vector<RegionIndex>& covered = cluster.regions_covered;
        if (std::find(covered.begin(), covered.end(), *cluster.seat->region) != covered.end()) return;
        add(cluster.id, {"le siège est hors des régions du pôle", "the seat is outside the cluster’s regions"},
            m_console.say(m_snapshot.regions[*cluster.seat->region].name));
    }

    // Looked for in the text of the file: a source is an identifier, and nothing else in a snapshot is quoted like it.
    void uncited_sources() {
        for (const Source& source : m_snapshot.sources) {
            const std::string quoted = '"' + source.id + '"';
            const std::size_t first = m_snapshot.raw.find(quoted);
            if (first != std::string::npos && m_snapshot.raw.find(quoted, first + 1) != std::string::npos) continue;
            add(source.id, {"aucun fait ne cite cette source", "no fact cites this source"});
        }
    }

    // Domains that bring a colour, in the themes that take it.
    void colours() {
        const std::vector<HostColour> own = domain_colours(m_snapshot);
        for (const Palette palette : {Palette::Light, Palette::Dark}) {
            const Colours shown = colours_of(palette, own);
            const std::string theme = m_console.say(palette == Palette::Light ? Words{"thème clair", "light theme"}
                                                                              : Words{"thème sombre", "dark theme"});
            for (DomainIndex i = 0; i < m_snapshot.domains.size(); ++i) colour(i, shown, theme);
        }
    }

    void colour(DomainIndex index, const Colours& shown, const std::string& theme) {
        const Domain& domain = m_snapshot.domains[index];
        const Ink ink = domain_look(m_snapshot, index).ink;
        if (domain.rgb && std::find(shown.repaired.begin(), shown.repaired.end(), ink) != shown.repaired.end())
            add(domain.id,
                {"la couleur, illisible telle quelle, est assombrie ou éclaircie",
                 "the colour can’t be read as it is and is shown darker or lighter"},
                theme);
        for (DomainIndex other = 0; other < index; ++other) {
            const Ink before = domain_look(m_snapshot, other).ink;
            if (!domain.rgb && !m_snapshot.domains[other].rgb) continue;
            if (colour_difference(shown.of(ink), shown.of(before)) < k_told_apart)
                add(domain.id, {"la couleur se distingue mal d’une autre", "the colour is hard to tell from another"},
                    m_snapshot.domains[other].id + ", " + theme);
        }
    }

    struct Place {
        const char* name;
        Type type;
        float width_px;
        std::size_t lines;
    };

    void fits(const std::string& where, const Text& text, const Place& place) {
        for (const auto& [lang, words] : text.versions())
            if (wrap(words, place.type, place.width_px).size() > place.lines)
                add(where, {"ce texte est plus long que sa place", "this text is longer than its place"},
                    std::string(place.name) + ", " + std::string(lang.tag()));
    }

    // The narrowest places that cut a text off: the small card of an embed, the rows of the figures on a tablet.
    void long_texts() {
        const Place focus{"small card", {12.0f}, 272.0f, 2}, statement{"figures", {12.0f}, 400.0f, 3},
            topic{"figures", {13.0f, FontWeight::SemiBold}, 380.0f, 2},
            title{"figures", {13.0f, FontWeight::Regular}, 320.0f, 1};
        for (const Cluster& cluster : m_snapshot.clusters) fits(cluster.id, cluster.focus, focus);
        for (const Figure& figure : m_snapshot.figures) fits(figure.id, figure.statement, statement);
        for (const Contradiction& each : m_snapshot.contradictions) fits(each.id, each.topic, topic);
        for (const PolicySection& section : m_snapshot.policy) fits(section.id, section.title, title);
    }

    const Console& m_console;
    const Snapshot& m_snapshot;
    std::vector<std::string> m_list;
};

}

std::vector<std::string> doubts(const Console& console, const Snapshot& snapshot) {
    return Doubts(console, snapshot).list();
}

}
