#include "cli/commands.hpp"
#include "core/time/roster.hpp"

#include <algorithm>

namespace atlas::cli {

namespace {

std::string range(std::uint32_t least, std::uint32_t most) {
    return least == most ? std::to_string(most) : std::to_string(least) + "–" + std::to_string(most);
}

std::string signed_text(int value) {
    return value > 0 ? "+" + std::to_string(value) : std::to_string(value);
}

std::string sources_text(const Snapshot& s, const Sources& sources) {
    std::string out;
    for (const SourceIndex source : sources) out += (out.empty() ? "" : " ") + s.sources[source].id;
    return out;
}

void print_counts(const Console& console, const Snapshot& s, const LabelIndex& labels) {
    console.title(
        {"Nombres publiés et nombres déduits des labels", "Published numbers and numbers that follow from the labels"});
    console.line(left("date", 12) + left(console.say(Words{"nature", "kind"}), 10) +
                 right(console.say(Words{"publié", "published"}), 10) +
                 right(console.say(Words{"déduit", "derived"}), 10) +
                 right(console.say(Words{"écart", "difference"}), 12) + "  sources");
    static constexpr Words k_kinds[] = {{"officiel", "official"}, {"presse", "press"}, {"déduit", "derived"}};
    for (const PublishedCount& count : s.counts) {
        const RosterStep step = labels.at(count.date);
        console.line(
            left(to_string(count.stated()), 12) + left(console.say(k_kinds[static_cast<std::size_t>(count.kind)]), 10) +
            right(std::to_string(count.value), 10) + right(range(step.count_min, step.count), 10) +
            right(signed_text(static_cast<int>(step.count) - count.value), 12) + "  " + sources_text(s, count.sources));
        if (!count.reason.empty()) console.line("            → " + console.say(count.reason));
        if (!count.note.empty()) console.line("            " + console.say(count.note));
    }
}

void print_rosters(const Console& console, const Snapshot& s, const LabelIndex& labels) {
    console.title({"Listes publiées", "Published lists"});
    for (std::size_t i = 0; i < s.rosters.size(); ++i) {
        const auto is_on = [&](const Cluster& cluster) {
            return std::any_of(cluster.rosters.begin(), cluster.rosters.end(),
                               [&](const RosterName& name) { return name.roster == i; });
        };
        const auto printed = std::count_if(s.clusters.begin(), s.clusters.end(), is_on);
        const RosterStep first = labels.at(first_day(s.rosters[i].date));
        const RosterStep last = labels.at(last_day(s.rosters[i].date));
        const std::string derived = range(std::min(first.count_min, last.count_min), std::max(first.count, last.count));
        console.line(left(to_string(s.rosters[i].date), 12) + right(std::to_string(printed), 4) +
                     console.say(Words{" imprimés, ", " printed, "}) + derived +
                     console.say(Words{" déduits  ", " derived  "}) + console.say(s.rosters[i].title));
    }
}

void print_years(const Console& console, const Snapshot& s, const LabelIndex& labels) {
    console.title({"Titulaires du label au 31 décembre", "Label holders on 31 December"});
    if (labels.steps().empty()) return;
    const int first = civil(labels.steps().front().from).year;
    const int last = civil(last_day(s.meta.default_date)).year;
    for (int year = first; year < last; ++year) {
        const RosterStep step = labels.at(from_civil(year, 12, 31));
        console.line(std::to_string(year) + right(range(step.count_min, step.count), 10));
    }
    const RosterStep now = labels.at(last_day(s.meta.default_date));
    console.line(left(to_string(s.meta.default_date), 7) + right(range(now.count_min, now.count), 7));
}

}

Exit stats(const Console& console, const std::string& path) {
    const std::shared_ptr<const Snapshot> s = console.load(path);
    if (!s) return Exit::Bad;
    const LabelIndex labels(*s);
    console.line(console.say(s->meta.title) + ", " + to_string(s->meta.snapshot_date));
    print_rosters(console, *s, labels);
    print_counts(console, *s, labels);
    print_years(console, *s, labels);
    return Exit::Good;
}

}
