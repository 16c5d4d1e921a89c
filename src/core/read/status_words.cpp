#include "core/read/status_words.hpp"

#include "core/base/messages.hpp"
#include "core/explore/facets.hpp"
#include "core/explore/search.hpp"
#include "core/explore/snapshot_index.hpp"
#include "core/read/area_words.hpp"
#include "core/read/change_words.hpp"
#include "core/read/list_row.hpp"
#include "core/read/wording.hpp"
#include "core/state/profile.hpp"

#include <algorithm>

namespace atlas {

namespace {

constexpr std::size_t k_proposals_most = 100;

// "12 pôles, 3 de moins", and what the typed words may mean.
std::string filter_status(const Heard& before, const Reading& now) {
    const Lang lang = now.lang();
    const std::int64_t shown = now.result.shown_count, more = shown - before.shown_count;
    std::string words = say_count(Plural::Clusters, lang, shown);
    const std::string apart = format_number(static_cast<double>(more < 0 ? -more : more), lang);
    if (more != 0) words = say(more < 0 ? Msg::StatusFewer : Msg::StatusMore, lang, {words, apart});
    const std::string& text = now.state().filter.text;
    if (text.empty() || text == before.session.state.filter.text) return words;
    const std::size_t proposals = search(now.index.search, text, k_proposals_most).size();
    return join({words, say_count(Plural::StatusProposals, lang, static_cast<std::int64_t>(proposals))});
}

// The card, or the profile that it was opened from.
std::string selection_status(const Reading& now) {
    if (const auto cluster = now.snapshot.find_cluster(now.state().selected))
        return say(Msg::CardZone, now.lang(), {now.snapshot.clusters[*cluster].name});
    const auto profile = find_profile(now.snapshot, now.state().profile, now.environment.locked);
    if (!profile) return std::string(say(Msg::StatusCardClosed, now.lang()));
    return say(Msg::ProfileZone, now.lang(),
               {facet_value_name(now.snapshot, profile->facet, profile->value, now.lang())});
}

std::string story_status(const Reading& now) {
    const auto& stories = now.snapshot.stories;
    const auto story =
        std::find_if(stories.begin(), stories.end(), [&](const Story& each) { return each.id == now.ui().story; });
    if (story == stories.end()) return {};
    return say(Msg::StatusStory, now.lang(), {story->title.in(now.lang())});
}

// By SortColumn.
std::string sort_status(const Reading& now) {
    static constexpr ListColumn k_columns[] = {ListColumn::Name,   ListColumn::Domain, ListColumn::Seat,
                                               ListColumn::Region, ListColumn::Label,  ListColumn::Term,
                                               ListColumn::Stories};
    const ListColumn column = k_columns[static_cast<std::size_t>(now.ui().sort_column)];
    const Msg way = now.ui().sort_descending ? Msg::SortedDown : Msg::SortedUp;
    return say(Msg::StatusSorted, now.lang(), {column_name(now, column), say(way, now.lang())});
}

bool is_comparison_new(const Session& before, const Session& after) {
    return before.state.compare != after.state.compare ||
           (after.state.compare && before.state.date != after.state.date);
}

std::string comparison_status(const Reading& now) {
    if (!now.state().compare || !now.result.changes) return std::string(say(Msg::StatusCompareEnded, now.lang()));
    return compare_sentence(now).text;
}

std::string playback_status(const Reading& now) {
    if (now.ui().playback == Playback::Running) return std::string(say(Msg::StatusPlaying, now.lang()));
    return say(Msg::StatusStopped, now.lang(), {count_status(now)});
}

// A date handle with the focus says the date itself.
bool is_said_by_slider(const Ui& ui) {
    return ui.focus == "timeline/date" || ui.focus == "timeline/compare";
}

}

std::string count_status(const Reading& now) {
    const Lang lang = now.lang();
    const auto count = static_cast<std::int64_t>(now.result.shown_count);
    return say(Msg::StatusLine, lang,
               {say_count(Plural::Clusters, lang, count), holders_words(now),
                format_date(now.state().date, lang, DateStyle::Long)});
}

namespace {

std::optional<std::string> change_status(const Heard& heard, const Reading& now) {
    const Session& before = heard.session;
    const State &was = before.state, &is = now.state();
    const Ui& ui = now.ui();
    if (is_comparison_new(before, now.session) && ui.playback != Playback::Running) return comparison_status(now);
    if (was.filter != is.filter) return filter_status(heard, now);
    if (before.ui.story != ui.story && !ui.story.empty()) return story_status(now);
    if (was.selected != is.selected || was.profile != is.profile) return selection_status(now);
    if (was.view == is.view)
        if (std::optional<std::string> words = area_status(before.ui.area, now)) return words;
    if (before.ui.sort_column != ui.sort_column || before.ui.sort_descending != ui.sort_descending)
        return sort_status(now);
    if (before.ui.playback != ui.playback) return playback_status(now);
    if (ui.playback == Playback::Running || is_said_by_slider(ui)) return std::nullopt;
    const bool has_other_clusters = heard.shown_count != now.result.shown_count;
    if (was.date != is.date || was.view != is.view || was.lang != is.lang || has_other_clusters)
        return count_status(now);
    return std::nullopt;
}

}

std::optional<std::string> status_words(const Heard& heard, const Reading& now) {
    const std::string& notice = now.ui().notice;
    const bool is_notice_new = heard.session.ui.notice != notice;
    if (is_notice_new && !notice.empty()) return notice;
    std::optional<std::string> words = change_status(heard, now);
    if (!words && is_notice_new) return std::string(); // it is over, and may be said again
    return words;
}

}
