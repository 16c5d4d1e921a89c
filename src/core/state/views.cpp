#include "core/state/views.hpp"

#include "core/state/names.hpp"

#include <algorithm>
#include <iterator>

namespace atlas {

bool has_view(const Snapshot& snapshot, View view) {
    if (view == View::Stories) return !snapshot.stories.empty();
    if (view == View::Understand) return !snapshot.guide.empty() || !snapshot.glossary.empty();
    if (view != View::Figures) return true;
    return !snapshot.figures.empty() || !snapshot.counts.empty() || !snapshot.contradictions.empty();
}

std::vector<View> views_of(const Snapshot& snapshot) {
    constexpr auto views = every<View>();
    std::vector<View> held;
    std::copy_if(views.begin(), views.end(), std::back_inserter(held),
                 [&](View view) { return has_view(snapshot, view); });
    return held;
}

}
