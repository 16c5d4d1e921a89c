// Passages of the policy: point by point, as the steps of a way, as who works with whom.

#include "core/read/policy_words.hpp"
#include "core/read/wording.hpp"
#include "core/scene/stories/layout_stories.hpp"
#include "core/scene/understand/guide_page.hpp"

#include <algorithm>

namespace atlas {

namespace {

const Type k_body{14.0f, FontWeight::Regular, Ink::Text}, k_quiet{12.0f, FontWeight::Regular, Ink::Text2};
constexpr float k_body_line = 21.0f, k_quiet_line = 17.0f;

void open_passage(GuidePage& page, const std::string& id, const PolicySection& passage) {
    page.heading(id + "/title", passage.title.in(page.lang()), 4, passage.title.foreign(page.lang()));
    page.explained(id + "/lead", passage.lead.in(page.lang()), k_body, k_body_line, passage.lead.foreign(page.lang()));
}

// What to know before believing it, and who says so.
void close_passage(GuidePage& page, const std::string& id, const PolicySection& passage) {
    const Lang lang = page.lang();
    page.words(id + "/remark", passage.remark.in(lang), k_quiet, k_quiet_line, passage.remark.foreign(lang));
    Sources all = passage.sources;
    for (const PolicyItem& item : passage.items) add_sources(all, item.sources);
    const std::string line = say(Msg::CitationSources, lang, {sources_words(page.snapshot(), all, lang)});
    page.link(id + "/sources", line,
              std::string(say(Msg::FiguresTextSources, lang)) + " (" + passage.title.in(lang) + ")",
              act::OpenSheet{Sheet::SourceList, about::Policy{passage.id}});
    page.gap(12.0f);
}

std::string point_id(const std::string& id, std::size_t place) {
    return id + "/" + std::to_string(place);
}

// A point, and under the last one of those that the same sources say, who says them.
void put_point(GuidePage& page, const std::string& id, const PolicySection& passage, std::size_t place) {
    const PolicyItem& item = passage.items[place];
    page.explained(point_id(id, place), policy_words(page.snapshot(), item, page.lang()), k_body, k_body_line,
                   item.text.foreign(page.lang()));
    const bool goes_on = place + 1 < passage.items.size() && passage.items[place + 1].sources == item.sources;
    if (item.sources.empty() || goes_on) return;
    page.gap(-4.0f);
    page.words(point_id(id, place) + "/source", sources_words(page.snapshot(), item.sources, page.lang()),
               {11.0f, FontWeight::Regular, Ink::Text3}, 15.0f);
}

// Runs `put` in a column that stands in from the left.
template<class Put>
void indented(GuidePage& page, float by_px, Put put) {
    page.x += by_px;
    page.w -= by_px;
    put();
    page.x -= by_px;
    page.w += by_px;
}

void put_cluster(GuidePage& page, const std::string& id, const Cluster& cluster, float width_px) {
    const std::string node = id + "/cluster/" + cluster.id;
    const Type type{13.0f, FontWeight::SemiBold};
    draw_domain_disc(page.pen, {page.x + 9.0f, page.y + 12.0f}, 8.0f, domain_look(page.snapshot(), cluster.domain));
    const std::string shown = ellipsis(cluster.short_name, type, width_px - 26.0f);
    const float width = page.pen.text({page.x + 24.0f, page.y + 16.5f}, shown, type);
    if (is_hovered(page.input, node)) page.pen.horizontal(page.x + 24.0f, page.y + 19.0f, width, Ink::Text);
    page.pen.node({.id = node,
                   .name = cluster.name,
                   .zone = Zone::View,
                   .rect = {page.x, page.y, width + 28.0f, 24.0f},
                   .action = card_action(page.rooms, cluster)});
    page.y += 26.0f;
}

}

void guide_text(GuidePage& page, const std::string& id, const PolicySection& passage) {
    open_passage(page, id, passage);
    for (std::size_t i = 0; i < passage.items.size(); ++i) {
        page.pen.disc({page.x + 4.0f, page.y + 9.5f}, 2.5f, Ink::Accent);
        indented(page, 18.0f, [&] { put_point(page, id, passage, i); });
    }
    close_passage(page, id, passage);
}

void guide_path(GuidePage& page, const std::string& id, const PolicySection& passage) {
    constexpr float radius = 13.0f, indent = 44.0f;
    open_passage(page, id, passage);
    page.gap(6.0f);
    for (std::size_t i = 0; i < passage.items.size(); ++i) {
        const Point middle{page.x + radius + 2.0f, page.y + 10.0f};
        indented(page, indent, [&] { put_point(page, id, passage, i); });
        page.y = std::max(page.y, middle.y + radius + 2.0f) + 10.0f;
        if (i + 1 < passage.items.size())
            page.pen.line({middle.x, middle.y + radius + 3.0f}, {middle.x, page.y + 10.0f - radius - 3.0f}, 2.0f,
                          Ink::Accent);
        page.pen.disc(middle, radius, Ink::Accent);
        page.pen.text({middle.x, middle.y + 4.6f}, std::to_string(i + 1),
                      {13.0f, FontWeight::SemiBold, Ink::OnAccent, Align::Centre});
    }
    close_passage(page, id, passage);
}

void guide_partners(GuidePage& page, const std::string& id, const PolicySection& passage) {
    open_passage(page, id, passage);
    for (std::size_t i = 0; i < passage.items.size(); ++i) {
        const PolicyItem& item = passage.items[i];
        const float side = page.w >= 560.0f ? 190.0f : 0.0f, top = page.y + 8.0f;
        page.pen.horizontal(page.x, page.y, page.w);
        page.y = top;
        for (const ClusterIndex cluster : item.clusters)
            put_cluster(page, point_id(id, i), page.snapshot().clusters[cluster], side > 0.0f ? side - 12.0f : page.w);
        const float below = page.y;
        if (side > 0.0f) page.y = top + 2.0f;
        PolicyItem told = item;
        told.clusters.clear(); // they stand beside
        indented(page, side, [&] {
            page.explained(point_id(id, i), policy_words(page.snapshot(), told, page.lang()), k_body, k_body_line,
                           item.text.foreign(page.lang()));
        });
        page.y = std::max(page.y, below) + 4.0f;
    }
    close_passage(page, id, passage);
}

}
