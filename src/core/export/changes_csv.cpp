#include "core/export/changes_csv.hpp"

#include "core/read/wording.hpp"

namespace atlas {

namespace {

std::string names_of(const Snapshot& snapshot, const std::vector<ClusterIndex>& list, Date day) {
    std::vector<std::string> names;
    for (const ClusterIndex index : list) {
        const Cluster& cluster = snapshot.clusters[index];
        const std::string* former = former_name_on(cluster, day);
        names.push_back(former ? *former : cluster.name);
    }
    return join(names, " | ");
}

}

std::string changes_csv(const Reading& input, std::string_view address, CsvStyle style) {
    if (!input.result.changes) return {};
    const Changes& changes = *input.result.changes;
    const Snapshot& snapshot = input.snapshot;
    const Lang lang = input.lang();
    CsvWriter csv(style);
    for (const Msg column : {Msg::ColKind, Msg::ColFrom, Msg::ColTo, Msg::ColFromDate, Msg::ColToDate, Msg::ColGathered,
                             Msg::ColLink, Msg::ColLicence})
        csv.text(say(column, lang));
    csv.end_row();
    const auto row = [&](Msg kind, const std::vector<ClusterIndex>& from, const std::vector<ClusterIndex>& to) {
        csv.text(say(kind, lang));
        csv.text(names_of(snapshot, from, changes.earlier));
        csv.text(names_of(snapshot, to, changes.later));
        csv.text(to_string(changes.earlier));
        csv.text(to_string(changes.later));
        csv.text(to_string(snapshot.meta.snapshot_date));
        csv.text(address);
        csv.text(snapshot.meta.licence.in(lang));
        csv.end_row();
    };
    for (const ClusterIndex index : changes.entered) row(Msg::ExportChangeEntered, {}, {index});
    for (const ClusterIndex index : changes.left) row(Msg::ExportChangeLeft, {index}, {});
    for (const Merger& merger : changes.merged) row(Msg::ExportChangeMerged, merger.from, merger.to);
    for (const ClusterIndex index : changes.renamed) row(Msg::ExportChangeRenamed, {index}, {index});
    for (const ClusterIndex index : changes.continued) row(Msg::ExportChangeContinued, {index}, {index});
    return csv.take();
}

}
