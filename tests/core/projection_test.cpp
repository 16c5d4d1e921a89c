// Reference points computed by others. Sources:
//  [marks]  five sites of IGN's geodetic file with RGF93 and Lambert-93 coordinates to the centimetre, as printed in
//  the
//           IGN sample for PROJ ("sample_2": Amiens cathedral, Saint-Armel, Crach, Marseille, Suzette);
//  [circe]  results of IGN's conversion program Circé (France 4, Antilles-Guyane 4.2, Mayotte 3.2), as kept in the
//           compliance tests of OrbisGIS CTS: RGAF09/RGFG95/RGM04 geographic and UTM of the same points, to 1e-8 degree
//           and a millimetre; and one point in Lambert-93 and in ETRS89 / UTM 32N;
//  [PROJ]   the program proj of PROJ 9.1.1 (Debian 12, proj-bin): each table names its call, given "lng lat" lines;
//  [proj]   self test of PROJ's utm on GRS80 (test/gie/builtins.gie).
#include "core/geo/projection.hpp"
#include "support/france.hpp"

#include <doctest/doctest.h>

#include <cmath>

using namespace atlas;

namespace {

double dms(double sign, double degrees, double minutes, double seconds) {
    return sign * (degrees + minutes / 60.0 + seconds / 3600.0);
}

Metres utm(LngLat place, int zone, bool south) {
    return Projection({ProjectionKind::TransverseMercator, Ellipsoid::Grs80, 6.0 * zone - 183.0, 0.0, 0.0, 0.0, 0.9996,
                       500000.0, south ? 1.0e7 : 0.0})
        .project(place);
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
    check_near(france().project(k_martinique, {-60.99633191, 14.50166751}), {715938.802, 1604155.162}, 0.0025);
    check_near(france().project(k_guadeloupe, {-61.50391185, 15.99747584}), {660086.365, 1769232.273}, 0.0025);
    check_near(france().project(k_guyane, {-52.30005723, 4.90107745}), {355849.323, 541869.306}, 0.0025);
    check_near(france().project(k_mayotte, {45.12011640, -12.79352658}), {513036.279, 8585694.190}, 0.0025);
    check_near(france().project(k_mayotte, {45.12011787, -12.79352769}), {513036.438, 8585694.067}, 0.0025);
}

TEST_CASE("UTM 40S of La Réunion: symmetry about its central meridian and the equator") {
    const Metres east = utm({57.0 + 1.4, -21.1}, 40, true), west = utm({57.0 - 1.4, -21.1}, 40, true);
    CHECK(east.x_m + west.x_m == doctest::Approx(1.0e6).epsilon(1.0e-12));
    CHECK(east.y_m == doctest::Approx(west.y_m).epsilon(1.0e-12));
    const Metres north = utm({57.0 - 1.4, 21.1}, 40, false);
    CHECK(north.y_m + west.y_m == doctest::Approx(1.0e7).epsilon(1.0e-12));
    check_near(france().project(k_la_reunion, {55.6, -21.1}), west, 0.0);
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

struct Table {
    const char* name;
    ProjectionParameters parameters;
    struct Row {
        LngLat place;
        Metres plane;
    } rows[12];
};

const Table k_tables[] = {
    // clang-format off
    // proj +proj=lcc +lat_1=49.8333333333 +lat_2=51.1666666667 +lat_0=50.797815 +lon_0=4.359215833 +x_0=649328 +y_0=665262 +ellps=GRS80
    {"Belgian Lambert 2008",
     {ProjectionKind::LambertConformal, Ellipsoid::Grs80, 4.359215833, 50.797815, 49.8333333333, 51.1666666667, 1.0, 649328.0, 665262.0},
     {{{2.3, 49.4}, {499863.686, 511857.233}},
      {{6.5, 51.6}, {797656.437, 756646.496}},
      {{2.3, 51.6}, {506649.708, 756486.655}},
      {{6.5, 49.4}, {804711.189, 512024.676}},
      {{3.3878, 50.9076}, {581006.359, 677921.412}},
      {{5.1731, 51.2685}, {706130.530, 717935.377}},
      {{3.08, 49.9072}, {557443.078, 566990.569}},
      {{2.9181, 49.8954}, {545789.853, 565891.378}},
      {{5.3829, 49.6865}, {723198.040, 542160.678}},
      {{4.5315, 49.8706}, {661713.063, 562142.556}},
      {{3.5376, 50.3495}, {590854.710, 615718.110}},
      {{5.8182, 50.7385}, {752307.220, 659675.706}}}},
    // proj +proj=lcc +lat_1=-33 +lat_2=-50 +lat_0=-40 +lon_0=-70 +ellps=WGS84
    {"a southern cone, WGS 84",
     {ProjectionKind::LambertConformal, Ellipsoid::Wgs84, -70.0, -40.0, -33.0, -50.0, 1.0, 0.0, 0.0},
     {{{-80, -55}, {-650361.502, -1701353.110}},
      {{-60, -20}, {1103307.824, 2182949.267}},
      {{-80, -20}, {-1103307.824, 2182949.267}},
      {{-60, -55}, {650361.502, -1701353.110}},
      {{-79.7114, -45.3457}, {-752711.654, -630099.567}},
      {{-77.0658, -24.505}, {-737801.502, 1696208.673}},
      {{-63.8052, -26.7884}, {628371.711, 1444327.514}},
      {{-63.4727, -28.9337}, {643740.715, 1200847.919}},
      {{-61.0135, -27.218}, {905624.961, 1371095.724}},
      {{-74.8658, -25.2521}, {-503569.754, 1627050.538}},
      {{-70.2643, -28.5749}, {-26214.540, 1265496.925}},
      {{-68.7172, -39.9648}, {108442.402, 3059.808}}}},
    // proj +proj=aea +lat_1=29.5 +lat_2=45.5 +lat_0=23 +lon_0=-96 +ellps=GRS80
    {"contiguous United States, EPSG:5070",
     {ProjectionKind::Albers, Ellipsoid::Grs80, -96.0, 23.0, 29.5, 45.5, 1.0, 0.0, 0.0},
     {{{-125, 24}, {-2950365.509, 562556.377}},
      {{-66, 50}, {2151850.767, 3340311.722}},
      {{-125, 50}, {-2082403.194, 3318033.755}},
      {{-66, 24}, {3048759.387, 594119.979}},
      {{-103.512, 35.1754}, {-677707.314, 1373226.225}},
      {{-106.4881, 27.0514}, {-1044729.314, 501056.509}},
      {{-76.641, 44.7547}, {1519391.868, 2573709.783}},
      {{-66.8448, 41.964}, {2362257.466, 2472112.392}},
      {{-92.3006, 43.4587}, {297914.822, 2279724.506}},
      {{-117.0436, 41.5974}, {-1726958.531, 2257855.310}},
      {{-98.8394, 28.5925}, {-278286.817, 617597.708}},
      {{-113.045, 37.59}, {-1482857.930, 1750211.828}}}},
    // proj +proj=aea +lat_1=55 +lat_2=65 +lat_0=50 +lon_0=-154 +ellps=GRS80
    {"Alaska, EPSG:3338, over 180 degrees",
     {ProjectionKind::Albers, Ellipsoid::Grs80, -154.0, 50.0, 55.0, 65.0, 1.0, 0.0, 0.0},
     {{{172, 51}, {-2299375.212, 712169.954}},
      {{-130, 71}, {873254.152, 2493747.223}},
      {{172, 71}, {-1209936.294, 2650884.880}},
      {{-130, 51}, {1659541.052, 413543.957}},
      {{-173.3079, 60.1892}, {-1052189.352, 1287490.622}},
      {{-152.8811, 58.9151}, {64239.521, 991527.392}},
      {{179.5853, 60.8171}, {-1394563.824, 1484734.108}},
      {{-174.3441, 55.7136}, {-1257667.186, 827750.134}},
      {{-176.7208, 58.3288}, {-1301216.317, 1150244.993}},
      {{176.25, 64.0246}, {-1404138.388, 1882096.339}},
      {{-132.6874, 58.7938}, {1207060.953, 1172791.637}},
      {{-146.3048, 69.6596}, {302510.283, 2205004.133}}}},
    // proj +proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=500000 +ellps=GRS80
    {"UTM 32N, EPSG:25832",
     {ProjectionKind::TransverseMercator, Ellipsoid::Grs80, 9.0, 0.0, 0.0, 0.0, 0.9996, 500000.0, 0.0},
     {{{4, 46}, {112855.390, 5106214.104}},
      {{16, 56}, {936166.191, 6228213.225}},
      {{4, 56}, {188309.378, 6217366.229}},
      {{16, 46}, {1041978.125, 5117921.757}},
      {{4.5185, 47.4175}, {161983.378, 5261304.063}},
      {{13.6731, 54.3815}, {803403.652, 6036036.414}},
      {{11.6687, 47.5976}, {700609.676, 5275027.809}},
      {{8.9619, 54.6824}, {497543.586, 6059450.806}},
      {{14.6343, 54.0317}, {868860.311, 6001747.199}},
      {{6.4367, 54.5365}, {334162.778, 6046237.858}},
      {{8.4971, 53.1651}, {466379.199, 5890754.892}},
      {{5.6441, 55.713}, {289195.479, 6179241.169}}}},
    // proj +proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=GRS80
    {"British National Grid's projection on GRS80",
     {ProjectionKind::TransverseMercator, Ellipsoid::Grs80, -2.0, 49.0, 0.0, 0.0, 0.9996012717, 400000.0, -100000.0},
     {{{-8, 49}, {-38743.669, -82632.716}},
      {{2, 61}, {616250.452, 1241939.342}},
      {{-8, 61}, {75799.437, 1250200.030}},
      {{2, 49}, {692537.507, -92287.438}},
      {{-1.965, 57.6726}, {402087.674, 864806.634}},
      {{-5.8828, 56.4069}, {160459.523, 730678.394}},
      {{-2.1913, 56.0947}, {388098.221, 689181.235}},
      {{-4.4065, 57.7323}, {256711.597, 873997.393}},
      {{-4.5867, 52.5439}, {224597.067, 297223.832}},
      {{-6.3552, 57.2084}, {137015.938, 821538.542}},
      {{-6.8774, 51.7067}, {63074.045, 212229.325}},
      {{-7.3086, 56.7223}, {75300.443, 771609.651}}}},
    // proj +proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80
    {"ETRS89-LAEA, EPSG:3035",
     {ProjectionKind::LambertAzimuthal, Ellipsoid::Grs80, 10.0, 52.0, 0.0, 0.0, 1.0, 4321000.0, 3210000.0},
     {{{-31, 27}, {358475.927, 1516970.567}},
      {{45, 71}, {5544213.766, 5640317.749}},
      {{-31, 71}, {2917092.510, 5757029.837}},
      {{45, 27}, {7751155.578, 1230762.561}},
      {{11.2676, 50.9059}, {4410159.514, 3089046.718}},
      {{-28.0491, 46.342}, {1535258.958, 3321147.976}},
      {{-4.9275, 31.0771}, {2882696.458, 1035947.632}},
      {{-30.7739, 70.9082}, {2917284.163, 5744092.224}},
      {{-21.7648, 40.2661}, {1695087.258, 2471218.014}},
      {{-10.5602, 53.2794}, {2970715.644, 3545707.949}},
      {{-25.1155, 47.6752}, {1796128.393, 3347591.362}},
      {{-3.131, 63.7181}, {3672978.739, 4573655.397}}}},
    // proj +proj=laea +lat_0=0 +lon_0=20 +ellps=WGS84
    {"an azimuth at the equator, WGS 84",
     {ProjectionKind::LambertAzimuthal, Ellipsoid::Wgs84, 20.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0},
     {{{-20, -38}, {-3612853.007, -4361903.134}},
      {{55, 38}, {3182542.450, 4306020.820}},
      {{-20, 38}, {-3612853.007, 4361903.134}},
      {{55, -38}, {3182542.450, -4306020.820}},
      {{-19.5713, -12.5588}, {-4237534.847, -1471942.195}},
      {{17.2419, 35.7038}, {-262210.047, 3889955.588}},
      {{18.7515, -1.9591}, {-138919.241, -216629.212}},
      {{30.2127, -15.4617}, {1104498.803, -1711560.055}},
      {{-17.6195, 0.1046}, {-4112959.078, 12218.609}},
      {{48.2801, 18.1164}, {2997769.065, 2056231.854}},
      {{-0.6264, 13.9876}, {-2232523.673, 1568087.427}},
      {{43.6839, -18.3504}, {2516247.580, -2063873.957}}}},
    // proj +proj=merc +a=6378137 +b=6378137
    {"Web Mercator, EPSG:3857",
     {ProjectionKind::WebMercator, Ellipsoid::Wgs84, 0.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0},
     {{{-179, -80}, {-19926188.852, -15538711.096}},
      {{179, 80}, {19926188.852, 15538711.096}},
      {{-179, 80}, {-19926188.852, 15538711.096}},
      {{179, -80}, {19926188.852, -15538711.096}},
      {{31.5083, -23.1096}, {3507487.912, -2645278.296}},
      {{-91.5556, -34.0234}, {-10191922.771, -4031944.507}},
      {{-106.0226, -23.8689}, {-11802381.845, -2737441.121}},
      {{-165.3577, -16.3785}, {-18407534.963, -1848597.074}},
      {{-147.941, 41.3034}, {-16468716.787, 5057196.621}},
      {{35.7316, -79.3447}, {3977623.517, -15131676.061}},
      {{98.0388, -49.5314}, {10913629.294, -6365514.627}},
      {{-6.8971, 8.7406}, {-767781.660, 976795.218}}}},
    // clang-format on
};

TEST_CASE("every kind of projection agrees with PROJ, both ways") {
    for (const Table& table : k_tables) {
        INFO(table.name);
        const Projection projection(table.parameters);
        for (const Table::Row& row : table.rows) {
            INFO(row.place.lng_deg << " " << row.place.lat_deg);
            check_near(projection.project(row.place), row.plane, 0.01); // a metre is what the map needs
            const LngLat back = projection.unproject(row.plane);
            CHECK(std::abs(back.lng_deg - row.place.lng_deg) < 1.0e-6);
            CHECK(std::abs(back.lat_deg - row.place.lat_deg) < 1.0e-6);
        }
    }
}

TEST_CASE("a place belongs to the inset that shows it, else to the main territory") {
    CHECK(france().territory_of({55.45, -20.88}) == k_la_reunion);   // Saint-Denis
    CHECK(france().territory_of({-61.07, 14.61}) == k_martinique);   // Fort-de-France
    CHECK(france().territory_of({8.74, 41.92}) == k_main_territory); // Ajaccio
    CHECK(france().territory_of({-70.0, 18.0}) == k_main_territory); // in no inset
    const DegreeBox over_180{172.0, 51.0, -130.0, 71.0};
    CHECK(over_180.contains({-150.0, 61.2})); // Anchorage
    CHECK(over_180.contains({173.2, 52.9}));  // Attu
    CHECK(!over_180.contains({0.0, 61.2}));
}
