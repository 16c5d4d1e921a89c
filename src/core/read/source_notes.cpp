#include "core/read/source_notes.hpp"

#include "core/base/messages.hpp"

namespace atlas {

std::string source_about_words(const Source& source, Lang lang) {
    const std::string date = source.date ? format_date(*source.date, lang) : std::string(say(Msg::SourceUndated, lang));
    return source.publisher.empty() ? date : source.publisher + ", " + date;
}

std::vector<std::string> source_remarks(const Source& source, Lang lang) {
    std::vector<std::string> remarks;
    if (!source.note.empty()) remarks.push_back(source.note.in(lang));
    if (!source.licence.empty()) remarks.push_back(say(Msg::CitationLicence, lang, {source.licence.in(lang)}));
    if (source.kind == SourceKind::Recollection) remarks.emplace_back(say(Msg::SourceRecollection, lang));
    if (source.kind == SourceKind::Inference) remarks.emplace_back(say(Msg::SourceInference, lang));
    if (source.url.empty()) remarks.emplace_back(say(Msg::SourceNoLink, lang));
    return remarks;
}

}
