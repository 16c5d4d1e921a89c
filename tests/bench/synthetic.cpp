#include "synthetic.hpp"

#include "core/snapshot/load.hpp"
#include "core/time/roster.hpp"

#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

namespace atlas::bench {

namespace {

std::string read_file(const char* path) {
    std::string text;
    std::FILE* file = std::fopen(path, "rb");
    if (file == nullptr) {
        std::fprintf(stderr, "run from the root of the repository: %s not found\n", path);
        std::exit(1);
    }
    char buffer[65536];
    for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text.append(buffer, n);
    std::fclose(file);
    return text;
}

struct Town {
    double lng_deg = 0.0, lat_deg = 0.0, spread_deg = 0.05;
    RegionIndex region = 0;
    std::string name;
};

class Maker {
public:
    Maker(const Snapshot& base, unsigned seed) : m_base(base), m_random(seed) {
        for (int i = 0; i < 240; ++i) m_towns.push_back(make_town());
        std::vector<double> weights;
        for (std::size_t i = 0; i < m_towns.size(); ++i) weights.push_back(1.0 / static_cast<double>(i + 1));
        m_town = std::discrete_distribution<std::size_t>(weights.begin(), weights.end());
    }

    Cluster make(std::size_t number) {
        Cluster cluster;
        char id[24];
        std::snprintf(id, sizeof id, "s%07zu", number);
        cluster.id = id;
        cluster.name = cluster.short_name = word(3);
        const SectorIndex sector = below(m_base.sectors.size());
        cluster.sectors = {sector};
        cluster.domain = m_base.sectors[sector].domain;
        cluster.domains = {cluster.domain};
        cluster.seat = make_seat();
        cluster.regions_covered = {*cluster.seat->region};
        Label label;
        label.from = from_civil(2005 + static_cast<int>(below(15)), 1 + static_cast<int>(below(12)), 1);
        if (part() < 0.2) label.to = Date{label.from.days + 400 + static_cast<int>(below(3000))};
        label.from_stated = partial(label.from);
        cluster.labels = {label};
        return cluster;
    }

private:
    double part() { return std::uniform_real_distribution<double>(0.0, 1.0)(m_random); }
    std::uint32_t below(std::size_t end) { return static_cast<std::uint32_t>(part() * static_cast<double>(end)); }
    std::string word(int syllables) {
        static const char* const k_syllables[] = {"ba", "cor", "di",  "lan", "mo",  "neu",
                                                  "pi", "ra",  "sel", "ta",  "ver", "xi"};
        std::string made;
        for (int i = 0; i < syllables; ++i) made += k_syllables[below(std::size(k_syllables))];
        made[0] = static_cast<char>(made[0] - 'a' + 'A');
        return made;
    }
    Town make_town() {
        Town town{-4.0 + 11.5 * part(), 42.8 + 7.6 * part(), 0.01 + 0.09 * part(), below(m_base.regions.size()),
                  word(2)};
        return town;
    }
    Seat make_seat() {
        const Town& town = m_towns[m_town(m_random)];
        std::normal_distribution<double> around(0.0, town.spread_deg);
        Seat seat;
        seat.kind = SeatKind::Seat;
        seat.city = town.name;
        seat.department = "75";
        seat.region = town.region;
        seat.lng_deg = town.lng_deg + around(m_random);
        seat.lat_deg = town.lat_deg + around(m_random) * 0.7;
        return seat;
    }

    const Snapshot& m_base;
    std::mt19937 m_random;
    std::vector<Town> m_towns;
    std::discrete_distribution<std::size_t> m_town;
};

}

std::shared_ptr<const Snapshot> bundled_snapshot() {
    static const std::shared_ptr<const Snapshot> loaded = load_snapshot(read_file("data/snapshot.json")).snapshot;
    return loaded;
}

Snapshot synthetic_snapshot(std::size_t clusters, unsigned seed) {
    const Snapshot& base = *bundled_snapshot();
    Snapshot snapshot;
    snapshot.meta = base.meta;
    snapshot.sources = base.sources;
    snapshot.regions = base.regions;
    snapshot.domains = base.domains;
    snapshot.sectors = base.sectors;
    snapshot.terms = base.terms;
    snapshot.classes = base.classes;
    snapshot.phases = base.phases;
    for (Phase& phase : snapshot.phases) phase.figures.clear();
    snapshot.meta.tour.clear();
    Maker maker(base, seed);
    snapshot.clusters.reserve(clusters);
    for (std::size_t i = 0; i < clusters; ++i) snapshot.clusters.push_back(maker.make(i));
    snapshot.index_ids();
    return snapshot;
}

Result everybody(const Snapshot& snapshot, Date day) {
    Result result;
    result.holds.resize(snapshot.clusters.size());
    for (ClusterIndex i = 0; i < snapshot.clusters.size(); ++i) {
        if (!holds_at(snapshot.clusters[i], day)) continue;
        result.holds[i] = 1;
        result.shown.push_back(i);
    }
    result.passes = result.holds;
    result.total = static_cast<std::uint32_t>(result.shown.size());
    return result;
}

}
