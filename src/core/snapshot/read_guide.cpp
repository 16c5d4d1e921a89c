// The guide and the glossary: what explains the policy to whom it is new.
#include "core/snapshot/sections.hpp"

#include <set>
#include <string>

namespace atlas {

namespace {

bool shows_passage(GuideShow show) {
    return show < GuideShow::Phases;
}

// What a guide may show once: whatever is read twice is read past, and a page has one place for each.
class Shown {
public:
    void once(const Record& part, std::string_view field, std::string what) {
        if (!m_seen.insert(std::move(what)).second)
            part.report().error(part.field(field), Msg::IdRepeated, {std::string(part.field(field).text())});
    }

private:
    std::set<std::string> m_seen;
};

GuidePart read_part(const Record& record, Shown& shown) {
    static constexpr std::string_view k_shows[] = {"text", "path", "sum", "partners", "phases", "figures"};
    GuidePart part;
    part.show = record.choice("show", k_shows, GuideShow::Text, Need::Required);
    if (shows_passage(part.show)) part.policy = record.reference("policy", record.tables().policy, Need::Required);
    if (part.policy) shown.once(record, "policy", "policy " + std::to_string(*part.policy));
    if (part.show == GuideShow::Phases) shown.once(record, "show", "phases");
    part.title = record.both("title");
    if (part.show == GuideShow::Figures)
        part.figures = record.references("figures", record.tables().figures, Need::Required);
    for (const FigureIndex figure : part.figures) shown.once(record, "figures", "figure " + std::to_string(figure));
    return part;
}

// The passages that no chapter shows, so that none is lost.
GuideChapter other_passages(const Snapshot& snapshot) {
    std::vector<char> is_shown(snapshot.policy.size());
    for (const GuideChapter& chapter : snapshot.guide)
        for (const GuidePart& part : chapter.parts)
            if (part.policy && *part.policy < is_shown.size()) is_shown[*part.policy] = 1;
    GuideChapter others{.id = "others"};
    for (PolicyIndex i = 0; i < is_shown.size(); ++i)
        if (is_shown[i] == 0) others.parts.push_back({.policy = i});
    return others;
}

}

void read_guide(const Record& root, Snapshot& snapshot) {
    check_unique(root, "guide");
    Shown shown;
    for (const Record& record : root.records("guide")) {
        GuideChapter chapter;
        chapter.id = record.id();
        chapter.title = record.both("title", Need::Required);
        chapter.lead = record.both("lead");
        for (const Record& part : record.records("parts", k_max_list, Need::Required))
            chapter.parts.push_back(read_part(part, shown));
        snapshot.guide.push_back(std::move(chapter));
    }
    GuideChapter others = other_passages(snapshot);
    if (!others.parts.empty()) snapshot.guide.push_back(std::move(others));
}

void read_glossary(const Record& root, Snapshot& snapshot) {
    check_unique(root, "glossary");
    for (const Record& record : root.records("glossary")) {
        GlossaryTerm term;
        term.id = record.id();
        term.term = record.both("term", Need::Required);
        term.meaning = record.both("meaning", Need::Required);
        term.sources = record.sources("source", Need::Required);
        snapshot.glossary.push_back(std::move(term));
    }
}

}
