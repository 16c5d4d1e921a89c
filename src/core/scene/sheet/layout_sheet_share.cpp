// Share, report, export: what leaves the atlas. The page does what only a page can do (clipboard, downloads, print).

#include "core/read/citation.hpp"
#include "core/read/wording.hpp"
#include "core/scene/sheet/layout_sheet.hpp"
#include "core/scene/sheet/qr.hpp"
#include "core/state/permalink.hpp"

namespace atlas {

namespace {

constexpr float k_qr = 164.0f;

void put_quote(SheetColumn& column, std::string_view words) {
    const Type type{12.0f, FontWeight::Regular, Ink::Text};
    const std::size_t behind = column.pen.scene().records.size();
    const float top = column.y;
    column.y += 8.0f;
    SheetColumn inner = column;
    inner.x += 12.0f;
    inner.w -= 24.0f;
    inner.line(words, type, 17.0f);
    column.y = inner.y + 6.0f;
    column.count = inner.count;
    std::vector<Record>& records = column.pen.scene().records;
    records.insert(records.begin() + static_cast<std::ptrdiff_t>(behind),
                   rec::RectFill{{column.x, top, column.w, column.y - top}, 6.0f, {Ink::Sunken}});
    column.y += 8.0f;
}

void put_copy(SheetColumn& column, Msg label, const std::string& id, act::Ask ask) {
    const Button button{.id = id,
                        .label = std::string(say(label, column.lang())),
                        .icon = Icon::Link,
                        .look = ButtonLook::Outline,
                        .zone = Zone::Sheet,
                        .action = std::move(ask)};
    put_button(column.input, column.pen, {column.x, column.y, button_width(button), 34.0f}, button);
    column.y += 42.0f;
}

// Black on white in every theme, with the four modules of white that readers need.
void put_qr(SheetColumn& column, std::string_view link) {
    const auto code = qr_code(link);
    if (!code) return;
    column.heading(say(Msg::ShareQr, column.lang()));
    const float side = std::min(k_qr, column.w);
    const float module = side / static_cast<float>(code->size + 8);
    const Rect paper{column.x, column.y, side, side};
    column.pen.rect(paper, Ink::PaperWhite);
    for (int y = 0; y < code->size; ++y)
        for (int x = 0; x < code->size;) {
            if (!code->is_dark(x, y)) {
                ++x;
                continue;
            }
            int end = x;
            while (end < code->size && code->is_dark(end, y)) ++end;
            column.pen.rect({paper.x + static_cast<float>(x + 4) * module, paper.y + static_cast<float>(y + 4) * module,
                             static_cast<float>(end - x) * module, module + 0.05f},
                            Ink::PaperBlack);
            x = end;
        }
    column.pen.node({.id = "sheet/qr",
                     .name = std::string(say(Msg::ShareQr, column.lang())),
                     .value = std::string(link),
                     .zone = Zone::Sheet,
                     .role = Role::Image,
                     .rect = paper,
                     .cursor = Cursor::Default});
    column.y += side + 12.0f;
}

std::string embed_code(const LayoutInput& input) {
    const std::string link = page_link(input);
    return "<iframe src=\"" + link + "\" width=\"100%\" height=\"600\" title=\"" + title_of(input) +
           "\" loading=\"lazy\" allow=\"fullscreen\"></iframe>";
}

std::string percent_encoded(std::string_view text) {
    static constexpr char k_digits[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                              (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' || byte == '.';
        if (is_plain) {
            out += c;
            continue;
        }
        out += '%';
        out += k_digits[byte >> 4];
        out += k_digits[byte & 15];
    }
    return out;
}

// Where reports go: the page that shows the atlas knows better than the data.
const std::string& chosen_address(const LayoutInput& input) {
    const std::string& of_host = input.environment.report_address;
    return of_host.empty() ? input.snapshot.meta.report_url : of_host;
}

// A mail or an issue, with title and text filled in.
std::string report_address(std::string_view base, std::string_view title, std::string_view body) {
    const bool is_mail = base.starts_with("mailto:");
    const char first = base.find('?') == std::string_view::npos ? '?' : '&';
    return std::string(base) + first + (is_mail ? "subject=" : "title=") + percent_encoded(title) +
           "&body=" + percent_encoded(body);
}

}

void sheet_share(SheetColumn& column) {
    const Lang lang = column.lang();
    const std::string link = page_link(column.input), sentence = result_sentence(column.input);
    // A kiosk has no clipboard, printer or disk for its visitors; their phone is the way out.
    if (column.input.environment.mode == Mode::Kiosk) return put_qr(column, link);
    const std::string citation = result_citation(column.input, link);
    put_quote(column, link);
    put_copy(column, Msg::ShareCopyLink, "sheet/copy-link", {act::Service::CopyLink, {}});
    column.remark(say(Msg::ShareLinkNote, lang));
    column.heading(say(Msg::ShareSentence, lang));
    put_quote(column, sentence);
    put_copy(column, Msg::ShareCopySentence, "sheet/copy-sentence", {act::Service::CopySentence, sentence});
    column.heading(say(Msg::ShareCitation, lang));
    put_quote(column, citation);
    put_copy(column, Msg::ShareCopyCitation, "sheet/copy-citation", {act::Service::CopyCitation, citation});
    if (!column.input.environment.page_address.empty()) {
        put_qr(column, link);
        column.heading(say(Msg::ShareEmbed, lang));
        put_quote(column, embed_code(column.input));
        put_copy(column, Msg::ShareCopyEmbed, "sheet/copy-embed",
                 {act::Service::CopyCitation, embed_code(column.input)});
    }
    column.action(Icon::Download, say(Msg::Export, lang), {}, "sheet/to-export", act::OpenSheet{Sheet::Export, {}});
    column.action(Icon::Download, say(Msg::ShareSavePage, lang), {}, "sheet/save-page",
                  act::Ask{act::Service::SavePage, {}});
    column.action(Icon::List, say(Msg::SharePrint, lang), {}, "sheet/print", act::Ask{act::Service::Print, {}});
}

void sheet_report(SheetColumn& column, std::string_view cluster_id) {
    const Lang lang = column.lang();
    const Snapshot& snapshot = column.snapshot();
    const auto index = snapshot.find_cluster(cluster_id);
    const std::string name = index ? snapshot.clusters[*index].name : snapshot.meta.title.in(lang);
    const std::string title = say(Msg::ReportTitle, lang, {name});
    const std::string body =
        say(Msg::ReportBody, lang, {name, cluster_id, to_string(snapshot.meta.snapshot_date), page_link(column.input)});
    column.line(say(Msg::ReportLead, lang));
    put_quote(column, title + "\n" + body);
    put_copy(column, Msg::ReportCopy, "sheet/copy-report", {act::Service::CopyCitation, title + "\n" + body});
    const std::string& address = chosen_address(column.input);
    if (address.starts_with("mailto:"))
        column.link(say(Msg::ReportMail, lang), report_address(address, title, body));
    else if (address.starts_with("https://"))
        column.link(say(Msg::ReportOpen, lang), report_address(address, title, body));
    else
        column.remark(say(Msg::ReportCopied, lang));
}

void sheet_export(SheetColumn& column) {
    const Lang lang = column.lang();
    std::string what = result_sentence(column.input);
    if (what.ends_with(".")) what.pop_back();
    column.line(say(Msg::ExportLead, lang, {what}));
    column.gap(6.0f);
    const auto put = [&](Icon icon, Msg name, Msg hint, const std::string& kind) {
        column.action(icon, say(name, lang), say(hint, lang), "sheet/export/" + kind,
                      act::Ask{act::Service::Export, kind});
    };
    put(Icon::List, Msg::ExportAsCsv, Msg::ExportAsCsvHint, "csv");
    put(Icon::List, Msg::ExportAsCsvFr, Msg::ExportAsCsvFrHint, "csv-fr");
    put(Icon::Download, Msg::ExportAsJson, Msg::ExportAsJsonHint, "json");
    put(Icon::Map, Msg::ExportAsGeojson, Msg::ExportAsGeojsonHint, "geojson");
    put(Icon::Map, Msg::ExportAsSvg, Msg::ExportAsSvgHint, "svg");
    put(Icon::Map, Msg::ExportAsPng, Msg::ExportAsPngHint, "png");
    if (column.input.result.changes) put(Icon::Compare, Msg::ExportAsChanges, Msg::ExportAsChangesHint, "changes.csv");
}

}
