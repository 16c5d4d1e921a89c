// A Document as HTML: well-formed whatever its words are.
#include "core/read/document_html.hpp"

#include "core/read/read.hpp"
#include "core/read/section_writer.hpp"
#include "support/markup.hpp"
#include "support/stage.hpp"

#include <doctest/doctest.h>
#include <set>

using namespace atlas;

namespace {

bool holds(const std::string& all, std::string_view words) {
    return all.find(words) != std::string::npos;
}

}

TEST_CASE("the HTML is well-formed, its headings go down one by one, its links lead somewhere") {
    for (const Lang lang : {Lang::Fr, Lang::En, *Lang::parse("de")})
        for (const int title_level : {1, 2}) {
            Stage reader(lang);
            reader.session.state.selected = "nextmove";
            reader.session.state.compare = parse_partial_date("2007-07");
            const std::string html = document_html(read(reader.input()), {title_level, "text-"});
            std::vector<MarkupTag> tags;
            CHECK(read_markup(html, tags) == "");
            int level = title_level - 1;
            std::set<std::string> ids, targets;
            for (const MarkupTag& tag : tags) {
                if (tag.name.size() == 2 && tag.name[0] == 'h') {
                    const int next = tag.name[1] - '0';
                    CHECK(next <= level + 1);
                    CHECK(next >= title_level);
                    CHECK(tag.text.size() > 1);
                    level = next;
                }
                if (const std::size_t id = tag.attributes.find("id=\""); id != std::string::npos)
                    CHECK(ids.insert(tag.attributes.substr(id + 4, tag.attributes.find('"', id + 4) - id - 4)).second);
                if (const std::size_t to = tag.attributes.find("href=\"#text-"); to != std::string::npos)
                    targets.insert(tag.attributes.substr(to + 7, tag.attributes.find('"', to + 7) - to - 7));
            }
            CHECK(ids == targets);
            CHECK(ids.size() > 8);
        }
}

TEST_CASE("words are never markup, and links never act") {
    Document document{Lang::Fr, {"title", {"<b>&\"'"}}};
    SectionWriter root(document.root, Lang::Fr);
    root.paragraph(Phrase{"<script>alert(1)</script>", "javascript:alert(1)"});
    root.paragraph(Phrase{"quoted", "https://example.org/\"onclick=\"x"});
    root.begin("\"><i>", {"<i>"}).list(std::vector<std::string>{"]]>"});
    const std::string html = document_html(document);
    std::vector<MarkupTag> tags;
    CHECK(read_markup(html, tags) == "");
    CHECK_FALSE(holds(html, "<script"));
    CHECK_FALSE(holds(html, "javascript"));
    CHECK_FALSE(holds(html, "\"onclick"));
    for (const MarkupTag& tag : tags) CHECK(tag.name != "i");
}

TEST_CASE("a text in another language says which") {
    Text text;
    text.add(Lang::Fr, "bonjour");
    Section section;
    CHECK(SectionWriter(section, Lang::Fr).told(text).lang == Lang());
    CHECK(SectionWriter(section, *Lang::parse("fr-CA")).told(text).lang == Lang());
    CHECK(SectionWriter(section, Lang::En).told(text).lang == Lang::Fr);
    CHECK(SectionWriter(section, Lang::En).told(Text("DREAM")).lang == Lang());
}
