#include "core/export/json_subset.hpp"

#include "core/base/json.hpp"
#include "core/base/json_writer.hpp"
#include "core/read/citation.hpp"
#include "core/snapshot/label_days.hpp"

#include <algorithm>

namespace atlas {

namespace {

bool binds(EventKind kind) {
    return kind == EventKind::Merged || kind == EventKind::Absorbed || kind == EventKind::Split;
}

class SubsetWriter {
public:
    SubsetWriter(const Reading& input, std::string_view address)
        : m_input(input), m_snapshot(input.snapshot), m_address(address), m_kept(shown_families(input)),
          m_days(input.snapshot) {}

    std::string write(JsonValue root) {
        m_json.begin_object();
        for (JsonValue member = root.first(); member.exists(); member = member.next()) {
            m_json.key(member.key());
            section(member);
        }
        m_json.end_object();
        return m_json.take();
    }

private:
    [[nodiscard]] bool keeps(JsonValue id) const {
        const auto index = m_snapshot.find_cluster(id.text());
        return index && m_kept[*index] != 0;
    }
    [[nodiscard]] bool keeps_any(JsonValue list) const {
        for (JsonValue id = list.first(); id.exists(); id = id.next())
            if (keeps(id)) return true;
        return false;
    }
    // An event that leaves its list out means everyone whose label begins or ends that day.
    [[nodiscard]] bool keeps_meant(JsonValue event) const {
        const JsonValue label_date = event.find("label_date");
        const auto date =
            parse_partial_date((label_date.is(JsonKind::String) ? label_date : event.find("date")).text());
        if (!date) return false;
        const std::string_view kind = event.find("kind").text();
        std::vector<ClusterIndex> meant;
        if (kind == "labelled" && is_left_out(event.find("to"))) meant = m_days.begun(first_day(*date));
        if (kind == "delabelled" && is_left_out(event.find("from"))) meant = m_days.ended(first_day(*date));
        return std::any_of(meant.begin(), meant.end(), [&](ClusterIndex c) { return m_kept[c] != 0; });
    }
    [[nodiscard]] static bool is_left_out(JsonValue list) { return !list.exists() || list.is(JsonKind::Null); }
    [[nodiscard]] bool keeps_story(std::string_view id) const {
        const auto story = m_snapshot.find_story(id);
        if (!story) return false;
        const std::vector<ClusterIndex>& clusters = m_snapshot.stories[*story].clusters;
        return std::any_of(clusters.begin(), clusters.end(), [&](ClusterIndex c) { return m_kept[c] != 0; });
    }

    void section(JsonValue member) {
        const std::string_view key = member.key();
        if (key == "clusters")
            list(member, [&](JsonValue record) { return keeps(record.find("id")); });
        else if (key == "events")
            list(member, [&](JsonValue record) {
                return keeps_any(record.find("from")) || keeps_any(record.find("to")) || keeps_meant(record);
            });
        else if (key == "stories")
            list(member, [&](JsonValue record) { return keeps_any(record.find("clusters")); });
        else if (key == "policy")
            list(member, [](JsonValue) { return true; });
        else if (key == "counts")
            m_json.begin_array().end_array();
        else if (key == "meta")
            meta(member);
        else
            m_json.raw(member.source());
    }

    template<class Wanted>
    void list(JsonValue records, Wanted wanted) {
        m_json.begin_array();
        for (JsonValue record = records.first(); record.exists(); record = record.next())
            if (wanted(record)) copy(record);
        m_json.end_array();
    }

    // As written, but for lists of clusters; depth is bounded by the reader.
    void copy(JsonValue value) {
        if (value.is(JsonKind::Array)) {
            m_json.begin_array();
            for (JsonValue item = value.first(); item.exists(); item = item.next()) copy(item);
            m_json.end_array();
        } else if (value.is(JsonKind::Object)) {
            m_json.begin_object();
            for (JsonValue member = value.first(); member.exists(); member = member.next()) {
                m_json.key(member.key());
                const bool is_list = member.key() == "clusters" || member.key() == "from" || member.key() == "to";
                if (is_list && member.is(JsonKind::Array))
                    copy_clusters(member);
                else
                    copy(member);
            }
            m_json.end_object();
        } else {
            m_json.raw(value.source());
        }
    }
    void copy_clusters(JsonValue ids) {
        m_json.begin_array();
        for (JsonValue id = ids.first(); id.exists(); id = id.next())
            if (!id.is(JsonKind::String) || keeps(id)) m_json.raw(id.source());
        m_json.end_array();
    }

    void meta(JsonValue value) {
        const Lang lang = m_input.lang();
        m_json.begin_object();
        for (JsonValue member = value.first(); member.exists(); member = member.next()) {
            if (member.key() == "extract") continue;
            m_json.key(member.key());
            if (member.key() == "tour")
                tour(member);
            else
                m_json.raw(member.source());
        }
        m_json.key("extract").begin_object();
        m_json.key("sentence").string(result_sentence(m_input));
        m_json.key("date").string(to_string(m_input.state().date));
        m_json.key("link").string(m_address);
        m_json.key("citation").string(result_citation(m_input, m_address));
        m_json.key("licence").string(m_snapshot.meta.licence.in(lang));
        m_json.end_object().end_object();
    }
    void tour(JsonValue stops) {
        m_json.begin_array();
        for (JsonValue stop = stops.first(); stop.exists(); stop = stop.next()) {
            const JsonValue story = stop.find("story");
            if (keeps(stop.find("cluster")) && (!story.exists() || keeps_story(story.text())))
                m_json.raw(stop.source());
        }
        m_json.end_array();
    }

    const Reading& m_input;
    const Snapshot& m_snapshot;
    std::string_view m_address;
    std::vector<std::uint8_t> m_kept;
    LabelDays m_days;
    JsonWriter m_json;
};

}

std::vector<std::uint8_t> shown_families(const Reading& input) {
    const Snapshot& snapshot = input.snapshot;
    std::vector<std::uint8_t> kept(snapshot.clusters.size(), 0);
    for (const ClusterIndex index : input.result.shown) kept[index] = 1;
    const auto touches = [&](const std::vector<ClusterIndex>& list) {
        return std::any_of(list.begin(), list.end(), [&](ClusterIndex c) { return kept[c] != 0; });
    };
    bool grows = true;
    const auto keep = [&](const std::vector<ClusterIndex>& list) {
        for (const ClusterIndex c : list) {
            grows = grows || kept[c] == 0;
            kept[c] = 1;
        }
    };
    while (grows) {
        grows = false;
        for (const Event& event : snapshot.events) {
            // A label carried by bodies that never had one binds them to it as a merger does.
            const bool is_bound = binds(event.kind) || (event.kind == EventKind::Labelled && !event.from.empty());
            if (!is_bound || !(touches(event.from) || touches(event.to))) continue;
            keep(event.from);
            keep(event.to);
        }
        for (const std::vector<ClusterIndex>& bodies : input.index.facets.joint)
            if (touches(bodies)) keep(bodies);
    }
    return kept;
}

std::string snapshot_subset(const Reading& input, std::string_view address) {
    if (input.result.shown.empty()) return {};
    const JsonDocument document(input.snapshot.raw);
    if (!document.ok()) return {};
    return SubsetWriter(input, address).write(document.root());
}

}
