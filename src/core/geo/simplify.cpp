#include "core/geo/simplify.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace atlas {
namespace {

struct Line {
    std::span<const float> x_m, y_m;
    [[nodiscard]] double triangle_m2(std::size_t a, std::size_t b, std::size_t c) const {
        const double ux = static_cast<double>(x_m[b]) - static_cast<double>(x_m[a]);
        const double uy = static_cast<double>(y_m[b]) - static_cast<double>(y_m[a]);
        const double vx = static_cast<double>(x_m[c]) - static_cast<double>(x_m[a]);
        const double vy = static_cast<double>(y_m[c]) - static_cast<double>(y_m[a]);
        return std::abs(ux * vy - uy * vx) / 2.0;
    }
};

}

std::vector<double> vertex_weights_m2(std::span<const float> x_m, std::span<const float> y_m) {
    const Line line{x_m, y_m};
    std::vector<double> weights(x_m.size(), std::numeric_limits<double>::infinity());
    std::vector<std::size_t> left(x_m.size()); // what is left of the line
    for (std::size_t i = 0; i < left.size(); ++i) left[i] = i;
    double floor_m2 = 0.0;
    while (left.size() > 2) {
        std::size_t least = 1;
        double least_m2 = std::numeric_limits<double>::infinity();
        for (std::size_t i = 1; i + 1 < left.size(); ++i) {
            const double area = line.triangle_m2(left[i - 1], left[i], left[i + 1]);
            if (area < least_m2) {
                least_m2 = area;
                least = i;
            }
        }
        floor_m2 = std::max(floor_m2, least_m2);
        weights[left[least]] = floor_m2;
        left.erase(left.begin() + static_cast<std::ptrdiff_t>(least));
    }
    return weights;
}

}
