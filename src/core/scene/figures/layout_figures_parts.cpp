// Leverage, members, money: three boxes that each refuse a tempting lie. Two measures are not one series; shares that
// make 88 % are not stretched to 100; a sum is shown with its parts, checked.

#include "core/base/order.hpp"
#include "core/read/figure_words.hpp"
#include "core/read/wording.hpp"
#include "core/scene/figures/layout_figures.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {

namespace {

constexpr float k_pad = 18.0f;

std::string_view unit_of(const Snapshot& snapshot, const Figure& figure) {
    return snapshot.units[figure.quantity.unit].id;
}

double value_of(const Figure& figure) {
    return figure.quantity.values.empty() ? 0.0 : figure.quantity.values.front();
}

std::vector<const Figure*> figures_where(const Snapshot& snapshot, bool (*wanted)(const Snapshot&, const Figure&)) {
    std::vector<const Figure*> found;
    for (const Figure& figure : snapshot.figures)
        if (wanted(snapshot, figure) && figure.quantity.values.size() == 1) found.push_back(&figure);
    sort_stable(found, [](const Figure* a, const Figure* b) { return last_day(a->date) < last_day(b->date); });
    return found;
}

void underline_when_hot(FiguresPage& page, const std::string& id, const Rect& rect) {
    if (is_hovered(page.input, id)) page.pen.frame(rect.inset(-3.0f), Ink::Accent, 4.0f, 1.0f);
}

}

bool figures_leverage(FiguresPage& page, const Rect& rect) {
    const auto figures = figures_where(page.snapshot(), [](const Snapshot& s, const Figure& f) {
        return s.units[f.quantity.unit].id.ends_with("per-public-eur");
    });
    if (figures.empty()) return false;
    const Point start = page.box(rect, "figures/leverage", say(Msg::FiguresLeverage, page.lang()),
                                 say(Msg::FiguresLeverageLead, page.lang()));
    float most = 1.0f;
    for (const Figure* figure : figures) most = std::max(most, static_cast<float>(value_of(*figure)));
    const float left = start.x + 44.0f, unit_px = (rect.right() - k_pad - 52.0f - left) / std::ceil(most);
    const float pitch = (rect.bottom() - 10.0f - start.y) / static_cast<float>(figures.size());
    float y = start.y;
    for (const Figure* figure : figures) {
        const bool is_private = unit_of(page.snapshot(), *figure).find("private") != std::string_view::npos;
        const std::string id = "figures/figure/" + figure->id;
        page.pen.text({start.x, y + 17.0f}, format_date(figure->date, page.lang()),
                      {12.0f, FontWeight::Regular, Ink::Text2});
        for (double from = 0.0; from < value_of(*figure); from += 1.0) {
            const auto part = static_cast<float>(std::min(1.0, value_of(*figure) - from));
            const Rect bar{left + static_cast<float>(from) * unit_px, y + 4.0f, part * unit_px - 3.0f, 18.0f};
            page.pen.rect(bar, is_private ? Ink::AccentSoft : Ink::Accent, 3.0f);
            if (!is_private) continue;
            page.pen.hatch(bar, Ink::Accent, 6.0f, 1.0f);
            page.pen.frame(bar, Ink::Accent, 3.0f, 1.2f);
        }
        const float end = left + static_cast<float>(value_of(*figure)) * unit_px;
        page.pen.text({end + 6.0f, y + 18.0f}, quantity_words(page.snapshot(), figure->quantity, page.lang()),
                      {14.0f, FontWeight::SemiBold});
        const Type quiet{11.0f, FontWeight::Regular, Ink::Text2};
        page.pen.text({left, y + 34.0f},
                      ellipsis(page.snapshot().units[figure->quantity.unit].name.in(page.lang()) + " · " +
                                   figure_source_words(page.snapshot(), *figure),
                               quiet, rect.right() - k_pad - left),
                      quiet);
        const Rect hit{start.x, y, rect.w - 2 * k_pad, std::max(24.0f, std::min(38.0f, pitch - 2.0f))};
        underline_when_hot(page, id, hit);
        page.trace(hit, id, figure_words(page.snapshot(), *figure, page.lang()), about::Figure{figure->id});
        y += pitch;
    }
    return true;
}

// Shares are the percentages of one date that one contradiction ties together: parts of a whole that do not make it up.
// Percentages that exceed it together are no parts of it.
bool are_shares(const Snapshot& snapshot, const Contradiction& contradiction) {
    if (contradiction.figures.size() < 2) return false;
    double sum = 0.0;
    for (const FigureIndex index : contradiction.figures) {
        const Figure &figure = snapshot.figures[index], &first = snapshot.figures[contradiction.figures.front()];
        if (snapshot.units[figure.quantity.unit].id != "%" || figure.date != first.date) return false;
        sum += figure.quantity.values.empty() ? 0.0 : figure.quantity.values.front();
    }
    return sum <= 100.0;
}

bool figures_members(FiguresPage& page, const Rect& rect) {
    const std::vector<Contradiction>& all = page.snapshot().contradictions;
    const auto whole = std::find_if(all.begin(), all.end(),
                                    [&](const Contradiction& each) { return are_shares(page.snapshot(), each); });
    if (whole == all.end()) return false;
    std::vector<const Figure*> shares;
    for (const FigureIndex index : whole->figures) shares.push_back(&page.snapshot().figures[index]);
    sort_stable(shares, [](const Figure* a, const Figure* b) { return value_of(*a) > value_of(*b); });
    double sum = 0.0;
    for (const Figure* share : shares) sum += value_of(*share);
    if (sum <= 0.0) return false;
    const Lang lang = page.lang();
    const auto percent = [&](double value) {
        return write_form(Form::NumberPercent, lang, format_number(value, lang));
    };
    const Point start = page.box(rect, "figures/members", say(Msg::FiguresMembers, lang),
                                 say(Msg::FiguresMembersLead, lang, {percent(sum)}));
    const float width = rect.w - 2 * k_pad, px = width / static_cast<float>(std::max(100.0, sum));
    static constexpr float k_opacity[] = {1.0f, 0.87f, 0.76f, 0.6f};
    float x = start.x, y = start.y + 54.0f;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        const auto share = static_cast<float>(value_of(*shares[i])) * px;
        const std::string id = "figures/figure/" + shares[i]->id;
        const float opacity = k_opacity[std::min<std::size_t>(i, 3)];
        page.pen.rect({x, start.y, share - 2.0f, 34.0f}, Ink::Accent, 3.0f, opacity);
        if (share > 34.0f)
            page.pen.text({x + share * 0.5f, start.y + 21.5f}, percent(value_of(*shares[i])),
                          {13.0f, FontWeight::SemiBold, Ink::OnAccent, Align::Centre});
        page.pen.rect({start.x, y, 10.0f, 10.0f}, Ink::Accent, 2.0f, opacity);
        const Type type{12.0f};
        page.pen.text({start.x + 18.0f, y + 9.0f}, ellipsis(shares[i]->statement.in(lang), type, width - 60.0f), type);
        page.pen.text({rect.right() - k_pad, y + 9.0f}, percent(value_of(*shares[i])),
                      {12.0f, FontWeight::SemiBold, Ink::Text, Align::Right});
        const Rect row{start.x, y - 7.0f, width, 24.0f};
        underline_when_hot(page, id, row.inset(3.0f));
        page.trace(row, id, figure_words(page.snapshot(), *shares[i], page.lang()), about::Figure{shares[i]->id});
        x += share;
        y += 26.0f;
    }
    if (sum >= 100.0) return true;
    const Rect rest{x, start.y, start.x + width - x, 34.0f};
    page.pen.hatch(rest, Ink::Hatch);
    page.pen.frame(rest, Ink::Control, 3.0f);
    page.pen.text({rest.centre().x, start.y + 22.0f}, percent(100.0 - sum),
                  {12.0f, FontWeight::SemiBold, Ink::Text, Align::Centre, Ink::Raised});
    page.pen.hatch({start.x, y, 10.0f, 10.0f}, Ink::Control, 4.0f, 1.0f);
    page.pen.frame({start.x, y, 10.0f, 10.0f}, Ink::Control, 2.0f);
    page.pen.text({start.x + 18.0f, y + 9.0f}, say(Msg::FiguresUndescribed, lang), {12.0f});
    page.pen.text({rect.right() - k_pad, y + 9.0f}, percent(100.0 - sum),
                  {12.0f, FontWeight::SemiBold, Ink::Text, Align::Right});
    page.trace({start.x, y - 7.0f, width, 24.0f}, "figures/undescribed",
               std::string(say(Msg::FiguresUndescribed, lang)) + " " + percent(100.0 - sum),
               about::Contradiction{whole->id});
    return true;
}

bool figures_money(FiguresPage& page, const Rect& rect) {
    const auto figures = figures_where(page.snapshot(), [](const Snapshot& s, const Figure& f) {
        return f.topic == "money" && !s.phases.empty() && f.phase == s.phases.front().number &&
               s.units[f.quantity.unit].id == "EUR";
    });
    if (figures.size() < 2) return false;
    const Lang lang = page.lang();
    const Figure* total = *std::max_element(
        figures.begin(), figures.end(), [](const Figure* a, const Figure* b) { return value_of(*a) < value_of(*b); });
    double sum = 0.0;
    std::vector<std::string> terms;
    for (const Figure* figure : figures)
        if (figure != total) {
            sum += value_of(*figure);
            terms.push_back(format_number(value_of(*figure) / 1e6, lang));
        }
    const bool adds_up = std::abs(sum - value_of(*total)) < 0.5;
    const std::string all = quantity_words(page.snapshot(), total->quantity, lang);
    const std::string lead = adds_up ? say(Msg::FiguresMoneyLead, lang, {all})
                                     : say(Msg::FiguresMoneyDiffers, lang, {all, money_words(sum, lang)});
    const std::string years = year_span(total->date.year, total->until.value_or(total->date).year);
    const Point start = page.box(rect, "figures/money", say(Msg::FiguresMoney, lang, {years}), lead);
    float most = 1.0f, y = start.y;
    for (const Figure* figure : figures)
        if (figure != total) most = std::max(most, static_cast<float>(value_of(*figure)));
    for (const Figure* figure : figures) {
        if (figure == total) continue;
        const std::string id = "figures/figure/" + figure->id;
        const Type type{12.0f};
        page.pen.text({start.x, y + 10.0f}, ellipsis(figure->statement.in(lang), type, rect.w - 2 * k_pad), type);
        const float w = (rect.w - 120.0f) * static_cast<float>(value_of(*figure)) / most;
        page.pen.rect({start.x, y + 16.0f, w, 20.0f}, Ink::Accent, 3.0f);
        page.pen.text({start.x + w + 9.0f, y + 31.0f}, quantity_words(page.snapshot(), figure->quantity, lang),
                      {13.0f, FontWeight::SemiBold});
        const Rect hit{start.x, y - 2.0f, rect.w - 2 * k_pad, 40.0f};
        underline_when_hot(page, id, hit);
        page.trace(hit, id, figure_words(page.snapshot(), *figure, page.lang()), about::Figure{figure->id});
        y += 48.0f;
    }
    page.pen.horizontal(start.x, y - 2.0f, rect.w - 2 * k_pad);
    const std::string millions = say(Msg::FiguresMillions, lang, {format_number(value_of(*total) / 1e6, lang)});
    const std::string equation = join(terms, " + ") + (adds_up ? " = " : " ≠ ") + millions;
    page.pen.text({start.x, y + 18.0f}, equation, {12.0f, FontWeight::Regular, Ink::Text2});
    if (adds_up) page.pen.icon({rect.right() - 26.0f, y + 14.0f}, Icon::Check, 14.0f, Ink::Text, IconStyle::Bold);
    page.trace({start.x, y + 2.0f, rect.w - 2 * k_pad, 24.0f}, "figures/figure/" + total->id,
               figure_words(page.snapshot(), *total, page.lang()), about::Figure{total->id});
    return true;
}

}
