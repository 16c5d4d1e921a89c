// Every pair of ink and ground that is drawn, found in the scenes themselves: text reads at 4.5, icons at 3, in every
// theme.
#include "core/ui/tokens.hpp"
#include "support/stage.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <compare>
#include <map>
#include <set>

using namespace atlas;

namespace {

constexpr std::uint8_t k_least_alpha = 128; // less than this tints what lies below

struct Backdrop {
    Ink ink = Ink::None;
    std::uint8_t alpha = 255;
    Ink below = Ink::None; // seen through it
    auto operator<=>(const Backdrop&) const = default;
};

Rgb seen(const Backdrop& ground, Palette palette) {
    const Rgb over = colour_of(ground.ink, palette), under = colour_of(ground.below, palette);
    const auto mixed = [&](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>((a * ground.alpha + b * (255 - ground.alpha)) / 255);
    };
    return {mixed(over.r, under.r), mixed(over.g, under.g), mixed(over.b, under.b)};
}

// What lies under what was drawn so far: opaque fills, in painter's order.
class Grounds {
public:
    void add(const Record& record) {
        if (const auto* clip = std::get_if<rec::ClipPush>(&record)) m_clips.push_back(clip->rect);
        if (std::holds_alternative<rec::ClipPop>(record)) m_clips.pop_back();
        if (const auto* fill = std::get_if<rec::RectFill>(&record)) add_fill(fill->rect, fill->paint);
        if (const auto* disc = std::get_if<rec::Disc>(&record)) {
            const float inside = disc->radius * 0.7f; // the square in the disc
            add_fill({disc->centre.x - inside, disc->centre.y - inside, 2 * inside, 2 * inside}, disc->paint);
        }
        if (const auto* hatch = std::get_if<rec::Hatch>(&record))
            m_hatches.push_back({hatch->rect, {hatch->paint.ink}});
    }
    [[nodiscard]] bool is_visible(Point at) const {
        return std::all_of(m_clips.begin(), m_clips.end(), [&](const Rect& clip) { return clip.contains(at); });
    }
    // The fill, and the lines over it.
    [[nodiscard]] std::set<Backdrop> under(Point at) const {
        std::set<Backdrop> grounds;
        const auto fill =
            std::find_if(m_fills.rbegin(), m_fills.rend(), [&](const Fill& each) { return each.rect.contains(at); });
        if (fill != m_fills.rend()) grounds.insert(fill->ground);
        for (const Fill& hatch : m_hatches)
            if (hatch.rect.contains(at)) grounds.insert(hatch.ground);
        return grounds;
    }

private:
    struct Fill {
        Rect rect;
        Backdrop ground;
    };
    void add_fill(const Rect& rect, Paint paint) {
        if (paint.alpha < k_least_alpha || (!m_clips.empty() && m_clips.back().is_empty())) return;
        const std::set<Backdrop> below = paint.alpha < 255 ? under(rect.centre()) : std::set<Backdrop>{};
        m_fills.push_back({rect, {paint.ink, paint.alpha, below.empty() ? Ink::None : below.begin()->ink}});
        std::erase_if(m_hatches, [&](const Fill& hatch) { return rect.contains(hatch.rect.centre()); });
    }
    std::vector<Rect> m_clips;
    std::vector<Fill> m_fills, m_hatches;
};

using Pair = std::pair<Ink, Backdrop>;

struct Drawn {
    std::map<Pair, std::string> texts, icons; // with an example

    void add(const Scene& scene, const std::string& where) {
        Grounds grounds;
        for (const Record& record : scene.records) {
            if (const auto* run = std::get_if<rec::TextRun>(&record)) add_text(*run, grounds, where);
            if (const auto* icon = std::get_if<rec::IconRun>(&record)) {
                if (!grounds.is_visible(icon->centre)) continue;
                for (const Backdrop& ground : grounds.under(icon->centre))
                    icons.try_emplace({icon->paint.ink, ground}, where);
            }
            grounds.add(record);
        }
    }

private:
    void add_text(const rec::TextRun& run, const Grounds& grounds, const std::string& where) {
        const auto [left, right] = extent(run);
        const Point middle{(left + right) * 0.5f, run.at.y - run.size_px * 0.35f};
        if (run.text.empty() || !grounds.is_visible(middle)) return;
        if (run.halo.ink != Ink::None)
            texts.try_emplace({run.paint.ink, Backdrop{run.halo.ink}}, where + ": " + run.text);
        if (run.halo.ink != Ink::None) return;
        for (const Backdrop& ground : grounds.under(middle))
            texts.try_emplace({run.paint.ink, ground}, where + ": " + run.text);
    }
};

Drawn everything_drawn() {
    Drawn drawn;
    const std::pair<float, float> k_sizes[] = {
        {1280.0f, 2400.0f}, {1280.0f, 800.0f}, {1000.0f, 700.0f}, {640.0f, 420.0f}, {390.0f, 844.0f}};
    for (const auto& [width, height] : k_sizes)
        for (const View view : {View::Map, View::Timeline, View::List, View::Stories, View::Figures})
            for (const bool is_busy : {false, true}) {
                Stage stage(Lang::Fr, width, height);
                stage.send(act::SetView{view});
                if (is_busy) {
                    stage.send(act::Select{"nextmove"});
                    stage.send(act::SetCompare{parse_partial_date("2010")});
                    stage.send(act::ToggleFacet{Facet::Domain, "mobility"});
                }
                const std::string where =
                    std::to_string(static_cast<int>(width)) + "/" + std::to_string(static_cast<int>(view));
                drawn.add(stage.show(), where);
                if (view != View::Map || is_busy) continue; // sheets lie over any view
                for (const Sheet sheet :
                     {Sheet::Help, Sheet::Share, Sheet::Export, Sheet::SourceList, Sheet::Filters}) {
                    stage.send(act::OpenSheet{sheet, {}});
                    drawn.add(stage.show(), where + "/sheet");
                }
            }
    return drawn;
}

void check(const std::map<Pair, std::string>& pairs, double least) {
    for (const Palette palette : {Palette::Light, Palette::Dark, Palette::Contrast})
        for (const auto& entry : pairs) {
            const Pair pair = entry.first;
            const std::string& where = entry.second;
            if (pair.first == pair.second.ink) continue; // what is hidden behind a later fill of the same ink
            CAPTURE(static_cast<int>(palette));
            CAPTURE(ink_name(pair.first));
            CAPTURE(ink_name(pair.second.ink));
            CAPTURE(where);
            CHECK(contrast_ratio(colour_of(pair.first, palette), seen(pair.second, palette)) >= least);
        }
}

}

TEST_CASE("every text that is drawn reads on what it is drawn on, and every icon is seen") {
    const Drawn drawn = everything_drawn();
    REQUIRE(drawn.texts.size() > 15); // so many kinds of text and ground that a scene without any would be noticed
    REQUIRE(drawn.icons.size() > 10);
    check(drawn.texts, 4.5);
    check(drawn.icons, 3.0);
}

TEST_CASE("marks on the map and in bars stand out from their ground") {
    for (const Palette palette : {Palette::Light, Palette::Dark, Palette::Contrast})
        for (const Pair& pair : {Pair{Ink::Ghost, Backdrop{Ink::Land}}, Pair{Ink::Ghost, Backdrop{Ink::Sea}},
                                 Pair{Ink::Leader, Backdrop{Ink::Land}}, Pair{Ink::Leader, Backdrop{Ink::Sea}},
                                 Pair{Ink::BarEmpty, Backdrop{Ink::Panel}}}) {
            CAPTURE(static_cast<int>(palette));
            CAPTURE(ink_name(pair.first));
            CAPTURE(ink_name(pair.second.ink));
            CHECK(contrast_ratio(colour_of(pair.first, palette), seen(pair.second, palette)) >= 3.0);
        }
}
