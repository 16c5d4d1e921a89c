// What every command of the program needs: files, words in two languages, and output that a terminal can be trusted
// with.
#pragma once

#include "core/snapshot/load.hpp"

#include <cstdio>
#include <string>

namespace atlas::cli {

enum class Exit : int { Good = 0, Bad = 1, Usage = 2 };

struct Words {
    const char* fr;
    const char* en;
};

// The language of the words: that of --lang, else of the environment, else English.
class Console {
public:
    explicit Console(Lang lang) : m_lang(lang) {}

    Lang lang() const { return m_lang; }
    const char* say(Words words) const { return m_lang == Lang::Fr ? words.fr : words.en; }
    const std::string& say(const Text& text) const { return text.in(m_lang); }
    void title(Words words) const;
    void line(const std::string& text) const; // to standard output
    // Errors and warnings, one a line: FILE:LINE:COLUMN: kind: POINTER: sentence.
    void diagnostics(const std::string& path, const LoadResult& result) const;
    // The snapshot, or nothing after telling why.
    std::shared_ptr<const Snapshot> load(const std::string& path) const;

private:
    void diagnostic(const std::string& path, const Diagnostic& diagnostic) const;
    Lang m_lang;
};

// Nothing when the file can't be read; more than the limit of a snapshot is not read.
std::optional<std::string> read_file(const std::string& path);
// Padded with spaces to `width` characters; numbers go to the right.
std::string left(std::string_view text, std::size_t width);
std::string right(std::string_view text, std::size_t width);

}
