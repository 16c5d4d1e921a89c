#include "cli/commands.hpp"
#include "core/base/xml.hpp"
#include "core/read/document_html.hpp"
#include "core/read/read.hpp"
#include "core/state/update.hpp"

namespace atlas::cli {

Exit document(const Console& console, const std::string& path) {
    const std::shared_ptr<const Snapshot> s = console.load(path);
    if (!s) return Exit::Bad;
    const auto index = build_snapshot_index(*s);
    Session session;
    session.state = initial_state(*s, index->ground, console.lang());
    const Result result = evaluate(*s, *index, session.state);
    const Environment environment;
    const Document document = read({*s, *index, session, result, environment});
    console.line("<!doctype html>\n<html lang=\"" + xml_escaped(console.lang().tag()) +
                 "\">\n<meta charset=\"utf-8\">\n" + "<title>" + xml_escaped(document.root.heading.words) +
                 "</title>\n" + document_html(document));
    return Exit::Good;
}

}
