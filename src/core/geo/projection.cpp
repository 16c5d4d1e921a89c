#include "core/geo/projection.hpp"

#include "core/base/elementary.hpp"

#include <cmath>

namespace atlas {
namespace {

constexpr double k_pi = 3.14159265358979323846;
constexpr double k_degree = k_pi / 180.0;
constexpr double k_semi_major_m = 6378137.0; // GRS80
constexpr double k_flattening = 1.0 / 298.257222101;

double eccentricity() {
    return std::sqrt(k_flattening * (2.0 - k_flattening));
}

double isometric_latitude(double latitude) {
    const double e = eccentricity();
    return std::atanh(std::sin(latitude)) - e * std::atanh(e * std::sin(latitude));
}

double latitude_from_isometric(double isometric) {
    const double e = eccentricity();
    double latitude = std::asin(std::tanh(isometric));
    for (int i = 0; i < 8; ++i) {
        latitude = std::asin(std::tanh(isometric + e * std::atanh(e * std::sin(latitude))));
    }
    return latitude;
}

// Secant cone of Lambert-93: radius(latitude) = scale * exp(-exponent * isometric latitude).
struct Cone {
    double exponent = 0.0, scale_m = 0.0, origin_radius_m = 0.0;
    double origin_lng_deg = 3.0, false_x_m = 700000.0, false_y_m = 6600000.0;
};

double parallel_radius_m(double latitude) {
    const double s = eccentricity() * std::sin(latitude);
    return k_semi_major_m * std::cos(latitude) / std::sqrt(1.0 - s * s);
}

Cone make_cone() {
    const double south = 44.0 * k_degree, north = 49.0 * k_degree;
    const double iso_south = isometric_latitude(south), iso_north = isometric_latitude(north);
    Cone cone;
    cone.exponent = logarithm(parallel_radius_m(south) / parallel_radius_m(north)) / (iso_north - iso_south);
    cone.scale_m = parallel_radius_m(south) * exponential(cone.exponent * iso_south) / cone.exponent;
    cone.origin_radius_m = cone.scale_m * exponential(-cone.exponent * isometric_latitude(46.5 * k_degree));
    return cone;
}

const Cone& cone() {
    static const Cone made = make_cone();
    return made;
}

struct Zone {
    int number = 0;
    bool south = false;
};

constexpr Zone k_zones[k_territory_count] = {{}, {20, false}, {20, false}, {22, false}, {40, true}, {38, true}};
constexpr std::string_view k_departments[k_territory_count] = {"", "971", "972", "973", "974", "976"};

}

Metres lambert93(LngLat place) {
    const Cone& c = cone();
    const double radius = c.scale_m * exponential(-c.exponent * isometric_latitude(place.lat_deg * k_degree));
    const double angle = c.exponent * (place.lng_deg - c.origin_lng_deg) * k_degree;
    return {c.false_x_m + radius * std::sin(angle), c.false_y_m + c.origin_radius_m - radius * std::cos(angle)};
}

LngLat lambert93_inverse(Metres place) {
    const Cone& c = cone();
    const double east = place.x_m - c.false_x_m;
    const double south = c.origin_radius_m - (place.y_m - c.false_y_m);
    const double isometric = -logarithm(std::hypot(east, south) / c.scale_m) / c.exponent;
    const double lng = c.origin_lng_deg + std::atan2(east, south) / c.exponent / k_degree;
    return {lng, latitude_from_isometric(isometric) / k_degree};
}

// Krüger 1912, series in the third flattening to its fourth power: below a micrometre within a zone.
Metres utm(LngLat place, int zone, bool south) {
    constexpr double n = k_flattening / (2.0 - k_flattening);
    constexpr double n2 = n * n, n3 = n2 * n, n4 = n2 * n2;
    constexpr double alpha[4] = {n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180,
                                 13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440, 61 * n3 / 240 - 103 * n4 / 140,
                                 49561 * n4 / 161280};
    constexpr double radius_m = k_semi_major_m / (1 + n) * (1 + n2 / 4 + n4 / 64);
    const double lng = (place.lng_deg - (6.0 * zone - 183.0)) * k_degree;
    const double conformal = std::tanh(isometric_latitude(place.lat_deg * k_degree)); // sine of the conformal latitude
    const double tangent = conformal / std::sqrt(1.0 - conformal * conformal);
    const double north = std::atan2(tangent, std::cos(lng));
    // artanh(x / sqrt(1 + x^2)) = arsinh(x)
    const double east = std::atanh(std::sin(lng) / std::hypot(std::hypot(tangent, std::cos(lng)), std::sin(lng)));
    double plane_north = north, plane_east = east;
    for (int j = 1; j <= 4; ++j) { // the real and the imaginary part of the sine of 2j (north + i east)
        plane_north += alpha[j - 1] * std::sin(2.0 * j * north) * hyperbolic_cosine(2.0 * j * east);
        plane_east += alpha[j - 1] * std::cos(2.0 * j * north) * hyperbolic_sine(2.0 * j * east);
    }
    constexpr double scale = 0.9996;
    return {500000.0 + scale * radius_m * plane_east, (south ? 1.0e7 : 0.0) + scale * radius_m * plane_north};
}

Metres project(Territory territory, LngLat place) {
    if (territory == Territory::Mainland) return lambert93(place);
    const Zone zone = k_zones[static_cast<std::size_t>(territory)];
    return utm(place, zone.number, zone.south);
}

Territory territory_of(std::string_view department) {
    for (std::size_t i = 1; i < k_territory_count; ++i) {
        if (department == k_departments[i]) return static_cast<Territory>(i);
    }
    return Territory::Mainland;
}

}
