#include "core/base/order.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace atlas;

TEST_CASE("sort_stable orders as std::stable_sort does") {
    std::mt19937 random(7);
    for (std::size_t size = 0; size < 200; ++size) {
        std::vector<std::pair<std::string, std::uint32_t>> ours; // few keys, so that many are equal
        for (std::uint32_t i = 0; i < size; ++i) ours.emplace_back(std::string(1 + random() % 30, 'x'), i);
        auto theirs = ours;
        const auto before = [](const auto& a, const auto& b) { return a.first < b.first; };
        sort_stable(ours, before);
        std::stable_sort(theirs.begin(), theirs.end(), before);
        REQUIRE(ours == theirs);
    }
}

TEST_CASE("sort_stable by the elements' own order") {
    std::mt19937 random(11);
    std::vector<std::uint32_t> numbers(10000);
    for (std::uint32_t& number : numbers) number = static_cast<std::uint32_t>(random());
    auto sorted = numbers;
    std::sort(sorted.begin(), sorted.end());
    sort_stable(numbers);
    CHECK(numbers == sorted);
}
