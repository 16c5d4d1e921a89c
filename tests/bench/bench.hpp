// What every benchmark file shares. A file registers its measurements; `atlas_bench [name]` runs all of them, or those
// whose name contains the word, and closes with one table of what they reported. Times are medians of wall-clock
// milliseconds; compare them as ratios.
#pragma once

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

namespace atlas::bench {

struct Registered {
    Registered(const char* name, void (*run)());
};

// A line of the table at the end. `beside` says what the number is compared with: "1.04 times ten thousand, goal 2".
void report(std::string what, double ms, std::string beside = {});
// The same number against another one, in words.
[[nodiscard]] std::string ratio_words(double ms, double base_ms, const char* of, double goal = 0.0);

inline double since_ms(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

template<class Work>
double time_ms(Work&& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return since_ms(start);
}

inline double median(std::vector<double> values) {
    if (values.empty()) return 0.0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

template<class Work>
double median_ms(int rounds, Work&& work) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) times.push_back(time_ms([&] { work(i); }));
    return median(std::move(times));
}

}
