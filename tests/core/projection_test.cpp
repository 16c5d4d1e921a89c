// Reference points computed by others. Sources:
//  [marks]  five sites of IGN's geodetic file with RGF93 and Lambert-93 coordinates to the centimetre, as printed in
//  the
//           IGN sample for PROJ ("sample_2": Amiens cathedral, Saint-Armel, Crach, Marseille, Suzette);
//  [circe]  results of IGN's conversion program Circé (France 4, Antilles-Guyane 4.2, Mayotte 3.2), as kept in the
//           compliance tests of OrbisGIS CTS: RGAF09/RGFG95/RGM04 geographic and UTM of the same points, to 1e-8 degree
//           and a millimetre; and one point in Lambert-93 and in ETRS89 / UTM 32N;
//  [proj]   self test of PROJ's utm on GRS80 (test/gie/builtins.gie).
#include "core/geo/projection.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace atlas;

namespace {

double dms(double sign, double degrees, double minutes, double seconds) {
    return sign * (degrees + minutes / 60.0 + seconds / 3600.0);
}

void check_near(Metres got, Metres expected, double tolerance_m) {
    CHECK(std::abs(got.x_m - expected.x_m) <= tolerance_m);
    CHECK(std::abs(got.y_m - expected.y_m) <= tolerance_m);
}

}

TEST_CASE("Lambert-93 of five geodetic marks to the centimetre") {
    struct Mark {
        LngLat place;
        Metres plane;
    };
    const Mark marks[] = {
        {{dms(1, 2, 18, 4.3616), dms(1, 49, 53, 41.4145)}, {649750.13, 6977570.07}},   // Amiens, cathedral
        {{dms(-1, 2, 44, 52.2471), dms(1, 47, 34, 36.8062)}, {268287.44, 6735332.29}}, // Saint-Armel
        {{dms(-1, 2, 57, 43.8854), dms(1, 47, 37, 9.1204)}, {252573.00, 6741213.04}},  // Crach
        {{dms(1, 5, 22, 16.7784), dms(1, 43, 17, 2.0040)}, {892556.27, 6245637.81}},   // Marseille
        {{dms(1, 5, 3, 36.2010), dms(1, 44, 10, 44.7108)}, {864691.44, 6344379.28}},   // Suzette
    };
    for (const Mark& mark : marks) {
        check_near(lambert93(mark.place), mark.plane, 0.0075); // both sides are rounded to 5 mm or less
        const LngLat back = lambert93_inverse(mark.plane);
        CHECK(std::abs(back.lng_deg - mark.place.lng_deg) < 1.2e-7);
        CHECK(std::abs(back.lat_deg - mark.place.lat_deg) < 1.0e-7);
    }
}

TEST_CASE("the origin of Lambert-93 is where the definition puts it") {
    check_near(lambert93({3.0, 46.5}), {700000.0, 6600000.0}, 1.0e-6);
}

TEST_CASE("Lambert-93 inverse undoes Lambert-93 all over France") {
    for (double lng = -5.5; lng <= 10.0; lng += 0.7) {
        for (double lat = 41.0; lat <= 51.5; lat += 0.5) {
            const LngLat back = lambert93_inverse(lambert93({lng, lat}));
            CHECK(std::abs(back.lng_deg - lng) < 1.0e-11);
            CHECK(std::abs(back.lat_deg - lat) < 1.0e-11);
        }
    }
}

TEST_CASE("UTM of overseas points as Circé gives them") {
    check_near(project(Territory::Martinique, {-60.99633191, 14.50166751}), {715938.802, 1604155.162}, 0.0025);
    check_near(project(Territory::Guadeloupe, {-61.50391185, 15.99747584}), {660086.365, 1769232.273}, 0.0025);
    check_near(project(Territory::Guyane, {-52.30005723, 4.90107745}), {355849.323, 541869.306}, 0.0025);
    check_near(project(Territory::Mayotte, {45.12011640, -12.79352658}), {513036.279, 8585694.190}, 0.0025);
    check_near(project(Territory::Mayotte, {45.12011787, -12.79352769}), {513036.438, 8585694.067}, 0.0025);
}

TEST_CASE("UTM 40S of La Réunion: symmetry about its central meridian and the equator") {
    const Metres east = utm({57.0 + 1.4, -21.1}, 40, true), west = utm({57.0 - 1.4, -21.1}, 40, true);
    CHECK(east.x_m + west.x_m == doctest::Approx(1.0e6).epsilon(1.0e-12));
    CHECK(east.y_m == doctest::Approx(west.y_m).epsilon(1.0e-12));
    const Metres north = utm({57.0 - 1.4, 21.1}, 40, false);
    CHECK(north.y_m + west.y_m == doctest::Approx(1.0e7).epsilon(1.0e-12));
    check_near(project(Territory::Reunion, {55.6, -21.1}), west, 0.0);
}

TEST_CASE("UTM agrees with PROJ's self test far from the central meridian") {
    check_near(utm({2.0, 1.0}, 30, false), {1057002.405491298, 110955.141175949}, 1.0e-4);
    check_near(utm({2.0, -1.0}, 30, false), {1057002.405491298, -110955.141175949}, 1.0e-4);
    check_near(utm({-2.0, 1.0}, 30, false), {611263.812278905, 110547.105696804}, 1.0e-4);
    check_near(utm({-2.0, -1.0}, 30, false), {611263.812278905, -110547.105696804}, 1.0e-4);
}

TEST_CASE("one point in Lambert-93 and in UTM 32N, both given by Circé") {
    check_near(utm(lambert93_inverse({945698.924, 6231380.043}), 32, false), {257525.666, 4780611.308}, 0.0025);
}

TEST_CASE("territories follow the department") {
    CHECK(territory_of("974") == Territory::Reunion);
    CHECK(territory_of("2A") == Territory::Mainland);
    CHECK(territory_of("97") == Territory::Mainland);
    CHECK(territory_of("") == Territory::Mainland);
}
