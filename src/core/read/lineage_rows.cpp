#include "core/read/lineage_rows.hpp"

#include "core/base/messages.hpp"
#include "core/base/order.hpp"
#include "core/read/wording.hpp"
#include "core/snapshot/name_forms.hpp"

#include <algorithm>

namespace atlas {

namespace {

bool has(const std::vector<ClusterIndex>& list, ClusterIndex index) {
    return std::find(list.begin(), list.end(), index) != list.end();
}

std::string year_words(const Event& event) {
    if (!event.window || event.window->earliest.year == event.window->latest.year)
        return std::to_string(event.date.year);
    return year_span(event.window->earliest.year, event.window->latest.year % 100);
}

std::string names_of(const Snapshot& snapshot, const std::vector<ClusterIndex>& list, Lang lang) {
    std::vector<std::string> names;
    names.reserve(list.size());
    for (const ClusterIndex index : list) names.push_back(snapshot.clusters[index].name);
    return join_and(names, lang);
}

bool has_dated_label(const Cluster& cluster) {
    return !cluster.labels.empty() && cluster.labels.front().from_stated.is_known();
}

Date birth_of(const Cluster& cluster, Date otherwise) {
    if (has_dated_label(cluster)) return cluster.labels.front().from;
    if (!cluster.names.empty() && cluster.names.front().from) return first_day(*cluster.names.front().from);
    return otherwise;
}

class RowWriter {
public:
    RowWriter(const Snapshot& snapshot, ClusterIndex index, Lang lang)
        : m_snapshot(snapshot), m_cluster(snapshot.clusters[index]), m_index(index), m_lang(lang) {}

    std::vector<LineageRow> rows() {
        bool was_born_of_merger = false;
        for (const Event& event : m_snapshot.events) {
            if (has(event.to, m_index)) was_born_of_merger |= arrives(event);
            if (has(event.from, m_index)) leaves(event);
        }
        if (!was_born_of_merger) add_first_name();
        add_unexplained_names();
        sort_stable(m_rows, [](const LineageRow& a, const LineageRow& b) { return a.when < b.when; });
        return std::move(m_rows);
    }

private:
    LineageRow& add(const Event& event, LineageMark mark, std::string text) {
        m_rows.push_back(
            {first_day(event.date), year_words(event), std::move(text), {}, event.note.in(m_lang), mark, {}, false});
        return m_rows.back();
    }

    std::string phrase(Msg message, const std::vector<ClusterIndex>& bodies) const {
        return say(message, m_lang, {names_of(m_snapshot, bodies, m_lang)});
    }

    // The name that a body had first, and its last one where that differs.
    std::string names_through(const Cluster& cluster) const {
        if (cluster.names.empty()) return cluster.name;
        const std::string first(plain_name(cluster.names.front().name));
        if (first == cluster.name) return cluster.name;
        return say(Msg::CardLineageLater, m_lang, {first, cluster.name});
    }

    std::string name_at(const Event& event) const {
        const std::string* former = former_name_on(m_cluster, last_day(event.date));
        return former ? *former : m_cluster.name;
    }

    // True when the event is where the cluster comes from.
    bool arrives(const Event& event) {
        switch (event.kind) {
        case EventKind::Renamed: {
            const std::string& name = event.name_after.empty() ? m_cluster.name : event.name_after;
            LineageRow& row = add(event, LineageMark::Node, name);
            row.aside = say(Msg::CardLineageNewName, m_lang);
            return false;
        }
        case EventKind::Merged:
        case EventKind::Split:
            return is_born_of(event);
        case EventKind::Absorbed: {
            const bool is_partner = std::all_of(event.from.begin(), event.from.end(), [&](ClusterIndex index) {
                return m_snapshot.clusters[index].kind == ClusterKind::Partner;
            });
            LineageRow& row = add(event, LineageMark::Joined,
                                  phrase(is_partner ? Msg::CardLineageJoinedBy : Msg::CardLineageWelcomes, event.from));
            if (event.from.size() == 1) row.target = event.from.front();
            return false;
        }
        case EventKind::Labelled:
            if (!event.from.empty())
                add(event, LineageMark::Joined, phrase(Msg::CardLineageCarriedBy, event.from));
            else if (first_day(event.date) > birth_of(m_cluster, first_day(event.date)))
                add(event, LineageMark::Joined, std::string(say(Msg::CardLineageLabelled, m_lang)));
            return false;
        default:
            return false;
        }
    }

    bool is_born_of(const Event& event) {
        for (const ClusterIndex parent : event.from) {
            const Cluster& cluster = m_snapshot.clusters[parent];
            const Date when = birth_of(cluster, first_day(event.date));
            m_rows.push_back({std::min(when, first_day(event.date)),
                              std::to_string(civil(when).year),
                              names_through(cluster),
                              {},
                              event.note.in(m_lang),
                              LineageMark::Branch,
                              parent,
                              false});
        }
        LineageRow& row = add(event, LineageMark::Node, name_at(event));
        row.is_merger = true;
        row.aside = say(Msg::CardLineageMerger, m_lang);
        return true;
    }

    void leaves(const Event& event) {
        const bool is_itself = has(event.to, m_index);
        if (is_itself) return;
        const auto target = event.to.size() == 1 ? std::optional(event.to.front()) : std::nullopt;
        switch (event.kind) {
        case EventKind::Merged:
            add(event, LineageMark::Left,
                phrase(event.label_only ? Msg::CardLineageLabelMovesTo : Msg::CardLineageMergesInto, event.to))
                .target = target;
            break;
        case EventKind::Absorbed:
            add(event, LineageMark::Left,
                phrase(event.partial ? Msg::CardLineagePartly : Msg::CardLineageJoins, event.to))
                .target = target;
            break;
        case EventKind::Split:
            add(event, LineageMark::Left, phrase(Msg::CardLineageSplit, event.to)).target = target;
            break;
        case EventKind::Delabelled:
            add(event, LineageMark::Left, std::string(say(Msg::CardLineageDelabelled, m_lang)));
            break;
        case EventKind::NotRenewed:
            add(event, LineageMark::Left, std::string(say(Msg::CardLineageNotRenewed, m_lang)));
            break;
        case EventKind::Dissolved:
            add(event, LineageMark::Left, std::string(say(Msg::CardLineageDissolved, m_lang)));
            break;
        case EventKind::Labelled:
        case EventKind::Renamed:
            break;
        }
    }

    void add_first_name() {
        const Cluster& cluster = m_cluster;
        const std::string& name = cluster.names.empty() ? cluster.name : cluster.names.front().name;
        const bool has_start = has_dated_label(cluster) || (!cluster.names.empty() && cluster.names.front().from);
        const Date when = birth_of(cluster, Date{});
        LineageRow row{
            has_start ? when : from_civil(k_first_year, 1, 1), {}, name, {}, {}, LineageMark::Start, {}, false};
        if (has_start) row.year = std::to_string(civil(when).year);
        m_rows.insert(m_rows.begin(), std::move(row));
    }

    // Names that no event tells of, in snapshots that keep no lineage.
    void add_unexplained_names() {
        for (std::size_t i = 1; i < m_cluster.names.size(); ++i) {
            const NameInterval& name = m_cluster.names[i];
            const bool is_told =
                std::any_of(m_rows.begin(), m_rows.end(), [&](const LineageRow& r) { return r.text == name.name; });
            if (is_told || !name.from) continue;
            m_rows.push_back({first_day(*name.from),
                              std::to_string(name.from->year),
                              name.name,
                              std::string(say(Msg::CardLineageNewName, m_lang)),
                              {},
                              LineageMark::Node,
                              {},
                              false});
        }
    }

    const Snapshot& m_snapshot;
    const Cluster& m_cluster;
    ClusterIndex m_index;
    Lang m_lang;
    std::vector<LineageRow> m_rows;
};

}

std::vector<LineageRow> lineage_rows(const Reading& input, ClusterIndex cluster) {
    return RowWriter(input.snapshot, cluster, input.lang()).rows();
}

std::string lineage_row_words(const LineageRow& row, Lang lang) {
    std::string words = row.year.empty() ? row.text : row.year + std::string(form(Form::ListColon, lang)) + row.text;
    if (!row.aside.empty()) words += ", " + row.aside;
    return words;
}

}
