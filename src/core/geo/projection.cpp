#include "core/geo/projection.hpp"

#include "core/base/elementary.hpp"

#include <algorithm>
#include <cmath>

namespace atlas {
namespace {

constexpr double k_pi = 3.14159265358979323846;
constexpr double k_degree = k_pi / 180.0;
constexpr double k_semi_major_m = 6378137.0; // of both ellipsoids
constexpr double k_grs80 = 1.0 / 298.257222101, k_wgs84 = 1.0 / 298.257223563;

double flattening(Ellipsoid ellipsoid) {
    return ellipsoid == Ellipsoid::Grs80 ? k_grs80 : k_wgs84;
}

double isometric_latitude(double latitude, double e) {
    return std::atanh(std::sin(latitude)) - e * std::atanh(e * std::sin(latitude));
}

double latitude_from_isometric(double isometric, double e) {
    double latitude = std::asin(std::tanh(isometric));
    for (int i = 0; i < 8; ++i) {
        latitude = std::asin(std::tanh(isometric + e * std::atanh(e * std::sin(latitude))));
    }
    return latitude;
}

double parallel_radius_m(double latitude, double e) {
    const double s = e * std::sin(latitude);
    return k_semi_major_m * std::cos(latitude) / std::sqrt(1.0 - s * s);
}

// Snyder's q (3-12): twice the area between the equator and the latitude, per radian, on a semi-major axis of 1.
double area_q(double latitude, double e) {
    const double sine = std::sin(latitude), s = e * sine;
    return (1.0 - e * e) * (sine / (1.0 - s * s) + std::atanh(s) / e);
}

// Newton's method (3-16); six steps settle from anywhere outside the polar circles.
double latitude_from_q(double q, double e) {
    double latitude = std::asin(std::clamp(q / 2.0, -1.0, 1.0));
    for (int i = 0; i < 6; ++i) {
        const double sine = std::sin(latitude), s = e * sine, rest = 1.0 - s * s;
        const double cosine = std::max(std::cos(latitude), 1.0e-9);
        latitude +=
            rest * rest / (2.0 * cosine) * (q / (1.0 - e * e) - sine / rest - std::atanh(std::clamp(s, -e, e)) / e);
    }
    return latitude;
}

// The shorter way round from the central meridian.
double degrees_east(double lng_deg, double lng_0_deg) {
    const double east = lng_deg - lng_0_deg;
    return east > 180.0 ? east - 360.0 : east < -180.0 ? east + 360.0 : east;
}

double on_the_globe(double lng_deg) {
    return degrees_east(lng_deg, 0.0);
}

}

Projection::Projection(const ProjectionParameters& parameters) : m_is(parameters) {
    const double f = flattening(m_is.ellipsoid);
    m_eccentricity = std::sqrt(f * (2.0 - f));
    if (m_is.kind == ProjectionKind::LambertConformal || m_is.kind == ProjectionKind::Albers) set_cone();
    if (m_is.kind == ProjectionKind::TransverseMercator) set_series();
    if (m_is.kind == ProjectionKind::LambertAzimuthal) set_azimuth();
}

void Projection::set_cone() {
    const double e = m_eccentricity, one = m_is.lat_1_deg * k_degree, two = m_is.lat_2_deg * k_degree;
    const bool is_secant = m_is.lat_1_deg != m_is.lat_2_deg;
    m_exponent = std::sin(one);
    if (m_is.kind == ProjectionKind::LambertConformal) {
        const double iso_one = isometric_latitude(one, e), iso_two = isometric_latitude(two, e);
        if (is_secant)
            m_exponent = logarithm(parallel_radius_m(one, e) / parallel_radius_m(two, e)) / (iso_two - iso_one);
        m_cone_scale = parallel_radius_m(one, e) * exponential(m_exponent * iso_one) / m_exponent;
        m_origin_radius_m = m_cone_scale * exponential(-m_exponent * isometric_latitude(m_is.lat_0_deg * k_degree, e));
        return;
    }
    const double m_one = parallel_radius_m(one, e) / k_semi_major_m, m_two = parallel_radius_m(two, e) / k_semi_major_m;
    if (is_secant) m_exponent = (m_one * m_one - m_two * m_two) / (area_q(two, e) - area_q(one, e));
    m_cone_scale = m_one * m_one + m_exponent * area_q(one, e);
    m_origin_radius_m =
        k_semi_major_m * std::sqrt(m_cone_scale - m_exponent * area_q(m_is.lat_0_deg * k_degree, e)) / m_exponent;
}

// To the fourth power of the third flattening: below a micrometre within a zone.
void Projection::set_series() {
    const double f = flattening(m_is.ellipsoid);
    const double n = f / (2.0 - f), n2 = n * n, n3 = n2 * n, n4 = n2 * n2;
    m_rectifying_m = k_semi_major_m / (1 + n) * (1 + n2 / 4 + n4 / 64);
    m_forth[0] = n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180;
    m_forth[1] = 13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440;
    m_forth[2] = 61 * n3 / 240 - 103 * n4 / 140;
    m_forth[3] = 49561 * n4 / 161280;
    m_back[0] = n / 2 - 2 * n2 / 3 + 37 * n3 / 96 - n4 / 360;
    m_back[1] = n2 / 48 + n3 / 15 - 437 * n4 / 1440;
    m_back[2] = 17 * n3 / 480 - 37 * n4 / 840;
    m_back[3] = 4397 * n4 / 161280;
    const double conformal = std::asin(std::tanh(isometric_latitude(m_is.lat_0_deg * k_degree, m_eccentricity)));
    m_origin_north = conformal;
    for (int j = 1; j <= 4; ++j) m_origin_north += m_forth[j - 1] * std::sin(2.0 * j * conformal);
}

void Projection::set_azimuth() {
    const double e = m_eccentricity, latitude = m_is.lat_0_deg * k_degree;
    m_pole_q = area_q(k_pi / 2.0, e);
    m_authalic_m = k_semi_major_m * std::sqrt(m_pole_q / 2.0);
    m_sin_0 = area_q(latitude, e) / m_pole_q;
    m_cos_0 = std::sqrt(1.0 - m_sin_0 * m_sin_0);
    m_stretch = parallel_radius_m(latitude, e) / (m_authalic_m * m_cos_0);
}

Metres Projection::project(LngLat place) const {
    const double e = m_eccentricity, latitude = place.lat_deg * k_degree;
    const double lng = degrees_east(place.lng_deg, m_is.lng_0_deg) * k_degree;
    switch (m_is.kind) {
    case ProjectionKind::LambertConformal:
    case ProjectionKind::Albers: {
        const bool is_conformal = m_is.kind == ProjectionKind::LambertConformal;
        const double radius =
            is_conformal ? m_cone_scale * exponential(-m_exponent * isometric_latitude(latitude, e))
                         : k_semi_major_m * std::sqrt(std::max(m_cone_scale - m_exponent * area_q(latitude, e), 0.0)) /
                               m_exponent;
        const double angle = m_exponent * degrees_east(place.lng_deg, m_is.lng_0_deg) * k_degree;
        return {m_is.x_0_m + radius * std::sin(angle), m_is.y_0_m + m_origin_radius_m - radius * std::cos(angle)};
    }
    case ProjectionKind::TransverseMercator: {
        const double conformal = std::tanh(isometric_latitude(latitude, e)); // sine of the conformal latitude
        const double tangent = conformal / std::sqrt(1.0 - conformal * conformal);
        const double north = std::atan2(tangent, std::cos(lng));
        // artanh(x / sqrt(1 + x^2)) = arsinh(x)
        const double east = std::atanh(std::sin(lng) / std::hypot(std::hypot(tangent, std::cos(lng)), std::sin(lng)));
        double plane_north = north, plane_east = east;
        for (int j = 1; j <= 4; ++j) { // the real and the imaginary part of the sine of 2j (north + i east)
            plane_north += m_forth[j - 1] * std::sin(2.0 * j * north) * hyperbolic_cosine(2.0 * j * east);
            plane_east += m_forth[j - 1] * std::cos(2.0 * j * north) * hyperbolic_sine(2.0 * j * east);
        }
        return {m_is.x_0_m + m_is.scale * m_rectifying_m * plane_east,
                m_is.y_0_m + m_is.scale * m_rectifying_m * (plane_north - m_origin_north)};
    }
    case ProjectionKind::LambertAzimuthal: {
        const double sine = area_q(latitude, e) / m_pole_q, cosine = std::sqrt(std::max(1.0 - sine * sine, 0.0));
        const double facing = 1.0 + m_sin_0 * sine + m_cos_0 * cosine * std::cos(lng);
        const double radius = m_authalic_m * std::sqrt(2.0 / std::max(facing, 1.0e-9));
        return {m_is.x_0_m + radius * m_stretch * cosine * std::sin(lng),
                m_is.y_0_m + radius / m_stretch * (m_cos_0 * sine - m_sin_0 * cosine * std::cos(lng))};
    }
    case ProjectionKind::WebMercator:
        break;
    }
    return {m_is.x_0_m + k_semi_major_m * lng, m_is.y_0_m + k_semi_major_m * std::atanh(std::sin(latitude))};
}

LngLat Projection::unproject(Metres place) const {
    const double e = m_eccentricity, x = place.x_m - m_is.x_0_m, y = place.y_m - m_is.y_0_m;
    const auto at = [&](double east, double latitude) {
        return LngLat{on_the_globe(m_is.lng_0_deg + east / k_degree), latitude / k_degree};
    };
    switch (m_is.kind) {
    case ProjectionKind::LambertConformal: {
        const double south = m_origin_radius_m - y;
        const double isometric = -logarithm(std::hypot(x, south) / std::abs(m_cone_scale)) / m_exponent;
        const double angle = m_exponent < 0.0 ? std::atan2(-x, -south) : std::atan2(x, south);
        return at(angle / m_exponent, latitude_from_isometric(isometric, e));
    }
    case ProjectionKind::Albers: {
        const double south = m_origin_radius_m - y;
        const double part = std::hypot(x, south) * m_exponent / k_semi_major_m;
        const double angle = m_exponent < 0.0 ? std::atan2(-x, -south) : std::atan2(x, south);
        return at(angle / m_exponent, latitude_from_q((m_cone_scale - part * part) / m_exponent, e));
    }
    case ProjectionKind::TransverseMercator: {
        const double plane_north = y / (m_is.scale * m_rectifying_m) + m_origin_north;
        const double plane_east = x / (m_is.scale * m_rectifying_m);
        double north = plane_north, east = plane_east;
        for (int j = 1; j <= 4; ++j) {
            north -= m_back[j - 1] * std::sin(2.0 * j * plane_north) * hyperbolic_cosine(2.0 * j * plane_east);
            east -= m_back[j - 1] * std::cos(2.0 * j * plane_north) * hyperbolic_sine(2.0 * j * plane_east);
        }
        const double conformal = std::sin(north) / hyperbolic_cosine(east); // the sine
        return at(std::atan2(hyperbolic_sine(east), std::cos(north)),
                  latitude_from_isometric(std::atanh(conformal), e));
    }
    case ProjectionKind::LambertAzimuthal: {
        const double across = x / m_stretch, up = y * m_stretch, radius = std::hypot(across, up);
        if (radius < 1.0e-9) return {m_is.lng_0_deg, m_is.lat_0_deg};
        const double angle = 2.0 * std::asin(std::min(radius / (2.0 * m_authalic_m), 1.0));
        const double sine = std::cos(angle) * m_sin_0 + up * std::sin(angle) * m_cos_0 / radius;
        const double east =
            std::atan2(across * std::sin(angle), radius * m_cos_0 * std::cos(angle) - up * m_sin_0 * std::sin(angle));
        return at(east, latitude_from_q(m_pole_q * sine, e));
    }
    case ProjectionKind::WebMercator:
        break;
    }
    return at(x / k_semi_major_m, std::asin(std::tanh(y / k_semi_major_m)));
}

}
