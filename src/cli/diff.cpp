#include "cli/commands.hpp"
#include "core/base/order.hpp"
#include "core/time/roster.hpp"

#include <algorithm>

namespace atlas::cli {

namespace {

std::string seat_text(const Cluster& cluster) {
    if (!cluster.seat || cluster.seat->city.empty()) return "–";
    return cluster.seat->city;
}

std::string labels_text(const Cluster& cluster) {
    std::string out;
    for (const Label& label : cluster.labels)
        out += (out.empty() ? "" : ", ") + to_string(label.from_stated) + " → " +
               (label.to_stated ? to_string(*label.to_stated) : "…");
    return out.empty() ? "–" : out;
}

std::string value_text(const Snapshot& s, const Figure& figure) {
    std::string out;
    for (const double value : figure.quantity.values) {
        char buffer[32];
        std::snprintf(buffer, sizeof buffer, "%.15g", value);
        out += (out.empty() ? "" : " + ") + std::string(buffer);
    }
    return out + " " + s.units[figure.quantity.unit].id;
}

std::string ids_text(const Snapshot& s, const std::vector<ClusterIndex>& clusters) {
    std::string out;
    for (const ClusterIndex cluster : clusters) out += (out.empty() ? "" : ", ") + s.clusters[cluster].id;
    return out.empty() ? "–" : out;
}

// An event has no name of its own: it is who became what when.
std::vector<std::string> events_of(const Console& console, const Snapshot& s) {
    static constexpr Words k_kinds[] = {{"label", "labelled"},
                                        {"changement de nom", "renamed"},
                                        {"fusion", "merged"},
                                        {"absorption", "absorbed"},
                                        {"scission", "split"},
                                        {"retrait du label", "delabelled"},
                                        {"non renouvelé", "not renewed"},
                                        {"dissolution", "dissolved"}};
    std::vector<std::string> out;
    for (const Event& event : s.events) {
        std::string line = to_string(event.date) + " " + console.say(k_kinds[static_cast<std::size_t>(event.kind)]);
        out.push_back(line + ": " + ids_text(s, event.from) + " → " + ids_text(s, event.to));
    }
    return out;
}

template<class Item>
std::vector<std::string> ids_of(const std::vector<Item>& items) {
    std::vector<std::string> out;
    for (const Item& item : items) out.push_back(item.id);
    return out;
}

struct Section {
    Words title;
    std::vector<std::string> lines;
};

class Comparison {
public:
    Comparison(const Console& console, const Snapshot& before, const Snapshot& after)
        : m_console(console), m_before(before), m_after(after) {}

    std::size_t print() {
        compare_clusters();
        compare_figures();
        compare_list(events_of(m_console, m_before), events_of(m_console, m_after),
                     {"Évènements nouveaux", "New events"}, {"Évènements retirés", "Events removed"});
        compare_list(ids_of(m_before.stories), ids_of(m_after.stories), {"Récits nouveaux", "New stories"},
                     {"Récits retirés", "Stories removed"});
        compare_list(ids_of(m_before.sources), ids_of(m_after.sources), {"Sources nouvelles", "New sources"},
                     {"Sources retirées", "Sources removed"});
        compare_list(ids_of(m_before.contradictions), ids_of(m_after.contradictions),
                     {"Contradictions nouvelles", "New contradictions"},
                     {"Contradictions retirées", "Contradictions removed"});
        std::size_t changes = 0;
        for (const Section& section : m_sections) {
            if (section.lines.empty()) continue;
            changes += section.lines.size();
            m_console.title(section.title);
            for (const std::string& line : section.lines) m_console.line("  " + line);
        }
        return changes;
    }

private:
    void compare_clusters() {
        Section entered{{"Entrés", "Entered"}, {}}, left{{"Sortis", "Left"}, {}}, renamed{{"Renommés", "Renamed"}, {}};
        Section moved{{"Déplacés", "Moved"}, {}}, labels{{"Labels modifiés", "Labels changed"}, {}};
        Section presidents{{"Présidences", "Presidents"}, {}};
        for (const Cluster& now : m_after.clusters) {
            const auto index = m_before.find_cluster(now.id);
            if (!index) {
                entered.lines.push_back(now.name + " (" + now.id + ")");
                continue;
            }
            const Cluster& then = m_before.clusters[*index];
            note_change(renamed, now, then.name, now.name);
            note_change(moved, now, seat_text(then), seat_text(now));
            note_change(labels, now, labels_text(then), labels_text(now));
            note_change(presidents, now, then.president ? then.president->name : "–",
                        now.president ? now.president->name : "–");
        }
        for (const Cluster& then : m_before.clusters) {
            if (!m_after.find_cluster(then.id)) left.lines.push_back(then.name + " (" + then.id + ")");
        }
        for (Section* section : {&entered, &left, &renamed, &moved, &labels, &presidents})
            m_sections.push_back(std::move(*section));
    }

    void compare_figures() {
        Section fresh{{"Chiffres nouveaux", "New figures"}, {}}, changed{{"Chiffres modifiés", "Figures changed"}, {}};
        Section gone{{"Chiffres retirés", "Figures removed"}, {}};
        for (const Figure& now : m_after.figures) {
            const auto index = m_before.find_figure(now.id);
            const std::string value = value_text(m_after, now);
            if (!index) {
                fresh.lines.push_back(value + "  " + m_console.say(now.statement));
            } else if (const std::string then = value_text(m_before, m_before.figures[*index]); then != value) {
                std::string line = now.id;
                line.append(": ").append(then).append(" → ").append(value);
                changed.lines.push_back(std::move(line));
            }
        }
        for (const Figure& then : m_before.figures) {
            if (!m_after.find_figure(then.id)) gone.lines.push_back(then.id + ": " + value_text(m_before, then));
        }
        for (Section* section : {&fresh, &changed, &gone}) m_sections.push_back(std::move(*section));
    }

    void compare_list(const std::vector<std::string>& before, const std::vector<std::string>& after, Words fresh_title,
                      Words gone_title) {
        m_sections.push_back({fresh_title, only_in_first(after, before)});
        m_sections.push_back({gone_title, only_in_first(before, after)});
    }

    static std::vector<std::string> only_in_first(const std::vector<std::string>& first,
                                                  const std::vector<std::string>& second) {
        std::vector<std::string> known = second;
        sort_stable(known);
        std::vector<std::string> out;
        for (const std::string& item : first)
            if (!std::binary_search(known.begin(), known.end(), item)) out.push_back(item);
        return out;
    }

    static void note_change(Section& section, const Cluster& cluster, const std::string& before,
                            const std::string& after) {
        if (before != after) section.lines.push_back(cluster.id + ": " + before + " → " + after);
    }

    const Console& m_console;
    const Snapshot& m_before;
    const Snapshot& m_after;
    std::vector<Section> m_sections;
};

}

Exit diff(const Console& console, const std::string& old_path, const std::string& new_path) {
    const std::shared_ptr<const Snapshot> before = console.load(old_path);
    const std::shared_ptr<const Snapshot> after = console.load(new_path);
    if (!before || !after) return Exit::Bad;
    console.line(old_path + " (" + to_string(before->meta.snapshot_date) + ") → " + new_path + " (" +
                 to_string(after->meta.snapshot_date) + ")");
    const Date then = last_day(before->meta.default_date);
    const Date now = last_day(after->meta.default_date);
    const std::string holders_then = std::to_string(LabelIndex(*before).count_at(then));
    const std::string holders_now = std::to_string(LabelIndex(*after).count_at(now));
    console.line(std::string(console.say(Words{"titulaires : ", "holders: "})) + holders_then + " (" +
                 to_string(before->meta.default_date) + ") → " + holders_now + " (" +
                 to_string(after->meta.default_date) + ")");
    if (Comparison(console, *before, *after).print() == 0)
        console.line(console.say(Words{"aucune différence", "no difference"}));
    return Exit::Good;
}

}
