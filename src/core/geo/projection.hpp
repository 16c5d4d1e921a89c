#pragma once
// Geographic coordinates (degrees) <-> plane metres, for the projections that a map file may name (data/map/README.md).
// Accurate to a millimetre where the projection is meant for; places outside give finite or infinite numbers, never a
// trap. Formulas: Lambert's cone after IGN (NTG 71), transverse Mercator after Krüger's series of 1912, the equal-area
// cone and azimuth after J. P. Snyder, "Map Projections: A Working Manual" (USGS Professional Paper 1395, 1987),
// equations 14-1 to 14-21 and 24-2 to 24-26; Web Mercator as EPSG:3857 (a sphere whatever the ellipsoid).

#include "core/geo/lng_lat.hpp"

#include <cstdint>

namespace atlas {

struct Metres {
    double x_m = 0.0, y_m = 0.0;
    bool operator==(const Metres&) const = default;
};

enum class ProjectionKind : std::uint8_t {
    LambertConformal,
    Albers,
    TransverseMercator,
    LambertAzimuthal,
    WebMercator
};
enum class Ellipsoid : std::uint8_t { Grs80, Wgs84 };

struct ProjectionParameters {
    ProjectionKind kind = ProjectionKind::WebMercator;
    Ellipsoid ellipsoid = Ellipsoid::Grs80;
    double lng_0_deg = 0.0, lat_0_deg = 0.0; // of the origin
    double lat_1_deg = 0.0, lat_2_deg = 0.0; // where a cone cuts the earth; equal: where it touches it
    double scale = 1.0;                      // on the central meridian of a transverse Mercator
    double x_0_m = 0.0, y_0_m = 0.0;         // what the origin is called
    bool operator==(const ProjectionParameters&) const = default;
};

class Projection {
public:
    Projection() : Projection(ProjectionParameters{}) {}
    explicit Projection(const ProjectionParameters& parameters);
    [[nodiscard]] Metres project(LngLat place) const;
    [[nodiscard]] LngLat unproject(Metres place) const;
    [[nodiscard]] const ProjectionParameters& parameters() const { return m_is; }
    bool operator==(const Projection& other) const { return m_is == other.m_is; }

private:
    void set_cone();
    void set_series();
    void set_azimuth();

    ProjectionParameters m_is;
    double m_eccentricity = 0.0;
    // A cone: radius = scale · exp(−exponent · isometric latitude), or a · √(scale − exponent · q) / exponent.
    double m_exponent = 0.0, m_cone_scale = 0.0, m_origin_radius_m = 0.0;
    // Transverse Mercator: radius of the rectifying sphere, the northing of the origin, the series in n both ways.
    double m_rectifying_m = 0.0, m_origin_north = 0.0, m_forth[4] = {}, m_back[4] = {};
    // Azimuthal: sine and cosine of the authalic latitude of the origin, radius of the authalic sphere, stretch, q at
    // 90°.
    double m_sin_0 = 0.0, m_cos_0 = 1.0, m_authalic_m = 0.0, m_stretch = 1.0, m_pole_q = 2.0;
};

}
