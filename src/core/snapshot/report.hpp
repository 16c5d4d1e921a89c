// Collects what is wrong with a file while it is read: at most k_max_diagnostics of each severity are kept, the rest
// counted. Every sentence is in each language whose words are there.
#pragma once

#include "core/base/json_object.hpp"
#include "core/base/messages.hpp"
#include "core/snapshot/load.hpp"

#include <initializer_list>

namespace atlas {

class Report final : public JsonComplaints {
public:
    using Arguments = Words;

    explicit Report(std::string_view source) : m_source(source) {}

    void wrong(JsonValue at, Want want, Words words) override;
    void error(JsonValue at, Msg message, Arguments arguments = {}) { add(m_errors, at, message, arguments); }
    void warn(JsonValue at, Msg message, Arguments arguments = {}) { add(m_warnings, at, message, arguments); }
    void problem(const JsonProblem& problem);
    bool has_errors() const { return !m_errors.kept.empty(); }
    // Sorted by place; moves the lists out.
    void finish(LoadResult& result);

private:
    struct Located {
        std::size_t offset = 0;
        Diagnostic diagnostic;
    };
    struct List {
        Severity severity = Severity::Error;
        std::vector<Located> kept;
        std::size_t left_out = 0;
    };
    void add(List& list, JsonValue at, Msg message, Arguments arguments);
    void finish(List& list, std::vector<Diagnostic>& out);

    std::string_view m_source;
    List m_errors{Severity::Error, {}, 0};
    List m_warnings{Severity::Warning, {}, 0};
};

}
