#include "cli/console.hpp"

namespace atlas::cli {

namespace {

constexpr std::size_t k_most_bytes = (std::size_t{32} << 20) + 1; // one more than the loader takes, so that it says so

}

void Console::title(Words words) const {
    std::printf("\n%s\n", say(words));
}
void Console::line(const std::string& text) const {
    std::printf("%s\n", text.c_str());
}

void Console::diagnostic(const std::string& path, const Diagnostic& d) const {
    const char* kind =
        d.severity == Severity::Error ? say(Words{"erreur", "error"}) : say(Words{"avertissement", "warning"});
    std::fprintf(stderr, "%s:%d:%d: %s: %s%s%s\n", path.c_str(), d.line, d.column, kind, clean_text(d.pointer).c_str(),
                 d.pointer.empty() ? "" : ": ", say(d.message).c_str());
}

void Console::diagnostics(const std::string& path, const LoadResult& result) const {
    for (const Diagnostic& d : result.errors) diagnostic(path, d);
    for (const Diagnostic& d : result.warnings) diagnostic(path, d);
}

std::shared_ptr<const Snapshot> Console::load(const std::string& path) const {
    const std::optional<std::string> bytes = read_file(path);
    if (!bytes) {
        std::fprintf(stderr, "%s: %s\n", path.c_str(), say(Words{"lecture impossible", "can't be read"}));
        return nullptr;
    }
    const LoadResult result = load_snapshot(*bytes);
    diagnostics(path, result);
    return result.snapshot;
}

std::optional<std::string> read_file(const std::string& path) {
    std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
    if (file == nullptr) return std::nullopt;
    std::string out;
    char buffer[65536];
    std::size_t read = 0;
    while (out.size() < k_most_bytes && (read = std::fread(buffer, 1, sizeof buffer, file)) > 0)
        out.append(buffer, read);
    const bool failed = std::ferror(file) != 0;
    if (file != stdin) std::fclose(file);
    if (failed) return std::nullopt;
    return out;
}

std::string left(std::string_view text, std::size_t width) {
    const std::size_t length = count_code_points(text);
    return std::string(text) + std::string(length < width ? width - length : 0, ' ');
}

std::string right(std::string_view text, std::size_t width) {
    const std::size_t length = count_code_points(text);
    return std::string(length < width ? width - length : 0, ' ') + std::string(text);
}

}
