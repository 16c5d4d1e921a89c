#pragma once
// Phosphor 2.1.2 code points (MIT), the same in Regular, Fill and Bold. tools/bake_fonts subsets by the comments: the
// icon's name in the package and, after a colon, the styles it is drawn in (otherwise regular). A test draws everything
// and finds each icon in its font.

namespace atlas {

enum class Icon : char16_t {
    None = 0,
    Search = 0xE30C,      // magnifying-glass
    Close = 0xE4F6,       // x: regular bold
    Check = 0xE182,       // check: regular bold
    Expand = 0xE136,      // caret-down: regular bold
    Next = 0xE13A,        // caret-right: regular bold
    Previous = 0xE138,    // caret-left: regular
    Play = 0xE3D0,        // play: fill
    Pause = 0xE39E,       // pause: fill
    Share = 0xE408,       // share-network
    Link = 0xE2E6,        // link-simple
    Download = 0xE20C,    // download-simple
    Fullscreen = 0xE1D0,  // corners-out
    Fit = 0xE626,         // frame-corners
    Area = 0xE69A,        // selection: regular fill
    Choropleth = 0xE6C8,  // palette: regular fill
    Light = 0xE472,       // sun
    Dark = 0xE330,        // moon
    Help = 0xE3E8,        // question
    ZoomIn = 0xE3D4,      // plus
    ZoomOut = 0xE32A,     // minus
    Home = 0xE2C4,        // house-line
    Filter = 0xE434,      // sliders-horizontal: regular fill
    Map = 0xE31A,         // map-trifold: regular fill
    List = 0xE2F0,        // list: regular fill
    Stories = 0xE0E6,     // book-open: regular fill
    TextVersion = 0xE0A8, // article
    Figures = 0xE150,     // chart-bar: regular fill
    Understand = 0xE2DC,  // lightbulb: regular fill
    Lineage = 0xE280,     // git-merge: regular fill
    Compare = 0xE750,     // scales: regular fill
    Quote = 0xE660,       // quotes
    Source = 0xE606,      // seal-check
    External = 0xE5DE,    // arrow-square-out
    Sort = 0xE444,        // sort-ascending
    Warning = 0xE4E0,     // warning
    SortUp = 0xE08E,      // arrow-up: regular bold
    SortDown = 0xE03E,    // arrow-down: regular bold
    More = 0xE06C,        // arrow-right: regular bold
    Touch = 0xEC90,       // hand-tap: fill
    Group = 0xE5A2,       // rows
    Plant = 0xEBAE,       // plant: fill
    Heartbeat = 0xE2AC,   // heartbeat: fill
    Lightning = 0xE2DE,   // lightning: fill
    Drop = 0xE210,        // drop: fill
    Cpu = 0xE610,         // cpu: fill
    Car = 0xE112,         // car: fill
    Airplane = 0xE002,    // airplane: fill
    Factory = 0xE760,     // factory: fill
    Tree = 0xE6DA,        // tree
};

}
