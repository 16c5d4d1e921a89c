#pragma once
// Phosphor 2.1.2 code points (MIT), the same in Regular, Fill and Bold; the comment is the icon's name in the package,
// from which tools/bake_fonts subsets. A test checks every code point against the baked fonts.

namespace atlas {

enum class Icon : char16_t {
    None = 0,
    Search = 0xE30C,      // magnifying-glass
    Close = 0xE4F6,       // x
    Check = 0xE182,       // check
    Expand = 0xE136,      // caret-down
    Collapse = 0xE13C,    // caret-up
    Next = 0xE13A,        // caret-right
    Previous = 0xE138,    // caret-left
    Play = 0xE3D0,        // play
    Pause = 0xE39E,       // pause
    Share = 0xE408,       // share-network
    Link = 0xE2E6,        // link-simple
    Download = 0xE20C,    // download-simple
    Fullscreen = 0xE1D0,  // corners-out
    Fit = 0xE626,         // frame-corners
    Choropleth = 0xE6C8,  // palette
    Light = 0xE472,       // sun
    Dark = 0xE330,        // moon
    Help = 0xE3E8,        // question
    ZoomIn = 0xE3D4,      // plus
    ZoomOut = 0xE32A,     // minus
    Home = 0xE2C4,        // house-line
    Filter = 0xE434,      // sliders-horizontal
    Map = 0xE31A,         // map-trifold
    List = 0xE2F0,        // list
    Stories = 0xE0E6,     // book-open
    Figures = 0xE150,     // chart-bar
    Lineage = 0xE280,     // git-merge
    Compare = 0xE750,     // scales
    Quote = 0xE660,       // quotes
    Source = 0xE606,      // seal-check
    External = 0xE5DE,    // arrow-square-out
    Sort = 0xE444,        // sort-ascending
    Warning = 0xE4E0,     // warning
    SortUp = 0xE08E,      // arrow-up
    SortDown = 0xE03E,    // arrow-down
    More = 0xE06C,        // arrow-right
    Touch = 0xEC90,       // hand-tap
    Group = 0xE5A2,       // rows
    Plant = 0xEBAE,       // plant
    Heartbeat = 0xE2AC,   // heartbeat
    Lightning = 0xE2DE,   // lightning
    Drop = 0xE210,        // drop
    Cpu = 0xE610,         // cpu
    Car = 0xE112,         // car
    Airplane = 0xE002,    // airplane
    Factory = 0xE760,     // factory
    Grains = 0xEC68,      // grains
    Tree = 0xE6DA,        // tree
    Horse = 0xE2B0,       // horse
    Flower = 0xE75E,      // flower
    Baby = 0xE774,        // baby
    Bicycle = 0xE0D6,     // bicycle
    Crane = 0xED48,       // crane
    Circuitry = 0xE9C2,   // circuitry
    CurrencyEur = 0xE554, // currency-eur
    Storefront = 0xE470,  // storefront
    Anchor = 0xE514,      // anchor
    ShieldCheck = 0xE40C, // shield-check
    Flask = 0xE79E,       // flask
    TShirt = 0xE670,      // t-shirt
    GearSix = 0xE272,     // gear-six
    Recycle = 0xE75A,     // recycle
    Newspaper = 0xE344,   // newspaper
    Globe = 0xE288,       // globe
    Users = 0xE4D6,       // users
    Pin = 0xE316,         // map-pin
    QrCode = 0xE3E6,      // qr-code
    Printer = 0xE3DC,     // printer
    Copy = 0xE1CA,        // copy
    FileCsv = 0xEB1C,     // file-csv
    Save = 0xE248,        // floppy-disk
    Reset = 0xE038,       // arrow-counter-clockwise
    Undo = 0xE08A,        // arrow-u-up-left
    Redo = 0xE08C,        // arrow-u-up-right
    Info = 0xE2CE,        // info
    Keyboard = 0xE2D8,    // keyboard
    Grab = 0xE57C,        // hand-grabbing
    Eye = 0xE220,         // eye
    Table = 0xE476,       // table
    FileDown = 0xE232,    // file-arrow-down
    Flag = 0xE244,        // flag
    Mail = 0xE218,        // envelope-simple
    Add = 0xE3D6,         // plus-circle
    Calendar = 0xE10A,    // calendar-blank
    First = 0xE128,       // caret-double-left
    Last = 0xE12A,        // caret-double-right
    SkipBack = 0xE5A4,    // skip-back
    SkipForward = 0xE5A6, // skip-forward
    Gauge = 0xE628,       // gauge
    Polygon = 0xE6D0,     // polygon
    Locate = 0xE1D8,      // crosshair-simple
    Shrink = 0xE09A,      // arrows-in
};

}
