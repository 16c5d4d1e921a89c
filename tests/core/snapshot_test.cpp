#include "core/read_file.hpp"
#include "core/snapshot/load.hpp"

#include <doctest/doctest.h>

using namespace atlas;

TEST_CASE("the bundled snapshot loads without a word") {
    const LoadResult result = load_snapshot(read_repository_file("data/snapshot.json"));
    for (const Diagnostic& d : result.errors)
        FAIL_CHECK(d.pointer << " " << d.line << ":" << d.column << " " << d.message.in(Lang::En));
    for (const Diagnostic& d : result.warnings) FAIL_CHECK(d.pointer << " " << d.line << " " << d.message.in(Lang::En));
    REQUIRE(result.snapshot);
    CHECK(result.snapshot->find_cluster("axelera").has_value());
}
