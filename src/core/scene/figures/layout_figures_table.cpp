// Everything the graphics leave out: the contradictions and every figure by topic.

#include "core/read/figure_words.hpp"
#include "core/read/wording.hpp"
#include "core/scene/figures/layout_figures.hpp"

#include <algorithm>
#include <optional>

namespace atlas {

namespace {

constexpr float k_pad = 18.0f;

// Draws a box under what `write` has written in it; write gets the y to start at and returns where it ended.
template<class Write>
float growing_box(FiguresPage& page, const Rect& top, std::string_view id, std::string_view title,
                  std::string_view lead, Write write) {
    std::vector<Record>& records = page.pen.scene().records;
    const std::size_t behind = records.size();
    const Rect measure{top.x, top.y, top.w, 60.0f};
    const Point start = page.box(measure, id, title, lead);
    records.erase(records.begin() + static_cast<std::ptrdiff_t>(behind),
                  records.begin() + static_cast<std::ptrdiff_t>(behind) + 3);
    const float bottom = write(start.y) + 14.0f;
    page.pen.raised_behind(behind, {top.x, top.y, top.w, bottom - top.y}, 8.0f);
    return bottom;
}

// Topic, the statements with ≠ between them, the reason; returns its height.
float put_contradiction(FiguresPage& page, const Contradiction& contradiction, const Rect& row,
                        const std::string& prefix) {
    const Lang lang = page.lang();
    const Type title{13.0f, FontWeight::SemiBold}, words{12.0f, FontWeight::Regular, Ink::Text},
        why{11.0f, FontWeight::Regular, Ink::Text3};
    float y = row.y + 18.0f;
    y += page.pen.paragraph({row.x, y}, contradiction.topic.in(lang), title, row.w, 17.0f, 2);
    y += page.pen.paragraph({row.x, y}, statements_of(contradiction, lang), words, row.w, 16.0f, 3);
    y += page.pen.paragraph({row.x, y}, contradiction.explanation.in(lang), why, row.w, 14.0f, 2);
    const std::string id = prefix + contradiction.id;
    const Rect hit{row.x - 6.0f, row.y + 2.0f, row.w + 12.0f, y - row.y - 8.0f};
    if (is_hovered(page.input, id)) page.pen.frame(hit, Ink::Accent, 5.0f);
    page.trace(hit, id, contradiction_words(contradiction, lang), about::Contradiction{contradiction.id});
    page.pen.scene().nodes.back().hint = contradiction.explanation.in(lang);
    page.pen.scene().nodes.back().lang = contradiction.topic.foreign(lang);
    return y - row.y - 4.0f;
}

void put_figure_row(FiguresPage& page, const Figure& figure, const Rect& row) {
    const Lang lang = page.lang();
    const std::string id = "figures/row/" + figure.id;
    if (is_hovered(page.input, id)) page.pen.rect(row.inset(-6.0f, 0.0f), Ink::Hover, 5.0f);
    const bool is_narrow = row.w < 560.0f;
    const float number_w = is_narrow ? 96.0f : 132.0f;
    const Type body{12.0f}, quiet{11.0f, FontWeight::Regular, Ink::Text3};
    const std::string number = quantity_words(page.snapshot(), figure.quantity, lang);
    page.pen.text({row.x + number_w - 12.0f, row.y + 17.0f}, number,
                  {14.0f, FontWeight::SemiBold, Ink::Text, Align::Right});
    const float x = row.x + number_w;
    const float used =
        page.pen.paragraph({x, row.y + 16.5f}, figure.statement.in(lang), body, row.w - number_w, 16.0f, 3);
    const std::string about = figure_place_words(page.snapshot(), figure, lang);
    page.pen.text({x, row.y + 16.5f + used}, ellipsis(about, quiet, row.w - number_w), quiet);
    page.trace(row, id, figure_words(page.snapshot(), figure, lang), about::Figure{figure.id});
    page.pen.scene().nodes.back().hint = about;
    page.pen.scene().nodes.back().lang = figure.statement.foreign(lang);
}

float row_height(const FiguresPage& page, const Figure& figure, float width) {
    const float number_w = width < 560.0f ? 96.0f : 132.0f;
    const std::size_t lines =
        std::min<std::size_t>(wrap(figure.statement.in(page.lang()), {12.0f}, width - number_w).size(), 3);
    return 26.0f + 16.0f * static_cast<float>(lines);
}

float put_topic(FiguresPage& page, std::string_view topic, Rect row) {
    page.pen.text({row.x, row.y + 22.0f}, figure_topic_words(topic, page.lang()), {13.0f, FontWeight::SemiBold});
    page.pen.node({.id = "figures/topic/" + std::string(topic),
                   .name = figure_topic_words(topic, page.lang()),
                   .zone = Zone::View,
                   .role = Role::Heading,
                   .rect = {row.x, row.y + 6.0f, row.w, 22.0f},
                   .level = 4,
                   .cursor = Cursor::Default});
    row.y += 32.0f;
    for (const Figure& figure : page.snapshot().figures) {
        if (figure.topic != topic) continue;
        page.pen.horizontal(row.x, row.y, row.w);
        row.h = row_height(page, figure, row.w);
        put_figure_row(page, figure, row);
        row.y += row.h;
    }
    return row.y + 8.0f;
}

// Two columns, each part in the shorter one.
template<class Put>
float in_columns(const Rect& row, float least_px, std::size_t count, Put put) {
    const std::size_t columns = row.w >= 2 * least_px ? 2 : 1;
    const float gap = 28.0f, width = (row.w + gap) / static_cast<float>(columns) - gap;
    float bottoms[2] = {row.y, row.y};
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t column = columns == 2 && bottoms[1] < bottoms[0] ? 1 : 0;
        bottoms[column] =
            put(i, Rect{row.x + static_cast<float>(column) * (width + gap), bottoms[column], width, 0.0f});
    }
    return std::max(bottoms[0], bottoms[1]);
}

}

bool has_short_contradictions(const Snapshot& snapshot) {
    return std::any_of(snapshot.contradictions.begin(), snapshot.contradictions.end(),
                       [](const Contradiction& contradiction) { return contradiction.figures.size() >= 2; });
}

void figures_contradictions(FiguresPage& page, const Rect& rect) {
    const auto& all = page.snapshot().contradictions;
    const std::string count = format_number(static_cast<double>(all.size()), page.lang());
    const Point start = page.box(rect, "figures/contradictions", say(Msg::FiguresContradictions, page.lang()),
                                 say(Msg::FiguresContradictionsLead, page.lang(), {count}));
    const Rect inside{rect.x, start.y - 8.0f, rect.w, rect.bottom() - start.y};
    page.pen.clip(inside);
    float y = start.y - 8.0f;
    for (const Contradiction& contradiction : all) {
        if (contradiction.figures.size() < 2) continue;
        const std::size_t before = page.pen.scene().records.size(), nodes = page.pen.scene().nodes.size();
        const float height =
            put_contradiction(page, contradiction, {start.x, y, rect.w - 2 * k_pad, 0.0f}, "figures/contradiction/");
        if (y + height > rect.bottom() - 6.0f) { // the whole list stands further down
            page.pen.scene().records.resize(before);
            page.pen.scene().nodes.resize(nodes);
            break;
        }
        y += height;
        page.pen.horizontal(start.x, y, rect.w - 2 * k_pad);
    }
    page.pen.unclip();
}

float figures_table(FiguresPage& page, const Rect& top) {
    if (page.snapshot().figures.empty()) return top.y;
    const std::string count = format_number(static_cast<double>(page.snapshot().figures.size()), page.lang());
    const std::vector<std::string_view> topics = figure_topics(page.snapshot());
    return growing_box(page, top, "figures/all", say(Msg::FiguresAll, page.lang(), {count}), {}, [&](float y) {
        return in_columns({top.x + k_pad, y - 16.0f, top.w - 2 * k_pad, 0.0f}, 420.0f, topics.size(),
                          [&](std::size_t i, const Rect& row) { return put_topic(page, topics[i], row); });
    });
}

float figures_all_contradictions(FiguresPage& page, const Rect& top) {
    const auto& all = page.snapshot().contradictions;
    if (all.empty()) return top.y;
    const std::string count = format_number(static_cast<double>(all.size()), page.lang());
    return growing_box(page, top, "figures/all-contradictions", say(Msg::FiguresContradictions, page.lang()),
                       say(Msg::FiguresContradictionsLead, page.lang(), {count}), [&](float y) {
                           return in_columns({top.x + k_pad, y - 8.0f, top.w - 2 * k_pad, 0.0f}, 420.0f, all.size(),
                                             [&](std::size_t i, const Rect& row) {
                                                 page.pen.horizontal(row.x, row.y, row.w);
                                                 return row.y +
                                                        put_contradiction(page, all[i], row, "figures/dispute/") + 4.0f;
                                             });
                       });
}

}
