#include "core/read/guide_words.hpp"

#include "core/base/messages.hpp"

#include <algorithm>

namespace atlas {

std::string chapter_title(const Snapshot& snapshot, const GuideChapter& chapter, Lang lang) {
    if (!chapter.title.empty()) return chapter.title.in(lang);
    return std::string(say(snapshot.guide.size() > 1 ? Msg::GuideOthers : Msg::FiguresTexts, lang));
}

bool shows_phases(const Snapshot& snapshot) {
    return std::any_of(snapshot.guide.begin(), snapshot.guide.end(), [](const GuideChapter& chapter) {
        return std::any_of(chapter.parts.begin(), chapter.parts.end(),
                           [](const GuidePart& part) { return part.show == GuideShow::Phases; });
    });
}

}
