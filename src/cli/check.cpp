#include "cli/commands.hpp"
#include "cli/doubts.hpp"

#include <algorithm>

namespace atlas::cli {

namespace {

struct Tally {
    Words name;
    std::size_t count;
};

std::size_t count_kind(const Snapshot& s, ClusterKind kind) {
    const auto has = [&](const Cluster& cluster) { return cluster.kind == kind; };
    return static_cast<std::size_t>(std::count_if(s.clusters.begin(), s.clusters.end(), has));
}

std::size_t count_labels(const Snapshot& s) {
    std::size_t labels = 0;
    for (const Cluster& cluster : s.clusters) labels += cluster.labels.size();
    return labels;
}

std::size_t count_seats(const Snapshot& s, SeatKind kind) {
    const auto has = [&](const Cluster& cluster) { return cluster.seat && cluster.seat->kind == kind; };
    return static_cast<std::size_t>(std::count_if(s.clusters.begin(), s.clusters.end(), has));
}

}

Exit check(const Console& console, const std::string& path) {
    const std::shared_ptr<const Snapshot> s = console.load(path);
    if (!s) return Exit::Bad;
    console.line(path + ": " + console.say(s->meta.title) + ", " + to_string(s->meta.snapshot_date));
    const Tally tallies[] = {
        {{"organisations", "organisations"}, s->clusters.size()},
        {{"  pôles, titulaires du label à un moment", "  clusters, label holders at some time"},
         count_kind(*s, ClusterKind::Cluster)},
        {{"  partenaires, jamais labellisés", "  partners, never labelled"}, count_kind(*s, ClusterKind::Partner)},
        {{"  sièges", "  seats"}, count_seats(*s, SeatKind::Seat)},
        {{"  lieux d’activité faute de siège connu", "  places of activity, the seat being unknown"},
         count_seats(*s, SeatKind::Anchor)},
        {{"labels", "labels"}, count_labels(*s)},
        {{"évènements de filiation", "lineage events"}, s->events.size()},
        {{"phases", "phases"}, s->phases.size()},
        {{"chiffres", "figures"}, s->figures.size()},
        {{"récits", "stories"}, s->stories.size()},
        {{"thèmes", "themes"}, s->themes.size()},
        {{"textes de politique publique", "policy texts"}, s->policy.size()},
        {{"contradictions", "contradictions"}, s->contradictions.size()},
        {{"nombres publiés de pôles", "published numbers of clusters"}, s->counts.size()},
        {{"régions", "regions"}, s->regions.size()},
        {{"domaines", "domains"}, s->domains.size()},
        {{"secteurs", "sectors"}, s->sectors.size()},
        {{"sources", "sources"}, s->sources.size()},
        {{"octets", "bytes"}, s->raw.size()},
    };
    for (const Tally& tally : tallies)
        console.line(right(std::to_string(tally.count), 8) + "  " + console.say(tally.name));
    const std::vector<std::string> warnings = doubts(console, *s);
    if (!warnings.empty())
        console.title({"À revoir, sans que le fichier soit faux", "To look at again, though the file is not wrong"});
    for (const std::string& warning : warnings) console.line("  " + warning);
    return Exit::Good;
}

}
