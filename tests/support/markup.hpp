#pragma once
// Reads markup as an XML parser would, for tests of what writes it.

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace atlas {

struct MarkupTag {
    std::string name; // "/p" closes
    std::string attributes;
    std::string text; // behind it, still escaped
};

// What is wrong first, empty when every tag closes in order, attributes are quoted and no character is left unescaped.
inline std::string read_markup(std::string_view markup, std::vector<MarkupTag>& tags) {
    std::vector<std::string> open;
    const auto fault = [&](std::size_t at, const char* what) {
        return std::string(what) + " at: " + std::string(markup.substr(at, 60));
    };
    for (std::size_t at = 0; at < markup.size();) {
        if (markup[at] != '<') return fault(at, "text outside");
        const std::size_t end = markup.find('>', at);
        if (end == markup.npos) return fault(at, "a tag without end");
        const std::string_view inside = markup.substr(at + 1, end - at - 1);
        const std::size_t space = std::min(inside.find(' '), inside.size());
        MarkupTag tag{std::string(inside.substr(0, space)), std::string(inside.substr(space)), {}};
        std::size_t quotes = 0;
        for (const char c : tag.attributes) quotes += c == '"' ? 1 : 0;
        if (quotes % 2 != 0 || tag.attributes.find('<') != std::string::npos) return fault(at, "a bad attribute");
        if (tag.name.starts_with('/')) {
            if (open.empty() || open.back() != tag.name.substr(1)) return fault(at, "closes what is not open");
            open.pop_back();
        } else {
            for (const char c : tag.name)
                if (std::isalnum(static_cast<unsigned char>(c)) == 0) return fault(at, "a bad name");
            open.push_back(tag.name);
        }
        at = std::min(markup.find('<', end), markup.size());
        tag.text = markup.substr(end + 1, at - end - 1);
        if (open.empty() && tag.text.find_first_not_of(" \n") != std::string::npos) return fault(end, "text outside");
        for (std::size_t i = tag.text.find('&'); i != std::string::npos; i = tag.text.find('&', i + 1)) {
            const std::string_view rest = std::string_view(tag.text).substr(i);
            bool is_known = false;
            for (const std::string_view entity : {"&lt;", "&gt;", "&amp;", "&quot;", "&#39;"})
                is_known |= rest.starts_with(entity);
            if (!is_known) return fault(end, "an unknown entity");
        }
        tags.push_back(std::move(tag));
    }
    return open.empty() ? std::string() : "never closed: " + open.back();
}

}
