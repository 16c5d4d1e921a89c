// Whatever snapshot loads: every file made of it reads back by a reader that knows nothing of the writer, with a row or
// a feature for each cluster shown, and no cell that a spreadsheet would calculate.
#include "app/atlas.hpp"
#include "core/export/export.hpp"

#include <cstdlib>
#include <nlohmann/json.hpp>

using namespace atlas;

namespace {

using Rows = std::vector<std::vector<std::string>>;

void demand(bool is_so) {
    if (!is_so) std::abort();
}

// RFC 4180, with nothing forgiven.
Rows read_csv(std::string_view text, char separator) {
    Rows rows;
    std::vector<std::string> row(1);
    std::size_t i = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (i < text.size()) {
        if (text[i] == '"') {
            for (++i; text.substr(i, 1) != "\"" || text.substr(i, 2) == "\"\""; ++i) {
                demand(i < text.size());
                if (text[i] == '"') ++i;
                row.back() += text[i];
            }
            ++i;
        } else {
            while (i < text.size() && text[i] != separator && text[i] != '\r') {
                demand(text[i] != '"' && text[i] != '\n');
                row.back() += text[i++];
            }
        }
        demand(i < text.size());
        if (text[i] == separator) {
            row.emplace_back();
            ++i;
            continue;
        }
        demand(text.substr(i, 2) == "\r\n");
        i += 2;
        rows.push_back(std::exchange(row, std::vector<std::string>(1)));
    }
    demand(row.size() == 1 && row[0].empty());
    return rows;
}

bool is_number(const std::string& cell) {
    return !cell.empty() && cell.find_first_not_of("0123456789.,-eE+") == cell.npos;
}

void check_table(const std::string& text, char separator, std::size_t count) {
    const Rows rows = read_csv(text, separator);
    demand(rows.size() == count + 1);
    for (const auto& row : rows) {
        demand(row.size() == rows[0].size());
        for (const std::string& cell : row) {
            const std::size_t first = cell.find_first_not_of(' ');
            const bool is_sign =
                first != cell.npos && std::string_view("=+-@").find(cell[first]) != std::string_view::npos;
            demand(!is_sign || is_number(cell));
        }
    }
}

// Every element that opens closes, in order, and no "<" or "&" stands alone.
void check_xml(std::string_view text) {
    std::vector<std::string_view> open;
    for (std::size_t i = text.find('<'); i != text.npos; i = text.find('<', i + 1)) {
        const std::size_t end = text.find('>', i);
        demand(end != text.npos);
        const std::string_view tag = text.substr(i + 1, end - i - 1);
        demand(!tag.empty() && tag.find('<') == tag.npos);
        const std::string_view name =
            tag.substr(tag[0] == '/' ? 1 : 0).substr(0, tag.find_first_of(" />\n", 1) - (tag[0] == '/' ? 1 : 0));
        demand(name != "script" && name != "foreignObject");
        if (tag[0] == '/') {
            demand(!open.empty() && open.back() == name);
            open.pop_back();
        } else if (tag.back() != '/' && tag[0] != '?') {
            open.push_back(name);
        }
    }
    demand(open.empty());
}

}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    app::Atlas atlas;
    if (!atlas.load({reinterpret_cast<const char*>(data), size}).snapshot) return 0;
    const std::size_t shown = atlas.result().shown.size();
    const LayoutInput input = atlas.layout_input();
    const auto made = [&](std::string_view kind) { return export_text(kind, input, "https://atlas.example/#v1"); };
    check_table(made("csv"), ',', shown);
    check_table(made("csv-fr"), ';', shown);
    const nlohmann::json features = nlohmann::json::parse(made("geojson"), nullptr, false);
    demand(!features.is_discarded() && features.at("features").size() == shown);
    app::Atlas again;
    demand(again.load(made("json")).snapshot != nullptr);
    demand(again.snapshot().clusters.size() >= shown);
    check_xml(made("svg"));
    demand(is_valid_utf8(made("citation")) && is_valid_utf8(made("sentence")));
    return 0;
}
