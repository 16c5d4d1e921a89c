// The guide and the glossary: what explains the policy to whom it is new.
#include "core/snapshot/sections.hpp"

#include <algorithm>

namespace atlas {

namespace {

bool shows_passage(GuideShow show) {
    return show < GuideShow::Phases;
}

GuidePart read_part(const Record& record) {
    static constexpr std::string_view k_shows[] = {"text", "path", "sum", "partners", "phases", "figures"};
    GuidePart part;
    part.show = record.choice("show", k_shows, GuideShow::Text, Need::Required);
    if (shows_passage(part.show)) part.policy = record.reference("policy", record.tables().policy, Need::Required);
    part.title = record.both("title");
    if (part.show == GuideShow::Figures)
        part.figures = record.references("figures", record.tables().figures, Need::Required);
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

void check_unique(const Record& root, std::string_view list) {
    IdTable ids;
    ids.build(root.field(list), list, "id", root.report());
}

}

void read_guide(const Record& root, Snapshot& snapshot) {
    check_unique(root, "guide");
    for (const Record& record : root.records("guide")) {
        GuideChapter chapter;
        chapter.id = record.id();
        chapter.title = record.both("title", Need::Required);
        chapter.lead = record.both("lead");
        for (const Record& part : record.records("parts", k_max_list, Need::Required))
            chapter.parts.push_back(read_part(part));
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
        term.span = record.span();
        term.term = record.both("term", Need::Required);
        term.meaning = record.both("meaning", Need::Required);
        term.sources = record.sources("source", Need::Required);
        snapshot.glossary.push_back(std::move(term));
    }
}

}
